import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silent } from "../../pipelines/progress.ts";
import { rekey } from "../../pipelines/rekey.ts";
import { release } from "../../pipelines/release.ts";
import { run } from "../../pipelines/run.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { contractOf, outcomeOf } from "../contracts/contract-of.ts";
import { SmallNetwork, token } from "../support/small-network.ts";

const episode = { person_token: "Person", program_id: { constant: "hub-core" } };
const feeds = [
  { id: "people", record: "person", files: "people*.csv", columns: { person_token: "Person" } },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv" },
    columns: { ...episode, enrollment_token: "Stay", entered_on: "In" },
  },
  {
    ...{ id: "lessons", record: "service", files: "lessons*.csv" },
    columns: { ...episode, service_token: "Lesson", provided_on: "Day", type: { constant: "training" } },
  },
];
const begun = outcomeOf("begun", { kind: "component_begun", service: "training" });

let small: SmallNetwork;
let minute = 0;
beforeEach(() => {
  small = new SmallNetwork();
  small.partner("hub", feeds);
  mkdirSync(small.path("contracts"));
  const contract = contractOf({ starts_on: "2025-01-01", ends_on: "2026-12-31", outcomes: [begun] });
  writeFileSync(small.path("contracts/pay.yaml"), JSON.stringify(contract));
  small.send("hub/people.csv", `Person\n${token(1)}\n`);
  small.send("hub/stays.csv", `Stay,Person,In\n${token(11)},${token(1)},2025-01-01\n`);
  small.send("hub/lessons.csv", `Lesson,Person,Day\n${token(21)},${token(1)},2025-02-01\n`);
});
afterEach(() => small.remove());

const effects = () => ({
  now: () => new Date(Date.UTC(2026, 0, 1, 0, ++minute)),
  environment: { COMMON_MEASURE_KEYS: small.path("keys") },
  process: 1,
  progress: silent,
  projectRoot: path.resolve(import.meta.dirname, "../.."),
});
const withoutSite = { withoutSite: true };
const key = () => readFileSync(small.path("keys/small.key"), "utf8");
const ledger = () => JSON.parse(readFileSync(small.path("runs/ledger.json"), "utf8")).lines as { episode: string }[];

async function keys(): Promise<string[]> {
  const door = await openWarehouse(small.path("warehouse.duckdb"), { readOnly: true });
  const rows = await door.rows<{ key: string }>(
    "select person_key as key from person union all select enrollment_key from enrollment union all select service_key from service",
  );
  await door.close();
  return rows.map((row) => row.key);
}

test("everything is made again under a new key, or nothing changes; what was paid stays paid, and the next run has nothing to do", async () => {
  const first = await run(small.network, effects(), withoutSite);
  await release(small.network, effects(), withoutSite);
  const kept = () => JSON.parse(readFileSync(small.path("kept/1/kept.json"), "utf8")) as { key_id: string };
  expect(kept().key_id).toBe(first.key_id);
  const before = { key: key(), keys: await keys(), ledger: ledger(), intake: readdirSync(small.path("intake")) };
  expect(before.ledger.length).toBe(1);

  // A file in use that is neither in the partner's folder nor in the inbox cannot be made again.
  const stays = small.path("exports/hub/stays.csv");
  const sealed = small.path(`inbox/${createHash("sha256").update(readFileSync(stays)).digest("hex")}`);
  rmSync(stays);
  renameSync(sealed, small.path("put-away"));
  await expect(rekey(small.network, effects(), withoutSite)).rejects.toThrow(
    /^the key was not changed: stays\.csv: it is to be converted again, and its sealed copy/,
  );
  expect([key(), await keys(), ledger()]).toEqual([before.key, before.keys, before.ledger]);
  await expect(run(small.network, effects(), withoutSite)).rejects.toThrow("npm run rekey ends it");

  renameSync(small.path("put-away"), sealed);
  const changed = await rekey(small.network, effects(), withoutSite);
  expect([changed.outcome, existsSync(small.path("keys/small.key.next"))]).toEqual(["published", false]);
  expect(key()).not.toBe(before.key);
  expect(changed.key_id).not.toBe(first.key_id);
  // What the release counted is found again under the new key: nobody came late, and nobody is gone.
  expect([kept().key_id, changed.after_release, changed.frozen]).toEqual([changed.key_id, 1, []]);
  const now = await keys();
  expect(now.length).toBe(before.keys.length);
  expect(now.filter((each) => before.keys.includes(each))).toEqual([]);
  expect(readdirSync(small.path("intake")).filter((name) => before.intake.includes(name))).toEqual([]);
  const [paid] = ledger();
  expect(ledger()).toEqual([{ ...before.ledger[0], episode: paid!.episode }]);
  expect(paid!.episode).not.toBe(before.ledger[0]!.episode);

  expect((await run(small.network, effects(), withoutSite)).outcome).toBe("unchanged");
}, 400_000);

test("there is no key to change before the first run", async () => {
  await expect(rekey(small.network, effects(), withoutSite)).rejects.toThrow("there is no key to change");
});
