import { createReadStream, createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { readWorkbook } from "../support/read-workbook.ts";
import { withDuckDB } from "./plain-duckdb.ts";
import { peakMemory, type Side, type StageTime, secondsSince } from "./stage-time.ts";

const scripts = path.join(import.meta.dirname, "hand");

/** Files in windows-1252, which DuckDB does not read: those the measures need, and the others. */
const windows1252 = {
  read: /^(southfield-hub\/(people|enrolments-.*|matrix|jobs|goals)|oakrow-learning\/(estudiantes|inscripciones-.*|certificados))\.csv$/,
  "read others": /^(southfield-hub\/referrals-.*|oakrow-learning\/examenes)\.csv$/,
} as const;

/** The record kinds the measures need. */
const needed = ["person", "enrollment", "form", "job", "credential", "goal", "service"].map(
  (kind) => `read/${kind}.sql`,
);

const measureScripts = ["periods", "people-served", "matrix-movement", "care-plan", "jobs", "credentials", "sums"].map(
  (name) => `measures/${name}.sql`,
);

/** The file with the figures made by hand. */
export const handFile = (folder: string) => path.join(folder, "by-hand", "by-hand.duckdb");

/** The pipeline's work up to the figures, written by hand in plain SQL, on the sample in a folder. */
export async function byHand(folder: string, memory: string): Promise<Side> {
  const scratch = path.join(folder, "by-hand");
  mkdirSync(scratch, { recursive: true });
  const settings = { memory_limit: memory, temp_directory: path.join(scratch, "spill") };
  return withDuckDB(handFile(folder), settings, async (connection) => {
    const sample = path.join(folder, "sample", "out");
    await connection.run(`set file_search_path = '${[sample, scratch].join(",").replaceAll("'", "''")}'`);
    const run = (names: readonly string[]) => timed(() => runScripts(connection, names));
    const read = await timed(async () => {
      await transcode(sample, scratch, windows1252.read);
      await writeSheets(sample, scratch);
      await runScripts(connection, ["cells.sql", "network.sql", ...needed, "check.sql"]);
    });
    const readOthers = await timed(async () => {
      await transcode(sample, scratch, windows1252["read others"]);
      await runScripts(connection, otherScripts());
    });
    const load = await run(["load.sql"]);
    const facts = await run(["facts.sql"]);
    const measures = await run(measureScripts);
    return { stages: { read, "read others": readOthers, load, facts, measures } };
  });
}

async function timed(work: () => Promise<void>): Promise<StageTime> {
  const from = performance.now();
  await work();
  return { seconds: secondsSince(from), peak: peakMemory() };
}

async function runScripts(connection: DuckDBConnection, names: readonly string[]): Promise<void> {
  for (const name of names) {
    try {
      await connection.run(readFileSync(path.join(scripts, name), "utf8"));
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }
}

const otherScripts = () =>
  readdirSync(path.join(scripts, "read"))
    .map((name) => `read/${name}`)
    .filter((name) => !needed.includes(name))
    .sort();

/** Copies files as UTF-8 to `<scratch>/utf-8/<partner>/<name>`. */
async function transcode(sample: string, scratch: string, which: RegExp): Promise<void> {
  for (const name of readdirSync(sample, { recursive: true, encoding: "utf8" }).filter((each) => which.test(each))) {
    const to = path.join(scratch, "utf-8", name);
    mkdirSync(path.dirname(to), { recursive: true });
    await pipeline(createReadStream(path.join(sample, name)), decode, createWriteStream(to));
  }
}

/** Workbooks, which DuckDB does not read without an extension, as CSV in UTF-8: of one sheet by its file's name, of several by theirs. */
async function writeSheets(sample: string, scratch: string): Promise<void> {
  for (const name of readdirSync(sample, { recursive: true, encoding: "utf8" }).filter((each) =>
    /\.xlsx$/.test(each),
  )) {
    const folder = path.join(scratch, "utf-8", path.dirname(name));
    mkdirSync(folder, { recursive: true });
    const sheets = await readWorkbook(path.join(sample, name));
    for (const [sheet, rows] of sheets) {
      const file = sheets.size === 1 ? path.basename(name, ".xlsx") : sheet;
      const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
      writeFileSync(path.join(folder, `${file}.csv`), `${lines.join("\n")}\n`);
    }
  }
}

async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("windows-1252");
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
}
