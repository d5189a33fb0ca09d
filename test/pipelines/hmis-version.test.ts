import { expect, test } from "vitest";
import { hmisVersion } from "../../pipelines/hmis-version.ts";

test.each([
  ["FY2022", "2022"],
  ["2022 v1.3", "2022"],
  ["2024", "2024"],
  ["fy 2024 v1.4", "2024"],
  [" 2026 v1 ", "2026"],
])("%s is of FY%s", (cell, version) => expect(hmisVersion(cell)).toBe(version));

test.each(["", "2020", "2028 v1", "20240", "v2024", "6.12"])("%j is of no version that is read", (cell) =>
  expect(hmisVersion(cell)).toBeNull(),
);
