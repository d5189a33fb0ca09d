import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AggregatePartner } from "../../pipelines/aggregate-partner.ts";
import { takeAggregates } from "../../pipelines/aggregates.ts";
import { outcome, sentence } from "../../pipelines/findings.ts";
import type { Network } from "../../pipelines/read-network.ts";
import { testNetwork } from "../support/network.ts";
import { type Dice, diceOf, mutated } from "./mutate.ts";

// A table of counts comes by a way of its own: it ends taken or refused, within the same seconds as a format of records.
const MOST_FILES = 400;
const FEWEST_FILES = 20;
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 24) / 12;
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

const HEADER = "measure,part,slice,member,period,count";
const good = Buffer.from(
  [
    HEADER,
    ...[
      "everyone,everyone,to-date,412",
      "everyone,everyone,PY2025,173",
      "disability,yes,to-date,120",
      "disability,no,to-date,withheld",
    ].map((row) => `people-served,people,${row}`),
    "",
  ].join("\n"),
);

let folder: string;
let network: Network;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-counts-"));
  const shelter = { id: "shelter", name: "Shelter", profile: "aggregate_only", folder: "shelter" };
  network = { ...testNetwork, folder, aggregate_partners: [AggregatePartner.parse(shelter)] };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What comes of a table, where there was none before. */
async function taken(table: Uint8Array) {
  for (const name of ["shelter", "inbox"]) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
    mkdirSync(path.join(folder, name));
  }
  writeFileSync(path.join(folder, "shelter/counts.csv"), table);
  const inbox = path.join(folder, "inbox");
  const places = { inbox, aggregates: path.join(folder, "aggregates.json") };
  rmSync(places.aggregates, { force: true });
  const now = () => new Date("2026-07-01T10:00:00Z");
  const came = await takeAggregates({ network, places, asOf: "2026-06-30", code: "" }, now);
  return { ...came, kept: readdirSync(inbox).length };
}

const IDENTITY = "412-65-0001";

/** A changed table: anything anywhere, or a person's number or another count in the place of a cell. */
function changed(dice: Dice): { table: Buffer; mutations: number } {
  const lines = good.toString().split("\n");
  const at = 1 + dice(lines.length - 2);
  const cells = lines[at]!.split(",");
  cells[dice(cells.length)] = [IDENTITY, "withheld", String(dice(500)), "no", "PY2025", "people"][dice(6)]!;
  lines[at] = cells.join(",");
  const times = dice(3) === 0 ? 0 : 1 + dice(8);
  const kept = dice(2) === 0 ? 0 : HEADER.length + 1;
  const bytes = Buffer.from(lines.join("\n"));
  return {
    table: Buffer.concat([bytes.subarray(0, kept), mutated(bytes.subarray(kept), times, dice)]),
    mutations: 1 + times,
  };
}

test("the table itself is taken", async () => {
  const { findings, kept, cells } = await taken(good);
  expect([findings, kept, cells.length > 0]).toEqual([[], 1, true]);
});

test("every changed table ends taken, or refused with a sentence that repeats no cell, and is not kept then", async () => {
  const came = { taken: 0, refused: 0 };
  const began = performance.now();
  const isTime = () => performance.now() - began < 1000 * SECONDS;
  let mutations = 0;
  for (let number = FIRST; number < FIRST + MOST_FILES && (isTime() || number < FIRST + FEWEST_FILES); number++) {
    const { table, mutations: more } = changed(diceOf(number));
    mutations += more;
    const { findings, cells, kept } = await taken(table).catch((error) => {
      throw new Error(`table ${number} ends in an error: ${(error as Error).message}`, { cause: error });
    });
    const says = findings.map(sentence);
    expect([number, says.every((each) => /^[^\n]{10,}\.$/.test(each))]).toEqual([number, true]);
    expect([number, says.filter((each) => each.includes(IDENTITY))]).toEqual([number, []]);
    expect([number, findings.every((each) => outcome(each) === "refused")]).toEqual([number, true]);
    if (findings.length > 0) expect([number, cells.length, kept]).toEqual([number, 0, 0]);
    came[findings.length > 0 ? "refused" : "taken"] += 1;
  }
  expect(mutations).toBeGreaterThan(FEWEST_FILES);
  expect([came.taken > 0, came.refused > 0]).toEqual([true, true]);
});
