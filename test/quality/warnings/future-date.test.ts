import { expect, test } from "vitest";
import { futureDate } from "../../../models/quality/warnings/future-date.ts";
import { planned } from "../../measures/record-rows.ts";
import { enrolled } from "../../support/warehouse.ts";
import { file, oddRows } from "../quality-of.ts";

const received = { received_file: [file({ record: "enrollment" }), file({ record: "goal" })] };

test("an entry or exit on the day the file came is fine, on the day after it looks odd", async () => {
  const enrollment = [
    enrolled("ann", "2026-01-02", { row_number: 2 }),
    enrolled("bob", "2026-01-03", { row_number: 3 }),
    enrolled("cat", "2025-01-01", { row_number: 4, exited_on: "2026-01-03" }),
  ];
  expect((await oddRows(futureDate, { enrollment }, received))[1]).toEqual([3, 4]);
});

test("a goal that is due later is a plan and fine, one set later looks odd", async () => {
  const goal = [
    planned("ann", "2026-01-02", { row_number: 2, due_on: "2026-12-31" }),
    planned("ann", "2026-01-03", { row_number: 3 }),
  ];
  expect((await oddRows(futureDate, { goal }, received))[1]).toEqual([3]);
});
