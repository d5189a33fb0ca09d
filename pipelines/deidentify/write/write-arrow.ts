import { writeFileSync } from "node:fs";
import { makeBuilder, Table, tableToIPC, Utf8 } from "apache-arrow";
import type { WrittenTable } from "./written-table.ts";

/** Writes a table of text as an Arrow file (Feather, version 2), or as a stream where the file's name says so. */
export async function writeArrow(
  to: string,
  { header, rows }: WrittenTable,
  form: "file" | "stream" = "file",
): Promise<void> {
  const builders = header.map(() => makeBuilder({ type: new Utf8(), nullValues: [null] }));
  for await (const row of rows) for (const [at, cell] of row.entries()) builders[at]!.append(cell === "" ? null : cell);
  const columns = header.map((name, at) => [name, builders[at]!.finish().toVector()] as const);
  writeFileSync(to, tableToIPC(new Table(Object.fromEntries(columns)), form), { mode: 0o600, flag: "wx" });
}
