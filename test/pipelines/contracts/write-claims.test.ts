import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerLine } from "../../../models/contracts/ledger.ts";
import { buildFacts } from "../../../pipelines/build/facts.ts";
import { loadRecords } from "../../../pipelines/build/load.ts";
import { loadCalendar, loadStructure } from "../../../pipelines/build/structure.ts";
import { writeClaims } from "../../../pipelines/contracts/write-claims.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { SmallNetwork, token } from "../../support/small-network.ts";

const feeds = [
  { id: "people", record: "person", files: "people*.csv", columns: { person_token: "Person" } },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv", sends: "full_snapshot", stop_below: 0 },
    columns: {
      ...{ enrollment_token: "Stay", person_token: "Person", program_id: { constant: "hub-core" } },
      ...{ entered_on: "In", exited_on: "Out" },
    },
  },
  {
    ...{ id: "lessons", record: "service", files: "lessons*.csv", sends: "full_snapshot", stop_below: 0 },
    columns: {
      ...{ service_token: "Lesson", person_token: "Person", program_id: { constant: "hub-core" } },
      ...{ provided_on: "Day", type: { constant: "training" }, hours: "Hours" },
    },
  },
];

const contract = {
  ...{ id: "pay", title: "Paid for starting", provider: "hub", payer: "The state", programs: ["hub-core"] },
  ...{ starts_on: "2025-01-01", ends_on: "2026-12-31", cap_cents: 1_000_000, source: "The amounts are made up." },
  outcomes: [
    {
      ...{ code: "enrolled", title: "Enrollment completed", evidence: { kind: "hours_of_service", hours: 40 } },
      ...{ window_days: 365, target: { payments: 4, by: "2026-12-31" } },
      rates: [
        { from: "2025-01-01", to: "2025-06-30", amount_cents: 50_000 },
        { from: "2025-07-01", amount_cents: 55_050 },
      ],
    },
  ],
};

let small: SmallNetwork;
let ledger: LedgerLine[];
beforeEach(() => {
  small = new SmallNetwork();
  small.partner("hub", feeds);
  mkdirSync(small.path("contracts"));
  writeFileSync(small.path("contracts/pay.yaml"), JSON.stringify(contract));
  ledger = [];
});
afterEach(() => small.remove());

type Lesson = [person: number, on: string, hours: number];

/** Sends people 1 to 3, each in an episode from January 1, 2025, and lessons as person, day and hours. */
const send = (...lessons: Lesson[]) => sendOf([1, 2, 3], lessons);

function sendOf(people: readonly number[], lessons: readonly Lesson[]): void {
  small.send("hub/people.csv", ["Person", ...people.map(token), ""].join("\n"));
  const stays = people.map((who) => `${token(100 + who)},${token(who)},2025-01-01,`);
  small.send("hub/stays.csv", ["Stay,Person,In,Out", ...stays, ""].join("\n"));
  const rows = lessons.map(([who, on, hours], at) => `${token(200 + at)},${token(who)},${on},${hours}`);
  small.send("hub/lessons.csv", ["Lesson,Person,Day,Hours", ...rows, ""].join("\n"));
}

/** Takes in what was sent, writes the folders and returns the keys of the warehouse, which no file may hold. */
async function written(asOf: string): Promise<string[]> {
  const { network, places } = small;
  const taken = await small.take();
  const folder = small.path("claims");
  mkdirSync(folder, { recursive: true });
  const door = await openWarehouse(":memory:", { folders: [places.intake, folder] });
  try {
    await loadStructure(door, network, asOf);
    await loadRecords(door, { intake: places.intake, ...taken });
    await loadCalendar(door, network);
    await buildFacts(door, network);
    const run = `run-${asOf}`;
    ledger = await writeClaims(door, folder, { network, ledger, inUse: taken.inUse, run, asOf, readOn: "2026-02-01" });
    const keys = await door.rows<{ key: string }>(
      "select person_key as key from person union select enrollment_key from enrollment",
    );
    return keys.map(({ key }) => key);
  } finally {
    await door.close();
  }
}

const file = (name: string) => readFileSync(small.path(`claims/pay/${name}`), "utf8");
const cells = (name: string, ...columns: string[]) => {
  const split = (line: string) => line.split(",").map((cell) => cell.replaceAll('"', ""));
  const [names, ...lines] = file(name).trim().split("\n").map(split);
  return lines.map((line) => columns.map((column) => line[names!.indexOf(column)]).join(" "));
};

test("the claims stand by file and row of the episode: payable at the rate of the day, and not payable with the reason", async () => {
  send(
    [1, "2025-06-30", 20],
    [1, "2025-06-29", 20],
    [2, "2025-07-01", 24],
    [2, "2025-06-30", 16],
    [3, "2025-07-01", 24],
  );
  await written("2026-01-31");
  expect(cells("claims.csv", "file", "row", "status", "reason", "achieved_on", "amount_cents")).toEqual([
    "stays.csv 2 payable  2025-06-30 50000",
    "stays.csv 3 payable  2025-07-01 55050",
    "stays.csv 4 not_payable no_evidence  0",
  ]);
});

