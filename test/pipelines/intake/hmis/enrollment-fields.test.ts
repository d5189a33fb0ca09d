import { expect, test } from "vitest";
import { hudDestinations2022 } from "../../../../data/reference/hud-destinations-2022.ts";
import { hudDestinations2024 } from "../../../../data/reference/hud-destinations-2024.ts";
import { hmisRows, stageFixture } from "../../../support/stage-hmis.ts";

async function episodes(fixture: string) {
  const { door, tables } = await stageFixture(fixture);
  const rows = await hmisRows(door, tables, "enrollment");
  await door.close();
  return rows.map(({ prior_living, exit_destination, exit_reason }) => [prior_living, exit_destination, exit_reason]);
}

test("FY2024: three-digit codes, and codes of FY2022 where an older record was not converted", async () => {
  expect(await episodes("hmis-2024")).toEqual([
    ["homeless", "permanent", "completed"],
    ["homeless", "permanent", "completed"],
    ["institution", "homeless", "declined"],
    ["temporary", "temporary", "other"],
    ["temporary", "other", "deceased"],
    ["unknown", "unknown", "unknown"],
    ["permanent", "other", "completed"],
    ["institution", "institution", "other"],
    ["homeless", "permanent", "completed"],
    ["homeless", null, null],
  ]);
});

test("FY2026: the codes of FY2024", async () => {
  expect(await episodes("hmis-2026")).toEqual([
    ["homeless", "permanent", "completed"],
    ["homeless", "permanent", "completed"],
    ["institution", "homeless", "declined"],
    ["temporary", "temporary", "other"],
    ["temporary", null, null],
  ]);
});

test("a code that is in both lists is of the same group in both", () => {
  const both = Object.keys(hudDestinations2024).filter((code) => code in hudDestinations2022);
  expect(both).toEqual(["8", "9", "17", "24", "30", "99"]);
  for (const code of both) expect(hudDestinations2024[code]!.group).toBe(hudDestinations2022[code]!.group);
});

test("HUD's permanent destinations are the permanent ones, and the first digit tells the group", () => {
  const permanent = Object.entries(hudDestinations2024).filter(([, { group }]) => group === "permanent");
  expect(permanent.map(([code]) => code)).toEqual(["410", "411", "421", "422", "423", "426", "435"]);
  const groups: Record<string, string> = { 1: "homeless", 2: "institution", 3: "temporary", 4: "permanent" };
  for (const [code, { group }] of Object.entries(hudDestinations2024))
    if (code.length === 3) expect(`${code} ${group}`).toBe(`${code} ${groups[code[0]!]}`);
});
