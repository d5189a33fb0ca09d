import { expect, test } from "vitest";
import { inForce } from "../../models/benefits/dated.ts";

const table = (from: string) => ({ from, source: "a source", checked: "general knowledge" as const });
const tables = [table("2026-01-01"), table("2024-10-01"), table("2025-10-01")];

test("a table holds from its first day until the day before the next one, in whatever order they stand", () => {
  expect(inForce(tables, "2024-10-01").from).toBe("2024-10-01");
  expect(inForce(tables, "2025-12-31").from).toBe("2025-10-01");
  expect(inForce(tables, "2027-01-01").from).toBe("2026-01-01");
});

test("before the first table there are no rules", () => {
  expect(() => inForce(tables, "2024-09-30")).toThrow("no rules in force on 2024-09-30");
});
