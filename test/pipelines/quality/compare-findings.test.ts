import { expect, test } from "vitest";
import { compareFindings } from "../../../pipelines/quality/compare-findings.ts";
import { findingColumns, type ListedFinding } from "../../../pipelines/quality/list-findings.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { insert } from "../../support/warehouse.ts";

/** A row set aside in the hub's people file, at an address named for it unless said otherwise. */
const aside = (row_number: number, facts: Partial<ListedFinding> = {}): ListedFinding => ({
  ...{
    partner_id: "hub",
    feed_id: "people",
    record: "person",
    file_name: "people.csv",
    row_number,
    column_name: "Person",
  },
  ...{ rule: "required", says: "the cell is empty", effect: "set aside", address: `people.csv ${row_number}` },
  ...facts,
});

/** A record that is loaded and looks odd, in whatever row it is now. */
const odd = (address: string, row_number: number) =>
  aside(row_number, { rule: "future_date", effect: "loaded", address });

async function told(before: readonly ListedFinding[], now: readonly ListedFinding[]): Promise<string[]> {
  const door = await openWarehouse(":memory:");
  await door.run(`create temp table finding (${findingColumns})`);
  for (const finding of now) await insert(door, "finding", finding);
  await compareFindings(door, before);
  const rows = await door.rows<{ line: string }>(
    "select concat_ws(' ', status, rule, row_number) as line from told_finding order by rule, row_number, status",
  );
  await door.close();
  return rows.map(({ line }) => line);
}

test("a finding at the same address stands, one that is gone is resolved and one that was not there is new", async () => {
  expect(await told([aside(3), aside(5, { rule: "bare_hash" })], [aside(3), aside(7, { column_name: "Age" })])).toEqual(
    ["resolved bare_hash 5", "standing required 3", "new required 7"],
  );
});

test("rows that moved when the file was sent again are matched in their order, those at their old place first", async () => {
  expect(await told([aside(3), aside(5), aside(9)], [aside(4), aside(9)])).toEqual([
    "standing required 4",
    "resolved required 5",
    "standing required 9",
  ]);
  expect(await told([aside(3)], [aside(4), aside(6)])).toEqual(["standing required 4", "new required 6"]);
});

test("a record that is loaded is known by itself and not by its row", async () => {
  expect(await told([odd("ann", 2)], [odd("ann", 9)])).toEqual(["standing future_date 9"]);
  expect(await told([odd("ann", 2)], [odd("bob", 2)])).toEqual(["new future_date 2", "resolved future_date 2"]);
});

test("the same row at another partner, in another feed or for another kind of record is another finding", async () => {
  for (const other of [{ partner_id: "school" }, { feed_id: "clients" }, { record: "enrollment" }])
    expect((await told([aside(3)], [aside(3, other)])).sort()).toEqual(["new required 3", "resolved required 3"]);
});

test("whole files have no row, and stand as long as their reason does", async () => {
  const whole = aside(0, {
    row_number: null,
    record: null,
    effect: "whole file",
    rule: "unknown-column",
    address: "a",
  });
  expect(await told([whole], [whole])).toEqual(["standing unknown-column"]);
});
