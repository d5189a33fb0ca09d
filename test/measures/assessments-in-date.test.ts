import { expect, test } from "vitest";
import { assessmentsInDate } from "../../models/measures/assessments-in-date.ts";
import { enrolled, figuresOf, person, type Rows, scored, warehouseOf } from "../support/warehouse.ts";

const asOf = "2025-12-31";
const forms: Record<string, string[]> = {
  ann: ["2024-12-31"],
  bob: ["2024-12-30"],
  cat: [],
  dan: ["2023-01-01", "2025-01-01"],
  eve: ["2025-06-01"],
  fay: ["2025-06-01"],
  gus: ["2026-01-01"],
};
const facts: Record<string, object> = { eve: { exited_on: asOf }, fay: { age_at_entry: 17 } };
const rows: Rows = {
  person: Object.keys(forms).map((who) => person(who)),
  enrollment: Object.keys(forms).map((who) => enrolled(who, "2023-01-01", facts[who])),
  assessment_score: Object.entries(forms).flatMap(([who, days]) => days.map((day) => scored(who, day, 3))),
};

async function counts(given: Rows) {
  const door = await warehouseOf(given, asOf);
  const figure = await figuresOf(door, assessmentsInDate);
  await door.close();
  return ["open", "in_date", "expired", "never"].map((part) => figure(`all network network to-date ${part}`));
}

test("seven people by hand: on the last day, a day older, never, renewed, gone, a child, and not yet", async () => {
  expect(await counts(rows)).toEqual([5, 2, 1, 2]);
});

test("an episode that ends after the as-of date is open", async () => {
  const enrollment = [enrolled("ann", "2023-01-01", { exited_on: "2026-01-01" })];
  expect(await counts({ ...rows, enrollment })).toEqual([1, 1, 0, 0]);
});

test("a form of another instrument keeps nobody in date", async () => {
  const isat = { instrument: "isat", domain: "isat_housing" };
  const assessment_score = [scored("ann", "2025-06-01", 3, isat), scored("bob", "2024-12-30", 3)];
  expect(await counts({ ...rows, assessment_score })).toEqual([5, 0, 1, 4]);
});

test("a form of one episode keeps no other in date", async () => {
  const enrollment = [enrolled("ann", "2023-01-01"), enrolled("ann", "2023-06-01", { enrollment_key: "ann-2" })];
  expect(await counts({ ...rows, enrollment })).toEqual([2, 1, 0, 1]);
});

test("everybody is open, has left, or died or left for an institution; counts add up", async () => {
  const enrollment = [
    enrolled("ann", "2023-01-01"),
    enrolled("bob", "2023-01-01", { exited_on: "2025-01-01", exit_reason: "completed" }),
    enrolled("cat", "2023-01-01", { exited_on: "2025-01-01", exit_reason: "deceased" }),
    enrolled("fay", "2023-01-01", { age_at_entry: 17 }),
  ];
  const door = await warehouseOf({ ...rows, enrollment }, asOf);
  const figure = await figuresOf(door, assessmentsInDate);
  await door.close();
  const value = (part: string) => Number(figure(`all network network to-date ${part}`));
  expect(["eligible", "open", "left", "excluded"].map(value)).toEqual([3, 1, 1, 1]);
  for (const { total, of } of assessmentsInDate.kind.identities) {
    expect([total, value(total)]).toEqual([total, of.reduce((sum, part) => sum + value(part), 0)]);
  }
});
