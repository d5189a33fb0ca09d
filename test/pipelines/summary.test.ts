import { expect, test } from "vitest";
import type { AuditReport } from "../../pipelines/audit/audit.ts";
import type { ProtectionReport } from "../../pipelines/protect/report.ts";
import type { Receipt } from "../../pipelines/receive/receipt.ts";
import { blankRecord, type Totals } from "../../pipelines/run-record.ts";
import { foundIn, summaryLines, totalsOf } from "../../pipelines/summary.ts";
import { testNetwork } from "../support/network.ts";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";

const receipt = { converted: [{ record: "person", file: "people.csv", accepted: 9, broken: 0, rows: 9 }] };
const taken = { fresh: [], inUse: [receipt as unknown as Receipt], stopped: [], refused: [], found: [] };
const report = { report: { cells: 0 } } as unknown as ProtectionReport;

const blankOf = () =>
  blankRecord({ run: "run-1", startedAt: "2026-01-01", asOf: "2026-01-01", network: testNetwork, code: "" });

test("records are those in the warehouse, whatever was accepted before some were set aside", async () => {
  const door = await warehouseOf({
    person: [person("ann"), person("bob")],
    enrollment: [enrolled("ann", "2024-01-01")],
  });
  await door.run("create table figure as select 'm' as measure");
  await door.run(`create table set_aside as select 'hub' as partner_id, 'feed' as feed_id, '0' as file_hash, 4 as row_number,
    'people.csv' as file_name, 'enrollment' as record, 'Person' as column_name, 'unknown_person' as rule, 'no such person' as says`);
  const totals = await totalsOf(door, taken, report, {} as AuditReport);
  await door.close();
  expect([totals.records, totals.rows_set_aside]).toEqual([3, 1]);
});

test("no name in the summary changes the terminal it is shown on", () => {
  const reason = { partner: "hub", file: "a.csv", row: 2, column: "A\u001b[2J\u202e", says: "wrong", rows: 1 };
  const totals = { first_reasons: [reason], people: 0, records: 0, rows_set_aside: 1 } as unknown as Totals;
  const numbers = new Proxy(totals, { get: (of, key) => of[key as keyof Totals] ?? 0 });
  const record = { ...blankOf(), totals: numbers };
  const lines = summaryLines(record, { preview: "", setAside: "", feedback: "" });
  expect(lines).toContain("    1 × hub/a.csv, A\\u{1b}[2J\\u{202e}: wrong (first in row 2)");
});

test("what was found in a partner's folder is in the summary, beside no file", () => {
  const found = foundIn([
    { partner: "hub", feed: null, code: "unmatched-files", facts: { files: 1, first: ["notes.txt"] } },
  ]);
  const lines = summaryLines({ ...blankOf(), found }, { preview: "", setAside: "", feedback: "" });
  expect(lines.join("\n")).toContain("    hub: 1 file or link belongs to no feed and is passed over: notes.txt.");
});
