import { expect, test } from "vitest";
import { arizonaDomains } from "../../models/instruments/arizona.ts";
import { netDomainsImproved } from "../../models/measures/net-domains-improved.ts";
import { enrolled, figuresOf, person, type Rows, scored, warehouseOf } from "../support/warehouse.ts";

/** Forms of a person of whom the first domains move by the steps given, from level 3; null is one that does not apply then. */
const stepped = (who: string, steps: readonly (number | null)[]) =>
  steps.flatMap((step, index) => [
    scored(who, "2024-01-12", 3, { domain: arizonaDomains[index]!.id, stage: "initial" }),
    scored(who, "2024-06-01", step === null ? null : 3 + step, { domain: arizonaDomains[index]!.id }),
  ]);

const still = (count: number) => Array<number>(count).fill(0);
const people: Record<string, (number | null)[]> = {
  "one-up": [1],
  "one-far-up-one-down": [2, -1],
  "up-in-nine": [1, ...still(8)],
  "down-in-ten": [-1, ...still(9)],
  "still-in-fourteen": still(14),
  "up-in-fifteen": [1, 1, -2, ...still(12)],
  "none-left": [null],
};

const rows: Rows = {
  person: [...Object.keys(people), "once", "never", "child"].map((who) => person(who)),
  enrollment: [
    ...[...Object.keys(people), "once", "never"].map((who) => enrolled(who, "2024-01-10")),
    enrolled("child", "2024-01-10", { age_at_entry: 9 }),
  ],
  assessment_score: [
    ...Object.entries(people).flatMap(([who, steps]) => stepped(who, steps)),
    scored("once", "2024-01-12", 3, { stage: "initial" }),
  ],
};

async function counts(given = rows) {
  const door = await warehouseOf(given);
  const figure = await figuresOf(door, netDomainsImproved);
  await door.close();
  return (part: string) => Number(figure(`all network network to-date ${part}`));
}

test("nine people by hand: better, the same and worse, whatever the size of a step", async () => {
  const count = await counts();
  const parts = ["eligible", "no_baseline", "assessed_once", "scored_twice", "better", "same", "worse"];
  expect(parts.map(count)).toEqual([9, 1, 2, 6, 3, 2, 1]);
});

test("14 and 15 domains are in different bands", async () => {
  const count = await counts();
  expect(["up_to_14", "15_or_more"].map((band) => count(`domains_${band}`))).toEqual([5, 1]);
  expect([count("better_by_less_up_to_14"), count("worse_up_to_14"), count("better_by_less_15_or_more")]).toEqual([
    2, 1, 1,
  ]);
});

test("four domains more are not five", async () => {
  const moved = { four: [1, 1, 1, 1], five: [1, 1, 1, 1, 1], "six-less-two": [1, 1, 1, 1, 1, 1, -1, -1] };
  const count = await counts({
    person: Object.keys(moved).map((who) => person(who)),
    enrollment: Object.keys(moved).map((who) => enrolled(who, "2024-01-10")),
    assessment_score: Object.entries(moved).flatMap(([who, steps]) => stepped(who, steps)),
  });
  expect([count("better"), count("better_by_5"), count("better_by_less")]).toEqual([3, 1, 2]);
});

test("everything adds up", async () => {
  const count = await counts();
  for (const { total, of } of netDomainsImproved.kind.identities) {
    expect([total, count(total)]).toEqual([total, of.reduce((sum, part) => sum + count(part), 0)]);
  }
});

test("one person with two episodes counts in both", async () => {
  const second = { enrollment_key: "ann-2" };
  const count = await counts({
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10"), enrolled("ann", "2024-09-01", second)],
    assessment_score: [
      ...stepped("ann", [1]),
      scored("ann", "2024-09-02", 4, { ...second, stage: "initial" }),
      scored("ann", "2024-12-01", 2, second),
    ],
  });
  expect([count("better"), count("worse")]).toEqual([1, 1]);
});
