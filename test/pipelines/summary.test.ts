import { expect, test } from "vitest";
import type { AuditReport } from "../../pipelines/audit/audit.ts";
import type { ProtectionReport } from "../../pipelines/protect/report.ts";
import type { Receipt } from "../../pipelines/receive/receipt.ts";
import { blankRecord } from "../../pipelines/run-record.ts";
import { foundIn, summaryLines, totalsOf } from "../../pipelines/summary.ts";
import { testNetwork } from "../support/network.ts";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";

const receipt = { converted: [{ record: "person", file: "people.csv", accepted: 9, broken: 0, rows: 9 }] };
const taken = { fresh: [], inUse: [receipt as unknown as Receipt], stopped: [], refused: [], found: [] };
const report = { report: { cells: 0 } } as unknown as ProtectionReport;

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

test("what was found in a partner's folder is in the summary, beside no file", () => {
  const found = foundIn({
    found: [{ partner: "hub", feed: null, code: "unmatched-files", facts: { files: 1, first: ["notes.txt"] } }],
  });
  const blank = blankRecord({
    run: "run-1",
    startedAt: "2026-01-01",
    asOf: "2026-01-01",
    network: testNetwork,
    code: "",
  });
  const lines = summaryLines({ ...blank, found }, { preview: "", setAside: "" });
  expect(lines.join("\n")).toContain("    hub: 1 file or link belongs to no feed and is passed over: notes.txt.");
});
