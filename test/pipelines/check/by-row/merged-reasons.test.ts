import { expect, test } from "vitest";
import { mergedReasons } from "../../../../pipelines/check/by-row/merged-reasons.ts";

const reason = (row: number, column: string) => ({ file: "a.csv", row, column, rule: "too_long", says: "too long" });

test("reasons of several lists come in the order of their rows, and what two say alike comes once", () => {
  const lists = [[reason(2, "A"), reason(7, "A")], [], [reason(2, "A"), reason(2, "B"), reason(3, "A")]];
  expect([...mergedReasons(lists)].map(({ row, column }) => `${row}${column}`)).toEqual(["2A", "2B", "3A", "7A"]);
});
