import type { Field } from "../../models/contract/field.ts";
import type { Codes, ReadWords } from "./code-words.ts";
import { readWords } from "./code-words.ts";
import { type ColumnShape, type DateFormat, dateFormats, mostly } from "./column-shape.ts";
import type { FoundTable } from "./found-file.ts";
import type { Match } from "./match-columns.ts";
import { plainWords } from "./plain-words.ts";
import { recordKindOf } from "./record-kind-of.ts";
import { type WideForm, wideForm } from "./wide-form.ts";

/** Whose file it is: the partner's id and programs, and the partners referrals can go to. */
export interface Sender {
  id: string;
  programs: Codes;
  partners: Codes;
}

/** A field's proposed column, or the same value in all rows. */
export type ProposedColumn =
  | { field: string; from: string; confidence: number; words?: ReadWords; text?: true }
  | { field: string; constant: string };

/** A proposed table of a feed with everything that could not be decided. */
export interface ProposedTable {
  /** Of a zip folder, the files it is made of. */
  inside?: string;
  /** The sheet it is, where a workbook has several. */
  sheet?: string;
  record: string;
  confidence: number;
  rivals: readonly string[];
  dates: { format: DateFormat; ambiguous: boolean } | null;
  columns: readonly ProposedColumn[];
  wide: WideForm | null;
  /** Required fields without a column. */
  missing: readonly { field: string; means: string; codes: readonly string[]; candidates: readonly string[] }[];
  /** Columns that nothing was found for. */
  left: readonly { column: string; candidates: readonly string[] }[];
  /** Programs it names that nobody has described yet: id and name. */
  newPrograms: Readonly<Record<string, string>>;
}

/** Proposes what one table holds; null when none of its columns is anything the contract has. */
export function proposeTable(table: FoundTable, sender: Sender): ProposedTable | null {
  const wide = wideForm(table.shapes);
  const found = recordKindOf(calledAs(table), table.shapes, wide);
  if (!found) return null;
  const { record, matching } = found;
  const newPrograms: Record<string, string> = {};
  const columns = matching.matches.map((match): ProposedColumn => {
    const shape = table.shapes.find(({ column }) => column === match.column)!;
    return { ...columnOf(match, record.fields[match.field]!, shape, sender, newPrograms) };
  });
  const constants = constantsOf(record.fields, columns, sender, matching.open);
  const missing = matching.open
    .filter(({ field }) => record.fields[field]!.required && !constants.some((constant) => constant.field === field))
    .map(({ field, candidates }) => ({
      field,
      candidates,
      means: record.fields[field]!.means,
      codes: codeNames(record.fields[field]!),
    }));
  const order = Object.keys(record.fields);
  return {
    ...placeOf(table),
    record: record.kind,
    confidence: Math.min(1, found.confidence),
    rivals: found.rivals,
    dates: datesOf(table.shapes),
    columns: [...columns, ...constants].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
    wide,
    missing,
    left: matching.left,
    newPrograms,
  };
}

const codeNames = (field: Field) => (field.type === "code" ? Object.keys(field.codes) : []);

function columnOf(
  { field, column, confidence, words }: Match,
  declared: Field,
  shape: ColumnShape,
  sender: Sender,
  newPrograms: Record<string, string>,
): ProposedColumn {
  const from = { field, from: column, confidence };
  if (field === "program_id") return { ...from, words: programWords(shape, sender, newPrograms), text: true };
  if (field === "sent_to" || field === "sent_by")
    return { ...from, words: readWords(shape.words ?? [], sender.partners), text: true };
  if (words && (declared.type === "code" || field === "domain")) return { ...from, words };
  return from;
}

/** Words of programs: those of the partner where one is called so, else each is a program of its own. */
function programWords(shape: ColumnShape, { id, programs }: Sender, newPrograms: Record<string, string>): ReadWords {
  const read = readWords(shape.words ?? [], programs);
  if (Object.keys(programs).length > 0) return read;
  const known: Record<string, string> = { ...read.known };
  for (const { word } of read.unknown) {
    const program = `${id}-${slug(word)}`.slice(0, 63).replace(/-+$/, "");
    known[word] = program;
    newPrograms[program] ??= word.slice(0, 80);
  }
  return { ...read, known, unknown: [] };
}

/** Required fields that no column is likely for, and that are the same in all rows. */
function constantsOf(
  fields: Readonly<Record<string, Field>>,
  columns: readonly ProposedColumn[],
  { id, programs }: Sender,
  open: readonly { field: string; candidates: readonly string[] }[],
): ProposedColumn[] {
  const lacks = (field: string) =>
    fields[field]?.required &&
    !columns.some((column) => column.field === field) &&
    open.some((each) => each.field === field && each.candidates.length === 0);
  const only = Object.keys(programs);
  return [
    ...(lacks("sent_by") ? [{ field: "sent_by", constant: id }] : []),
    ...(lacks("program_id") && only.length === 1 ? [{ field: "program_id", constant: only[0]! }] : []),
  ];
}

/** The one format that reads the dates of the table best, YYYY-MM-DD being read whatever it is; day and month can change places when no day is above 12. */
function datesOf(shapes: readonly ColumnShape[]): ProposedTable["dates"] {
  const dates = shapes.filter((shape) => dateFormats.some((format) => mostly(shape, shape.dates[format])));
  if (dates.length === 0) return null;
  const rows = (format: DateFormat) => dates.reduce((sum, { dates }) => sum + dates[format], 0);
  const others = dateFormats.filter(
    (format) => format !== ISO && dates.some((shape) => mostly(shape, shape.dates[format])),
  );
  const format = others.sort((a, b) => rows(b) - rows(a))[0] ?? ISO;
  const ambiguous = format === "MM/DD/YYYY" && rows("DD/MM/YYYY") === rows(format);
  return { format, ambiguous };
}

const ISO = "YYYY-MM-DD";

/** What a table is called by its sheet or its file. */
const calledAs = ({ name, sheet, inside }: FoundTable) => sheet ?? inside ?? name;

const placeOf = ({ inside, sheet }: FoundTable) => ({
  ...(inside === undefined ? {} : { inside }),
  ...(sheet === undefined ? {} : { sheet }),
});

const slug = (text: string): string =>
  plainWords(text)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);
