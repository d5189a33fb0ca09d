import { writeArrow } from "../deidentify/write/write-arrow.ts";
import { cellColumn } from "../intake/cell-file.ts";
import type { OpenedFile } from "../intake/opened.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { writeZip, type ZipMember } from "../write-zip.ts";
import type { Cleaned } from "./table-to-screen.ts";

/** A file of a zip folder as it was unpacked, and how it is cleaned where it has to be. */
export interface MemberToSeal extends ZipMember {
  cleaned: Cleaned | undefined;
}

/** Writes a zip folder of the files that were screened: without comments, dates, and what systems put beside files. */
export async function cleanArchive(to: string, members: readonly MemberToSeal[]): Promise<void> {
  const written: ZipMember[] = [];
  for (const [at, { name, file, cleaned }] of members.entries()) {
    const copy = `${to}-member-${at}`;
    await cleaned?.(copy);
    written.push({ name, file: cleaned ? copy : file });
  }
  writeZip(to, written);
}

/** Writes a Parquet or Arrow file of the cells that were screened, all as text: without what such files say of themselves. */
export async function cleanTable(
  door: Door,
  to: string,
  format: "parquet" | "arrow",
  { tables: [table], cells }: OpenedFile,
): Promise<void> {
  const header = table!.header!;
  const columns = header.map((_, at) => cellColumn(at + 1));
  if (format === "arrow") return writeArrow(to, { header, rows: rowsOf(door, cells!, columns), sheet: undefined });
  const named = columns.map((column, at) => `${column} as ${quoteName(header[at]!)}`);
  await door.run(
    `copy (select ${named.join(", ")} from ${cells} order by _row) to ${quoteText(to)} (format parquet, compression zstd)`,
  );
}

async function* rowsOf(door: Door, cells: string, columns: readonly string[]): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `coalesce(${column}, '')`).join(", ");
  const records = door.stream<{ texts: string[] }>(`select [${texts}] as texts from ${cells} order by _row`);
  for await (const batch of records) for (const { texts: row } of batch) yield row;
}
