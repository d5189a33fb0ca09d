import { expect, test } from "vitest";
import { qualityColumns } from "../../../models/quality/dimension.ts";
import { findingColumns } from "../../../pipelines/quality/list-findings.ts";
import { readPack } from "../../../pipelines/quality/pack.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { insert } from "../../support/warehouse.ts";

const occasion = {
  network: "Net",
  contact: "data@example.org",
  asOf: "2026-01-31",
  readOn: "2026-02-01",
  first: false,
};

test("findings that ask for the same are one group, whose first row is that of its first file there is still something in", async () => {
  const door = await openWarehouse(":memory:");
  await door.run(
    `create table quality (place integer, dimension varchar, ${qualityColumns.map((each) => each.join(" ")).join(", ")})`,
  );
  await door.run(`create table told_finding (${findingColumns}, status varchar)`);
  const found = (file_name: string, row_number: number, status: string, partner_id = "hub") =>
    insert(door, "told_finding", {
      ...{ partner_id, feed_id: "people", record: "person", file_name, row_number, column_name: "Person" },
      ...{ rule: "required", says: "the cell is empty", effect: "set aside", address: "a", status },
    });
  await found("a.csv", 3, "resolved");
  await found("b.csv", 12, "standing");
  await found("b.csv", 9, "new");
  await found("c.csv", 2, "standing");
  await found("a.csv", 1, "new", "school");
  const { groups } = await readPack(door, { id: "hub", name: "Hub" }, occasion);
  await door.close();
  expect(groups).toEqual([
    {
      ...{ effect: "set aside", feed_id: "people", file_name: "b.csv", files: 2, column_name: "Person" },
      ...{ rule: "required", says: "the cell is empty", now: 3, new: 1, resolved: 1, first_row: 9 },
    },
  ]);
});