test("data that is restated is a clawback, and a claim again when it is back; the ledger only grows", async () => {
  const first: Lesson = [1, "2025-06-29", 20];
  const second: Lesson = [1, "2025-06-30", 20];
  send(first, second);
  await written("2026-01-29");
  await written("2026-01-30");
  const before = [...ledger];
  send(first);
  await written("2026-01-31");
  expect(cells("ledger.csv", "line", "posted_on", "entry", "amount_cents", "reason")).toEqual([
    "1 2026-01-29 payment 50000 ",
    "2 2026-01-31 clawback -50000 no_evidence",
  ]);
  expect(file("report.html")).toContain("1 payment was taken back because the data changed: $500.00 in all.");
  expect(ledger.slice(0, 1)).toEqual(before);
  send(first, second);
  await written("2026-02-28");
  expect(cells("ledger.csv", "line", "posted_on", "entry", "amount_cents", "reason").slice(2)).toEqual([
    "3 2026-02-28 payment 50000 ",
  ]);
  expect(cells("invoice.csv", "invoice_month", "reached_month", "payments", "clawbacks", "amount_cents")).toEqual([
    "2026-01 2025-06 1 1 0",
    "2026-02 2025-06 1 0 50000",
  ]);
});

test("the report says what is earned, pending and not payable, how far the target is, and for whom alone it is", async () => {
  send([1, "2025-06-29", 20], [1, "2025-06-30", 20], [2, "2025-06-29", 24], [2, "2025-06-30", 15.99]);
  await written("2025-12-31");
  const page = file("report.html");
  expect(page).toContain("For hub and the staff of the network only.");
  expect(page).toContain("1 outcome is payable: $500.00 of at most $10,000.00 (5 %).");
  expect(page).toContain("2 outcomes can still be reached in time.");
  expect(page).toContain("There is no claim that is not payable.");
  expect(page).toContain("25 %");
  await written("2026-01-02");
  const later = file("report.html");
  expect(later).toContain("No outcome is pending.");
  expect(later).toContain("Nothing on record shows it.");
});

test("a report asks nothing of the network, and no file has a token or a key", async () => {
  send([1, "2025-06-29", 20], [1, "2025-06-30", 20]);
  const keys = await written("2026-01-31");
  expect(keys.length).toBeGreaterThan(5);
  expect(readdirSync(small.path("claims/pay"))).toEqual(["claims.csv", "invoice.csv", "ledger.csv", "report.html"]);
  expect(file("report.html")).not.toMatch(/https?:|src=|<script|url\(/);
  for (const name of readdirSync(small.path("claims/pay")))
    for (const secret of ["v1:hub", ...keys]) expect(file(name)).not.toContain(secret);
});

test("what the ledger has paid is what the report says is earned", async () => {
  send([1, "2025-06-29", 20], [1, "2025-06-29", 20], [2, "2025-06-30", 24]);
  await written("2026-01-30");
  send(
    [1, "2025-06-29", 20],
    [2, "2025-06-30", 24],
    [2, "2025-08-01", 16],
    [3, "2025-07-01", 16],
    [3, "2025-07-02", 24],
  );
  await written("2026-01-31");
  expect(ledger.reduce((sum, { amount_cents }) => sum + amount_cents, 0)).toBe(110_100);
  expect(file("report.html")).toContain("2 outcomes are payable: $1,101.00");
});

test("an episode that is no longer on record is taken back, with the place where it stood", async () => {
  const lessons: Lesson[] = [
    [2, "2025-06-29", 20],
    [2, "2025-06-30", 20],
  ];
  send(...lessons);
  await written("2026-01-30");
  sendOf([1, 3], []);
  await written("2026-01-31");
  expect(cells("ledger.csv", "entry", "amount_cents", "reason", "file", "row")).toEqual([
    "payment 50000  stays.csv 3",
    "clawback -50000 episode_gone stays.csv 3",
  ]);
  expect(file("report.html")).toContain("The episode is no longer on record, or the contract no longer covers it.");
});

test("an outcome that the contract no longer lists is taken back as one, though its episode is still on record", async () => {
  send([1, "2025-06-29", 20], [1, "2025-06-30", 20]);
  await written("2026-01-30");
  const renamed = { ...contract.outcomes[0], code: "started", title: "Started" };
  writeFileSync(small.path("contracts/pay.yaml"), JSON.stringify({ ...contract, outcomes: [renamed] }));
  await written("2026-01-31");
  expect(cells("ledger.csv", "entry", "outcome", "amount_cents", "reason")).toEqual([
    "payment enrolled 50000 ",
    "clawback enrolled -50000 outcome_gone",
    "payment started 50000 ",
  ]);
  expect(file("report.html")).toContain("or the contract no longer lists it.");
});

test("nothing is written when the ledger has payments of a contract that is gone, or lines of a later day", async () => {
  send([1, "2025-06-29", 20], [1, "2025-06-30", 20]);
  await written("2026-01-31");
  rmSync(small.path("claims"), { recursive: true });
  await expect(written("2026-01-30")).rejects.toThrow("has lines as of 2026-01-31, later than as_of 2026-01-30");
  rmSync(small.path("contracts/pay.yaml"));
  await expect(written("2026-01-31")).rejects.toThrow('payments of contract "pay" stand in the ledger');
  writeFileSync(small.path("contracts/starting.yaml"), JSON.stringify({ ...contract, id: "starting" }));
  await expect(written("2026-01-31")).rejects.toThrow('payments of contract "pay" stand in the ledger');
  expect([readdirSync(small.path("claims")), ledger.length]).toEqual([[], 1]);
});

test("the report says when the contract's limit keeps outcomes from being paid for", async () => {
  writeFileSync(small.path("contracts/pay.yaml"), JSON.stringify({ ...contract, cap_cents: 50_000 }));
  send([1, "2025-06-29", 20], [1, "2025-06-29", 20], [2, "2025-06-30", 20], [2, "2025-06-30", 20]);
  await written("2026-01-31");
  expect(file("report.html")).toContain("1 outcome is payable: $500.00 of at most $500.00 (100 %).");
  expect(file("report.html")).toContain("1 outcome is not paid for because the next payment would go over $500.00.");
  expect(cells("claims.csv", "row", "reason", "rate_cents", "amount_cents")).toContain("3 over_cap 50000 0");
});
