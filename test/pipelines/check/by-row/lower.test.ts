import { expect, test } from "vitest";
import { lower } from "../../../../pipelines/check/by-row/lower.ts";
import { openWarehouse } from "../../../../pipelines/warehouse.ts";

test("every character is made small as the pipeline's engine makes it", async () => {
  const door = await openWarehouse(":memory:");
  const rows = await door.rows<{ large: string; small: string }>(
    "select chr(c) as large, lower(chr(c)) as small from (select cast(unnest(range(1, 66000)) as integer) as c) where c not between 55296 and 57343",
  );
  await door.close();
  const differing = rows.filter(({ large, small }) => lower(large) !== small);
  expect(differing.map(({ large, small }) => [large.codePointAt(0)!.toString(16), small, lower(large)])).toEqual([]);
  expect(lower("ΑΣ")).toBe("ασ");
});
