import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silent } from "../../pipelines/progress.ts";
import { run } from "../../pipelines/run.ts";
import { SmallNetwork, token } from "../support/small-network.ts";
import { contractOf, outcomeOf } from "./contract-of.ts";

const episode = { person_token: "Person", program_id: { constant: "hub-core" } };
const feeds = [
  { id: "people", record: "person", files: "people*.csv", columns: { person_token: "Person" } },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv" },
    columns: { ...episode, enrollment_token: "Stay", entered_on: "In" },
  },
  {
    ...{ id: "lessons", record: "service", files: "lessons*.csv", sends: "full_snapshot", stop_below: 0 },
    columns: { ...episode, service_token: "Lesson", provided_on: "Day", type: { constant: "training" } },
  },
];

const begun = outcomeOf("begun", { kind: "component_begun", service: "training" });
const contract = contractOf({ starts_on: "2025-01-01", ends_on: "2026-12-31", outcomes: [begun] });

let small: SmallNetwork;
let minute = 0;
beforeEach(() => {
  small = new SmallNetwork();
  small.partner("hub", feeds);
  mkdirSync(small.path("contracts"));
  writeFileSync(small.path("contracts/pay.yaml"), JSON.stringify(contract));
  small.send("hub/people.csv", `Person\n${token(1)}\n${token(2)}\n`);
  small.send(
    "hub/stays.csv",
    `Stay,Person,In\n${token(11)},${token(1)},2025-01-01\n${token(12)},${token(2)},2025-01-01\n`,
  );
});
afterEach(() => small.remove());

/** One run of the network, a minute after the one before, when lessons of these people were sent. */
async function ran(...who: number[]): Promise<string> {
  const lessons = who.map((one) => `${token(20 + one)},${token(one)},2025-02-01`);
  small.send("hub/lessons.csv", ["Lesson,Person,Day", ...lessons, ""].join("\n"));
  minute += 1;
  const effects = {
    ...{
      now: () => new Date(Date.UTC(2026, 0, 1, 0, minute)),
      environment: { COMMON_MEASURE_KEYS: small.path("keys") },
    },
    ...{ process: 1, progress: silent, projectRoot: path.resolve(import.meta.dirname, "../..") },
  };
  return (await run(small.network, effects, { withoutSite: true })).outcome;
}

const ledger = () =>
  (JSON.parse(readFileSync(small.path("runs/ledger.json"), "utf8")) as { lines: { amount_cents: number }[] }).lines.map(
    ({ amount_cents }) => amount_cents,
  );

test("a run puts the folder of each contract in place and adds to the ledger; one that finds nothing new, or is made again, adds nothing", async () => {
  expect([await ran(1, 2), ledger()]).toEqual(["published", [10_000, 10_000]]);
  expect(readdirSync(small.path("claims/pay"))).toEqual(["claims.csv", "invoice.csv", "ledger.csv", "report.html"]);
  expect([await ran(1, 2), ledger()]).toEqual(["unchanged", [10_000, 10_000]]);
  expect([await ran(1), ledger()]).toEqual(["published", [10_000, 10_000, -10_000]]);
  rmSync(small.path("runs/standing.json"));
  expect([await ran(1), ledger()]).toEqual(["published", [10_000, 10_000, -10_000]]);
  expect(readdirSync(small.folder).filter((name) => name.startsWith("claims"))).toEqual(["claims"]);
}, 240_000);

test("a run without the ledger is refused before anything is put in place, and goes on when the copy is back", async () => {
  await ran(1);
  const copy = readFileSync(small.path("runs/ledger.json"));
  const standing = readFileSync(small.path("runs/standing.json"), "utf8");
  rmSync(small.path("runs/ledger.json"));
  await expect(ran(1, 2)).rejects.toThrow("has fewer lines than");
  expect(existsSync(small.path("runs/ledger.json"))).toBe(false);
  expect(readFileSync(small.path("runs/standing.json"), "utf8")).toBe(standing);
  writeFileSync(small.path("runs/ledger.json"), copy);
  expect([await ran(1, 2), ledger()]).toEqual(["published", [10_000, 10_000]]);
}, 240_000);
