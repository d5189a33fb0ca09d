import { expect, test } from "vitest";
import { movementAfterEntry } from "../../models/measures/movement-after-entry.ts";
import { enrolled, figuresOf, person, scored, warehouseOf } from "../support/warehouse.ts";

/** Levels at entry, after six months and after twelve; null is a domain that does not apply, a missing one no form. */
const people: Record<string, (number | null)[]> = {
  "up-and-up": [1, 2, 4],
  "up-and-back": [2, 3, 2],
  "safe-and-up": [3, 3, 4],
  "low-and-down": [2, 2, 1],
  "down-and-gone": [4, 3],
  "once-only": [3],
  "not-asked-then": [3, null, 5],
  "not-scored-first": [null, 3, 3],
};
const days = ["2024-01-10", "2024-07-11", "2025-01-09"];

const rows = {
  person: [...Object.keys(people), "never"].map((who) => person(who)),
  enrollment: [...Object.keys(people), "never"].map((who) => enrolled(who, "2024-01-10")),
  assessment_score: Object.entries(people).flatMap(([who, levels]) =>
    levels.map((level, at) => scored(who, days[at]!, level, { stage: at === 0 ? "initial" : "interim" })),
  ),
};

async function housing(asOf?: string) {
  const door = await warehouseOf(rows, asOf);
  const figure = await figuresOf(door, movementAfterEntry);
  await door.close();
  return (part: string) => figure(`housing network network to-date ${part}`);
}

test("nine people by hand at both points: every class, gone, once only, not scored, never assessed", async () => {
  const count = await housing();
  const at = (point: string) =>
    ["paired", "improved", "maintained_safe", "maintained_below", "declined", "unscored"].map((part) =>
      count(`${part}_${point}`),
    );
  expect([count("eligible"), count("no_baseline")]).toEqual([9, 1]);
  expect(at("six_months")).toEqual([5, 2, 1, 1, 1, 3]);
  expect(at("twelve_months")).toEqual([5, 3, 0, 1, 1, 3]);
});

test("who was where at both points adds up to each of them", async () => {
  const count = await housing();
  expect([count("improved_then_improved"), count("improved_then_maintained_below")]).toEqual([1, 1]);
  expect([count("declined_then_unscored"), count("unscored_then_improved"), count("unscored_then_unscored")]).toEqual([
    1, 1, 2,
  ]);
  for (const { total, of } of movementAfterEntry.kind.identities) {
    expect([total, count(total)]).toEqual([total, of.reduce((sum, part) => sum + Number(count(part)), 0)]);
  }
});

test("a cohort is looked at once both windows have passed, 410 days after entry and not the day before", async () => {
  expect((await housing("2025-02-23"))("eligible")).toBe(9);
  expect((await housing("2025-02-22"))("eligible")).toBe(0);
});
