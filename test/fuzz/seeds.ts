import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deidentify } from "../../pipelines/deidentify/deidentify.ts";
import { token } from "../support/small-network.ts";
import { arrowFile, type Packs, parquetFile, recordsIn, workbook, zipFolder } from "./packed-seeds.ts";

/** One format that the door reads: its feed, and a good export of it. */
export interface Format {
  feed: object;
  /** Files by name. */
  seed(): Promise<ReadonlyMap<string, Buffer>>;
  /** What the one file packs: its parts are changed as often as its bytes. */
  packs?: Packs;
  /** The cells as text, where the bytes of the files do not show them. */
  text?: string;
  /** Names of columns may stand anywhere in the file, so that a changed one may have any text for a name. */
  named_anywhere?: true;
}

const keyed = (of: string, number: number) => token(number).replace("v1:hub:zz", `v1:hub:${of}`);

const enrollments = [
  "Episode,Client,Start,End,Reason,Age",
  ...Array.from({ length: 12 }, (_, index) => {
    const day = String(index + 10);
    const end = index % 3 === 0 ? `2025-11-${day}` : "";
    return [keyed("ep", index), keyed("pe", index), `2025-03-${day}`, end, end && "Completed program", 20 + index].join(
      ",",
    );
  }),
  "",
].join("\n");

const table = (settings: object) => ({
  id: "feed",
  files: "*",
  record: "enrollment",
  stop_above: 1,
  columns: {
    enrollment_token: "Episode",
    person_token: "Client",
    program_id: { constant: "hub-core" },
    entered_on: "Start",
    exited_on: "End",
    exit_reason: { from: "Reason", words: { "Completed program": "completed" } },
    age_at_entry: "Age",
  },
  ...settings,
});

const matrix = [
  "Episode,Client,Date,Housing,Food,Employment",
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `${keyed("ep", index)},${keyed("pe", index)},2025-04-${index + 10},${1 + (index % 5)},N/A,${index % 6}`,
  ),
  "",
].join("\n");

/** A format of one file that packs its cells. */
const packed = (settings: object, name: string, packs: Packs, text = enrollments): Format => ({
  feed: table(settings),
  seed: async () => new Map([[name, Buffer.from(await packs.pack(await packs.parts()))]]),
  ...{ packs, text, named_anywhere: true },
});

const single = (name: string, content: Buffer) => async () => new Map([[name, content]]);

async function hmisExport(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-fuzz-"));
  try {
    const to = path.join(folder, "export");
    const from = path.resolve(import.meta.dirname, "../fixtures/hmis/export");
    await deidentify({ from, to, key: Buffer.alloc(32, 7), keyId: "fuzz" });
    return new Map(readdirSync(to).map((name) => [name, readFileSync(path.join(to, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fixture = (name: string) => readFileSync(path.resolve(import.meta.dirname, "../fixtures", name));

/** Every format that the door reads. A new one is a line here, and a maker of a good export of it. */
export const formats: Readonly<Record<string, Format>> = {
  csv: { feed: table({}), seed: single("enrollments.csv", Buffer.from(enrollments)) },
  "csv of another dialect": {
    feed: table({ delimiter: ";", encoding: "windows-1252" }),
    seed: single("enrollments.csv", Buffer.from(enrollments.replaceAll(",", ";"), "latin1")),
  },
  "wide form": {
    feed: {
      id: "feed",
      files: "*",
      record: "assessment_score",
      stop_above: 1,
      columns: {
        enrollment_token: "Episode",
        person_token: "Client",
        assessed_on: "Date",
        stage: { constant: "initial" },
      },
      wide: {
        instrument: "az-ssm-18",
        domains: { housing: "Housing", food: "Food", employment: "Employment" },
        not_applicable: ["0", "N/A"],
      },
    },
    seed: single("matrix.csv", Buffer.from(matrix)),
  },
  "HMIS export": {
    feed: { id: "feed", format: "hmis_csv", files: "*.csv", stop_above: 1, projects: { "808": "hub-core" } },
    seed: hmisExport,
  },
  "participant record": {
    feed: {
      ...{ id: "feed", format: "wioa_pirl", files: "*.csv", stop_above: 1 },
      programs: { adult: "hub-core", otherwise: "hub-core" },
    },
    seed: single("participants.csv", fixture("pirl/participants.csv")),
  },
  json: {
    feed: table({ format: "json" }),
    seed: single("enrollments.json", Buffer.from(JSON.stringify({ count: 12, data: recordsIn(enrollments) }, null, 1))),
    ...{ text: enrollments, named_anywhere: true },
  },
  "json lines": {
    feed: table({ format: "jsonl" }),
    seed: single(
      "enrollments.jsonl",
      Buffer.from(
        recordsIn(enrollments)
          .map((one) => JSON.stringify(one))
          .join("\n"),
      ),
    ),
    ...{ text: enrollments, named_anywhere: true },
  },
  workbook: packed({ format: "xlsx" }, "enrollments.xlsx", workbook(enrollments)),
  parquet: packed({ format: "parquet" }, "enrollments.parquet", parquetFile(enrollments)),
  arrow: packed({ format: "arrow" }, "enrollments.arrow", arrowFile(enrollments)),
  "zip folder": packed(
    {},
    "enrollments.zip",
    zipFolder({ "2025/a.csv": enrollments, "2025/b.csv": enrollments.replaceAll("v1:hub:ep", "v1:hub:eq") }),
  ),
};
