import type { Field } from "../../models/contract/field.ts";
import type { Codes, ReadWords } from "./code-words.ts";
import { readWords } from "./code-words.ts";
import { type ColumnShape, type DateFormat, dateFormats, mostly } from "./column-shape.ts";
import type { Match } from "./match-columns.ts";
import { plainWords } from "./plain-words.ts";
import { recordKindOf } from "./record-kind-of.ts";
import { type WideForm, wideForm } from "./wide-form.ts";

/** A table that was read and screened: what its file is called, how it is written, and its columns. */
export interface FoundTable {
  /** The name of the file, as it may be shown. */
  name: string;
  /** Settings of the feed that say how the file is written. */
  written: Readonly<Record<string, string>>;
  shapes: readonly ColumnShape[];
}

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

/** A proposed feed with everything that could not be decided. */
export interface ProposedFeed {
  id: string;
  files: string;
  record: string;
  confidence: number;
  rivals: readonly string[];
  written: Readonly<Record<string, string>>;
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

/** Proposes a feed for one table; null when none of its columns is anything the contract has. */
export function proposeFeed(table: FoundTable, sender: Sender): ProposedFeed | null {
  const wide = wideForm(table.shapes);
  const found = recordKindOf(table.name, table.shapes, wide);
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
    id: stemOf(table.name),
    files: patternOf(table.name),
    record: record.kind,
    confidence: Math.min(1, found.confidence),
    rivals: found.rivals,
    written: table.written,
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

/** The one format that reads the dates of the table best; day and month can change places when no day is above 12. */
function datesOf(shapes: readonly ColumnShape[]): ProposedFeed["dates"] {
  const dates = shapes.filter((shape) => dateFormats.some((format) => mostly(shape, shape.dates[format])));
  if (dates.length === 0) return null;
  const rows = (format: DateFormat) => dates.reduce((sum, { dates }) => sum + dates[format], 0);
  const format = [...dateFormats].sort((a, b) => rows(b) - rows(a))[0]!;
  const ambiguous = format === "MM/DD/YYYY" && rows("DD/MM/YYYY") === rows(format);
  return { format, ambiguous };
}

const stemOf = (name: string) => slug(name.replace(/(\.\w+)+$/, "").replace(/[-_ ]*(19|20)\d\d.*$/, "")) || "feed";

/** A file's name as a pattern: whatever tells its day or year may change. */
const patternOf = (name: string) => name.replace(/(19|20)\d\d([-_.]?\d\d){0,2}/, "*");

export const slug = (text: string): string =>
  plainWords(text)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);
