import { type Door, quoteName, quoteText } from "./warehouse.ts";

/** What makes a formula of a text: its first sign, full-width, small, raised and lowered ones and leading blanks included. */
const FORMULA =
  "^(?:[\\t\\r\\n]|[\\s\\v\\p{Z}\\x{FEFF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}\\x{FE62}\\x{FE63}\\x{FE66}\\x{FE6B}\\x{207A}\\x{207C}\\x{208A}\\x{208C}])";

/** SQL for a text that no spreadsheet reads as a formula, by an apostrophe before it, as `csvText` in models/ makes it. */
const defused = (text: string) =>
  `case when regexp_matches(${text}, ${quoteText(FORMULA)}) then concat(${quoteText("'")}, ${text}) else ${text} end`;

/** Writes the rows of a query, in its order, as a CSV file with a header: everything quoted, texts that cannot be formulas, numbers as they are. */
export async function writeCsv(door: Door, query: string, file: string): Promise<void> {
  const columns = await door.rows<{ column_name: string; column_type: string }>(`describe ${query}`);
  const cells = columns.map(({ column_name, column_type }) => {
    const name = quoteName(column_name);
    return column_type === "VARCHAR" ? `${defused(name)} as ${name}` : name;
  });
  await door.run(
    `copy (select ${cells.join(", ")} from (${query})) to ${quoteText(file)} (format csv, header, force_quote *)`,
  );
}
