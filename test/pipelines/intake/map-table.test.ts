import { expect, test } from "vitest";
import { mapTable } from "../../../pipelines/intake/map-table.ts";
import { Feed, type TableFeed } from "../../../pipelines/network.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";

test("commas that group thousands go from an amount; a decimal comma stays, for the checks to find", async () => {
  const columns = { person_token: "p", benefit: "b", month: "m", amount: "a" };
  const feed = Feed.parse({ id: "benefits", record: "benefit_month", files: "b.csv", columns }) as TableFeed;
  const door = await openWarehouse(":memory:");
  await door.run(`create table t as select row_number() over () as _row, 'p' as p, 'b' as b, '2024-01' as m, a
    from unnest(['$1,234.50', '12.50', '1,234,567', '12,50', '1 234,5']) as u(a)`);
  const { select } = mapTable(feed, "b.csv", "t");
  const rows = await door.rows<{ amount: string }>(`select amount from (${select}) order by _row`);
  expect(rows.map(({ amount }) => amount)).toEqual(["1234.50", "12.50", "1234567", "12,50", "1 234,5"]);
  await door.close();
});
