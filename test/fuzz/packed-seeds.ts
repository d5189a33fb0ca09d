import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { readEntries } from "../../pipelines/intake/archive/unpack-entry.ts";
import { openWarehouse, quoteName, quoteText } from "../../pipelines/warehouse.ts";
import { workbookOf, zipOf } from "../support/container-files.ts";

/** What a file packs, by name, and the making of the file from it. */
export interface Packs {
  parts(): Promise<ReadonlyMap<string, Buffer>>;
  pack(parts: ReadonlyMap<string, Buffer>): Promise<Uint8Array>;
}

type Cells = readonly (readonly string[])[];

/** Lines of cells, the header first. */
export const cellsIn = (csv: string): Cells =>
  csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));

const stored = (cell: string) => (/^\d{1,3}$/.test(cell) ? Number(cell) : cell || null);

/** Lines of cells as objects by the names of the header. */
export function recordsIn(csv: string): Record<string, string | number | null>[] {
  const [header, ...rows] = cellsIn(csv);
  return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, stored(row[at] ?? "")])));
}

/** Does something in a folder of its own. */
async function apart<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-packed-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files packed in a zip folder, by name. */
async function unpacked(zip: Uint8Array): Promise<Map<string, Buffer>> {
  return apart(async (folder) => {
    const [file, parts] = [path.join(folder, "packed"), new Map<string, Buffer>()];
    writeFileSync(file, zip);
    await readEntries(
      file,
      () => true,
      async ({ fileName }, content) => {
        parts.set(fileName, await buffer(Readable.from(content)));
      },
    );
    return parts;
  });
}

const zip = (parts: ReadonlyMap<string, Buffer>) => zipOf(Object.fromEntries(parts));

/** A zip folder of files. */
export const zipFolder = (files: Readonly<Record<string, string>>): Packs => ({
  parts: async () => new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  pack: zip,
});

/** A workbook, which packs its sheets, texts and relations as XML. */
export const workbook = (csv: string): Packs => ({
  parts: async () => {
    const [header, ...rows] = cellsIn(csv);
    return unpacked(
      await workbookOf({ Data: [["Episodes"], [], [...header!], ...rows.map((row) => row.map(stored))] }),
    );
  },
  pack: zip,
});

const rowsPart = (csv: string) => async () => new Map([["rows", Buffer.from(csv)]]);

/** Names and columns of mutated lines: a name comes once, whatever its case, and all cells are text without NUL. */
function columnsIn(parts: ReadonlyMap<string, Buffer>): { name: string; cells: string[] }[] {
  const [header, ...rows] = cellsIn(parts.get("rows")!.toString("utf8").replaceAll("\0", "")) as [
    string[],
    ...string[][],
  ];
  const seen = new Set<string>();
  return header.flatMap((name, at) => {
    const key = name.toLowerCase();
    if (key === "" || seen.has(key) || seen.size > 60) return [];
    seen.add(key);
    return [{ name, cells: rows.map((row) => row[at] ?? "") }];
  });
}

const anyColumn = (columns: ReturnType<typeof columnsIn>) =>
  columns.length > 0 ? columns : [{ name: "x", cells: ["x"] }];

/** Values as the types of a column would hold them: days, numbers, and texts. */
function typed(name: string, cells: readonly string[]) {
  if (name === "Age") return Float64Array.from(cells, Number);
  if (name !== "Start") return cells.map((cell) => cell || null);
  return cells.map((cell) => (Number.isNaN(Date.parse(cell)) ? null : new Date(cell)));
}

/** An Arrow file with columns of several types. */
export const arrowFile = (csv: string): Packs => ({
  parts: rowsPart(csv),
  pack: async (parts) => {
    const columns = anyColumn(columnsIn(parts)).map(({ name, cells }) => [name, typed(name, cells)] as const);
    return tableToIPC(tableFromArrays(Object.fromEntries(columns)), "file");
  },
});

/** A Parquet file with columns of several types. */
export const parquetFile = (csv: string): Packs => ({
  parts: rowsPart(csv),
  pack: (parts) =>
    apart(async (folder) => {
      const [columns, file] = [anyColumn(columnsIn(parts)), path.join(folder, "made.parquet")];
      const lists = columns.map(
        ({ name, cells }) => `unnest([${cells.map(quoteText).join(", ")}]::varchar[]) as ${quoteName(name)}`,
      );
      const as = columns.map(({ name }) => {
        const type = { Age: "double", Start: "timestamp" }[name];
        return type ? `try_cast(${quoteName(name)} as ${type}) as ${quoteName(name)}` : quoteName(name);
      });
      const door = await openWarehouse(":memory:", { folders: [folder] });
      try {
        await door.run(
          `copy (select ${as.join(", ")} from (select ${lists.join(", ")})) to ${quoteText(file)} (format parquet)`,
        );
      } finally {
        await door.close();
      }
      return readFileSync(file);
    }),
});
