import { expect, test } from "vitest";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { zipArea, zipAreaSql } from "../../pipelines/zip-area.ts";

test.each([
  ["38103", "381"],
  ["38103-1234", "381"],
  ["381031234", "381"],
  ["2139", "021"],
  ["381", "381"],
  ["036", "000"],
  ["03601", "000"],
  ["3601", "000"],
  ["000", "000"],
  ["38", "38"],
  ["3810x", "3810x"],
  ["381030", "381030"],
  ["38103 1234", "38103 1234"],
])("%s is %s, one by one and in sets", async (zip, area) => {
  expect(zipArea(zip)).toBe(area);
  const door = await openWarehouse(":memory:");
  const [row] = await door.rows<{ area: string }>(`select ${zipAreaSql("zip")} as area from (select $1 as zip)`, [zip]);
  await door.close();
  expect(row!.area).toBe(area);
});
