import { writeXlsx } from "hucre/xlsx";
import { entriesOf, kinds } from "../../models/contract/dictionary.ts";
import { EARLIEST_DATE, type Field, LATEST_DATE, type RecordKind } from "../../models/contract/field.ts";

type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];
type Sheet = Sheets[number];
type Validation = NonNullable<Sheet["dataValidations"]>[number];

/** Rows below the header whose days and months are formatted, so that a spreadsheet takes neither for the other. */
const FORMATTED = 2_000;
/** The last row of a sheet. */
const LAST_ROW = 1_048_576;
/** A spreadsheet shows no more of a title or a message than this. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const CODES = "codes";

/**
 * The templates as one XLSX workbook: a sheet for each record kind, named for it, with its fields as header, a note on each, codes as
 * drop-down lists, dates as dates and the limits of the contract; then a hidden sheet with the codes. It holds no sentences in cells: filled in,
 * it is what a partner sends, and free text would refuse it.
 */
export function templateWorkbook(): Promise<Uint8Array> {
  const lists = codeLists();
  const sheets = [...kinds.map((record) => recordSheet(record, lists)), codesSheet(lists)];
  return writeXlsx({ sheets, properties: { title: "Templates of the data contract", creator: "Common Measure" } });
}

/** The codes of one field, each list in a column of the hidden sheet. */
interface CodeList {
  name: string;
  codes: readonly string[];
}

const codeLists = (): CodeList[] => [
  ...kinds.flatMap((record) =>
    Object.entries(record.fields).flatMap(([name, field]) =>
      field.type === "code" ? [{ name: `${record.kind}.${name}`, codes: Object.keys(field.codes) }] : [],
    ),
  ),
  { name: "yes or no", codes: ["yes", "no"] },
];

function recordSheet(record: RecordKind, lists: readonly CodeList[]): Sheet {
  const fields = Object.entries(record.fields);
  const notes = entriesOf(record).map(({ form, range, required, means }) =>
    [means, `${required ? "Required" : "Optional"}; ${form}${range ? `: ${range}` : ""}.`].join("\n"),
  );
  return {
    name: record.kind,
    columns: fields.map(([name]) => ({ width: Math.max(14, name.length + 4) })),
    rows: [fields.map(([name]) => name)],
    cells: new Map([
      ...fields.map(([name, { required }], at) => header(name, required === true, notes[at]!, at)),
      ...fields.flatMap(formatted),
    ]),
    freezePane: { rows: 1 },
    dataValidations: fields.map(([name, field], at) => validation(record, name, field, at, lists)),
  };
}

type Placed = [
  place: string,
  cell: Partial<NonNullable<Sheet["cells"]> extends Map<string, infer Each> ? Each : never>,
];

const header = (name: string, required: boolean, note: string, at: number): Placed => [
  `0,${at}`,
  { value: name, type: "string", style: { font: { bold: required } }, comment: { text: note } },
];

/** Blank cells for days and months; left to itself a spreadsheet makes a day of a month. */
function formatted([, { type }]: [string, Field], at: number): Placed[] {
  if (type !== "date" && type !== "month") return [];
  const style = { numFmt: type === "date" ? "yyyy-mm-dd" : "@" };
  return Array.from({ length: FORMATTED }, (_, row): Placed => [`${row + 1},${at}`, { value: null, style }]);
}

function validation(
  record: RecordKind,
  name: string,
  field: Field,
  at: number,
  lists: readonly CodeList[],
): Validation {
  const column = letters(at);
  return {
    ...asked(`${record.kind}.${name}`, field, lists),
    allowBlank: field.required !== true,
    showInputMessage: true,
    inputTitle: name.slice(0, LONGEST_TITLE),
    inputMessage: field.means.slice(0, LONGEST_MESSAGE),
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: name.slice(0, LONGEST_TITLE),
    errorMessage: wrong(field),
    range: `${column}2:${column}${LAST_ROW}`,
  };
}

function asked(
  name: string,
  field: Field,
  lists: readonly CodeList[],
): Pick<Validation, "type" | "operator" | "formula1" | "formula2"> {
  const between = (type: Validation["type"], formula1: string, formula2: string) =>
    ({ type, operator: "between", formula1, formula2 }) as const;
  switch (field.type) {
    case "code":
      return { type: "list", formula1: listRange(name, lists) };
    case "boolean":
      return { type: "list", formula1: listRange("yes or no", lists) };
    case "date":
      return between("date", dateFormula(EARLIEST_DATE), dateFormula(LATEST_DATE));
    case "integer":
      return between("whole", String(field.min), String(field.max));
    case "money":
    case "decimal":
      return between("decimal", String(field.min), String(field.max));
    case "text":
      return between("textLength", "1", String(field.max));
    case "month":
      return between("textLength", "7", "7");
    default:
      return between("textLength", "31", "60");
  }
}

function wrong(field: Field): string {
  if (field.type === "code" || field.type === "boolean") return "Choose one of the list.";
  if (field.type === "date") return `Write a day from ${EARLIEST_DATE} to ${LATEST_DATE}.`;
  if (field.type === "month") return "Write the month as YYYY-MM.";
  if ("min" in field) return `Write a number from ${field.min} to ${field.max}.`;
  return field.type === "text"
    ? `Write ${field.says}.`
    : "Write a keyed token of the form v1:<key id>:<26 letters and digits>.";
}

const dateFormula = (day: string) => `DATE(${day.split("-").map(Number).join(",")})`;

function listRange(name: string, lists: readonly CodeList[]): string {
  const at = lists.findIndex((list) => list.name === name);
  const column = letters(at);
  return `${CODES}!$${column}$2:$${column}$${lists[at]!.codes.length + 1}`;
}

function codesSheet(lists: readonly CodeList[]): Sheet {
  const longest = Math.max(...lists.map(({ codes }) => codes.length));
  const rows = Array.from({ length: longest }, (_, at) => lists.map(({ codes }) => codes[at] ?? null));
  return {
    name: CODES,
    hidden: true,
    columns: lists.map(() => ({ numFmt: "@" })),
    rows: [lists.map(({ name }) => name), ...rows],
  };
}

/** The letters of a column of a spreadsheet, 0 being A. */
const letters = (at: number): string =>
  (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
