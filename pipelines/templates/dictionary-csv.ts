import { type DictionaryEntry, entriesOf, kinds } from "../../models/contract/dictionary.ts";

const COLUMNS = ["record", "field", "key", "required", "form", "codes", "range", "meaning", "since_contract_version"];

/** The data dictionary as a CSV file: one line a field. */
export const dictionaryCsv = (): string => [COLUMNS.join(","), ...kinds.flatMap(entriesOf).map(line), ""].join("\r\n");

/** The entry of one field as cells of text. */
const dictionaryCells = ({
  record,
  field,
  key,
  required,
  form,
  codes,
  range,
  means,
  since,
}: DictionaryEntry): string[] => [
  record,
  field,
  yesNo(key),
  yesNo(required),
  form,
  codeText(codes),
  range,
  means,
  String(since),
];

const yesNo = (so: boolean) => (so ? "yes" : "no");
const codeText = (codes: DictionaryEntry["codes"]) =>
  Object.entries(codes)
    .map(([code, title]) => `${code} (${title})`)
    .join("; ");
const line = (entry: DictionaryEntry) =>
  dictionaryCells(entry)
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(",");
