import { expect, test } from "vitest";
import { consistency } from "../../models/quality/consistency.ts";
import { enrolled, scored } from "../support/warehouse.ts";
import { file, qualityOf } from "./quality-of.ts";

test("a matrix form of many domains in one row of a file is one row, odd or not", async () => {
  const form = (row_number: number, day: string) =>
    ["housing", "food", "income"].map((domain) => scored("ann", day, 2, { row_number, domain }));
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01", { exited_on: "2024-02-01" })],
    assessment_score: [...form(2, "2024-01-05"), ...form(3, "2024-06-01")],
  };
  const found = await qualityOf(consistency, rows);
  expect(found["assessment_score assessed_after_exit"]).toBe("1/2");
});

test("a row with two dates to come is one odd row", async () => {
  const rows = {
    enrollment: [
      enrolled("ann", "2026-02-01", { row_number: 2, exited_on: "2026-03-01" }),
      enrolled("bob", "2026-01-01", { row_number: 3 }),
    ],
  };
  const found = await qualityOf(consistency, rows, { received_file: [file({ record: "enrollment" })] });
  expect(found["enrollment future_date"]).toBe("1/2");
});
