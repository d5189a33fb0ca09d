import type { TableFeed } from "../../network.ts";
import type { Door } from "../../warehouse.ts";
import { writeArrow } from "./write-arrow.ts";
import { writeRecords } from "./write-records.ts";
import { writeWithDoor } from "./write-with-door.ts";
import { writeWorkbook } from "./write-workbook.ts";
import type { WrittenTable } from "./written-table.ts";

/** How the tables of a feed are written. */
export type Written = Pick<TableFeed, "format" | "encoding" | "delimiter">;

/** Writes the tables of one file in the format of its feed. Only a workbook holds several. */
export async function writeTables(
  door: Door,
  to: string,
  { format, encoding, delimiter }: Written,
  tables: readonly WrittenTable[],
): Promise<void> {
  if (format === "xlsx") return writeWorkbook(to, tables);
  const [table] = tables as [WrittenTable];
  if (format === "arrow") return writeArrow(to, table, /\.arrows$/i.test(to) ? "stream" : "file");
  if (format !== "csv") return writeWithDoor(door, to, table, format);
  // It is UTF-8 whatever was agreed, and a mark says so.
  return writeRecords(to, withHeader(table), delimiter, encoding === "utf-8" ? "" : "\ufeff");
}

async function* withHeader({ header, rows }: WrittenTable): AsyncGenerator<readonly string[]> {
  yield header;
  yield* rows;
}
