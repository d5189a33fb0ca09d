import { expect, test } from "vitest";
import { earnedAboveTotal } from "../../../models/quality/warnings/earned-above-total.ts";
import { oddRows } from "../quality-of.ts";

const reported = (
  row_number: number,
  earned: boolean | null,
  earned_monthly: number,
  total_monthly: number | null,
) => ({
  ...{ partner_id: "hub", feed_id: "feed", file_hash: "0", row_number, enrollment_key: "ann-1", person_key: "ann" },
  ...{ reported_on: "2024-01-01", stage: "entry" as const, earned, earned_monthly, total_monthly },
});

test("income from work equal to all income is fine, a cent more looks odd; without a total or without work nothing is asked", async () => {
  const income = [
    reported(2, true, 900, 900),
    reported(3, true, 900.01, 900),
    reported(4, true, 900, null),
    reported(5, false, 900, 100),
  ];
  expect(await oddRows(earnedAboveTotal, { income })).toEqual([[2, 3], [3]]);
});
