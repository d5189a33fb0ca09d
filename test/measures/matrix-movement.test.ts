import { describe, expect, test } from "vitest";
import { matrixMovement } from "../../models/measures/matrix-movement.ts";
import type { Door } from "../../pipelines/warehouse.ts";
import { enrolled, figuresOf, person, type Rows, scored, warehouseOf } from "../support/warehouse.ts";

const initial = { stage: "initial" } as const;
const exit = { stage: "exit" } as const;

/** The pair of one person in the housing domain. */
async function pairOf(rows: Rows, who = "ann"): Promise<object | undefined> {
  const door: Door = await warehouseOf({ person: [person(who)], enrollment: [enrolled(who, "2024-01-10")], ...rows });
  const [pair] = await door.rows<object>(
    `select pairing, from_level, to_level, followup from matrix_pair where person_key = '${who}' and domain = 'housing'`,
  );
  await door.close();
  return pair;
}

const scores = (...list: ReturnType<typeof scored>[]): Rows => ({ assessment_score: list });

describe("a pair is the baseline and the latest assessment after it", () => {
  test("the latest follow-up counts, not the best", async () => {
    const rows = scores(
      scored("ann", "2024-01-12", 1, initial),
      scored("ann", "2024-04-01", 5),
      scored("ann", "2024-07-01", 3),
    );
    expect(await pairOf(rows)).toEqual({ pairing: "paired", from_level: 1, to_level: 3, followup: "interim" });
  });
  test("an initial assessment is the baseline however late it was made", async () => {
    const rows = scores(
      scored("ann", "2024-01-15", 4),
      scored("ann", "2024-03-20", 2, initial),
      scored("ann", "2024-06-01", 3, exit),
    );
    expect(await pairOf(rows)).toEqual({ pairing: "paired", from_level: 2, to_level: 3, followup: "exit" });
  });
  test("an interim assessment 30 days after entry is a baseline, and not one on day 31", async () => {
    const after = scored("ann", "2024-06-01", 4);
    expect(await pairOf(scores(scored("ann", "2024-02-09", 2), after))).toMatchObject({
      pairing: "paired",
      from_level: 2,
    });
    expect(await pairOf(scores(scored("ann", "2024-02-10", 2), after))).toMatchObject({
      pairing: "no_baseline",
      followup: "none",
    });
  });
  test("an assessment on the day of the baseline is no follow-up", async () => {
    const rows = scores(scored("ann", "2024-01-12", 1, initial), scored("ann", "2024-01-12", 4, exit));
    expect(await pairOf(rows)).toEqual({ pairing: "no_followup", from_level: 1, to_level: null, followup: "none" });
  });
  test("an assessment after the as-of date has not happened yet", async () => {
    const rows = scores(scored("ann", "2024-01-12", 1, initial), scored("ann", "2026-01-01", 4));
    expect(await pairOf(rows)).toMatchObject({ pairing: "no_followup" });
  });
  test("a domain that does not apply makes no pair and is never a level", async () => {
    const first = scores(scored("ann", "2024-01-12", null, initial), scored("ann", "2024-04-01", 4));
    expect(await pairOf(first)).toMatchObject({ pairing: "na_baseline", from_level: null });
    const last = scores(scored("ann", "2024-01-12", 4, initial), scored("ann", "2024-04-01", null));
    expect(await pairOf(last)).toMatchObject({ pairing: "na_followup", to_level: null });
  });
  test("a child who came with a family is not in it, an unaccompanied youth is", async () => {
    const pair = scores(scored("ann", "2024-01-12", 1, initial), scored("ann", "2024-04-01", 2));
    const at = (facts: Parameters<typeof enrolled>[2]) =>
      pairOf({ ...pair, enrollment: [enrolled("ann", "2024-01-10", facts)] });
    expect(await at({ age_at_entry: 17 })).toBeUndefined();
    expect(await at({ age_at_entry: 17, unaccompanied: true })).toMatchObject({ pairing: "paired" });
    expect(await at({ age_at_entry: 18 })).toMatchObject({ pairing: "paired" });
  });
});

test("one person with two episodes makes two pairs", async () => {
  const second = { enrollment_key: "ann-2" };
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10"), enrolled("ann", "2024-09-01", second)],
    ...scores(
      scored("ann", "2024-01-12", 1, initial),
      scored("ann", "2024-05-01", 2, exit),
      scored("ann", "2024-09-02", 3, { ...initial, ...second }),
      scored("ann", "2024-12-01", 2, { ...exit, ...second }),
    ),
  });
  const figure = await figuresOf(door, matrixMovement);
  const network = (part: string) => figure(`housing network network to-date ${part}`);
  expect([network("paired"), network("improved"), network("declined")]).toEqual([2, 1, 1]);
  await door.close();
});

test("seven people by hand: every class, the ceiling, the 5×5 and its margins", async () => {
  const people: [string, number, number][] = [
    ["up", 1, 4],
    ["up-one", 2, 3],
    ["safe", 3, 3],
    ["top", 5, 5],
    ["low", 2, 2],
    ["down", 4, 2],
    ["off-top", 5, 4],
  ];
  const door = await warehouseOf({
    person: people.map(([who]) => person(who)),
    enrollment: people.map(([who]) => enrolled(who, "2024-01-10")),
    assessment_score: people.flatMap(([who, from, to]) => [
      scored(who, "2024-01-12", from, initial),
      scored(who, "2024-06-01", to),
    ]),
  });
  const figure = await figuresOf(door, matrixMovement);
  const network = (part: string) => figure(`housing network network to-date ${part}`);
  const parts = [
    "eligible",
    "no_baseline",
    "scored_once",
    "paired",
    "improved",
    "maintained_safe",
    "maintained_below",
    "declined",
    "can_improve",
    "at_ceiling",
  ];
  expect(Object.fromEntries(parts.map((part) => [part, network(part)]))).toEqual({
    eligible: 7,
    no_baseline: 0,
    scored_once: 0,
    paired: 7,
    improved: 2,
    maintained_safe: 2,
    maintained_below: 1,
    declined: 2,
    can_improve: 5,
    at_ceiling: 2,
  });
  expect([
    network("t_1_4"),
    network("t_2_3"),
    network("t_2_2"),
    network("t_4_2"),
    network("t_5_4"),
    network("t_1_1"),
  ]).toEqual([1, 1, 1, 1, 1, 0]);
  expect([network("from_2"), network("to_2"), network("from_5"), network("to_4")]).toEqual([2, 2, 2, 2]);
  for (const { total, of } of matrixMovement.kind.identities) {
    expect([total, network(total)]).toEqual([total, of.reduce((sum, part) => sum + Number(network(part)), 0)]);
  }
  await door.close();
});

test("five people by hand: who reached level 3 and who fell out of it, by the network and not by program", async () => {
  const people: [string, number, number][] = [
    ["reached", 2, 3],
    ["still-below", 1, 2],
    ["fell", 3, 2],
    ["fell-from-the-top", 5, 1],
    ["slipped", 5, 3],
  ];
  const door = await warehouseOf({
    person: people.map(([who]) => person(who)),
    enrollment: people.map(([who]) => enrolled(who, "2024-01-10")),
    assessment_score: people.flatMap(([who, from, to]) => [
      scored(who, "2024-01-12", from, initial),
      scored(who, "2024-06-01", to),
    ]),
  });
  const figure = await figuresOf(door, matrixMovement);
  const parts = ["below_safe", "reached_safe", "at_safe", "fell_out", "fell_out_from_5"];
  expect(parts.map((part) => figure(`housing network network to-date ${part}`))).toEqual([2, 1, 3, 2, 1]);
  expect(parts.map((part) => figure(`housing partner hub to-date ${part}`))).toEqual([2, 1, 3, 2, 1]);
  expect(figure("housing program hub-core to-date reached_safe")).toBeUndefined();
  await door.close();
});

test("six people by hand: a goal is a domain marked on a form before the latest one", async () => {
  const goal = { is_goal: true };
  const marks: Record<string, [object, object, object]> = {
    "from-the-start": [goal, goal, goal],
    "in-between": [{}, goal, {}],
    "only-at-the-end": [{}, {}, goal],
    "in-another-domain": [{ domain: "food", ...goal }, {}, {}],
    "not-a-goal": [{ is_goal: false }, {}, {}],
    never: [{}, {}, {}],
  };
  const who = Object.keys(marks);
  const door = await warehouseOf({
    person: who.map((one) => person(one)),
    enrollment: who.map((one) => enrolled(one, "2024-01-10")),
    assessment_score: who.flatMap((one, at) => [
      ...(one === "in-another-domain" ? [scored(one, "2024-01-12", 2, initial)] : []),
      scored(one, "2024-01-12", 2, { ...initial, ...marks[one]![0] }),
      scored(one, "2024-03-01", 2, marks[one]![1]),
      scored(one, "2024-06-01", at === 1 ? 1 : 3, { ...exit, ...marks[one]![2] }),
    ]),
  });
  const figure = await figuresOf(door, matrixMovement);
  const parts = ["goal_paired", "goal_improved", "goal_declined", "other_paired", "other_improved"];
  expect(parts.map((part) => figure(`housing network network to-date ${part}`))).toEqual([2, 1, 1, 4, 4]);
  expect(figure("housing partner hub to-date goal_paired")).toBeUndefined();
  await door.close();
});

test("five people by hand: who is scored twice, and who is not, by program", async () => {
  const people = ["twice", "never", "late", "once", "not-asked-again"];
  const door = await warehouseOf({
    person: people.map((who) => person(who)),
    enrollment: people.map((who) => enrolled(who, "2024-01-10")),
    assessment_score: [
      scored("twice", "2024-01-12", 2, initial),
      scored("twice", "2024-06-01", 3),
      scored("late", "2024-02-10", 2),
      scored("once", "2024-01-12", 2, initial),
      scored("not-asked-again", "2024-01-12", 2, initial),
      scored("not-asked-again", "2024-06-01", null),
    ],
  });
  const figure = await figuresOf(door, matrixMovement);
  const parts = ["eligible", "no_baseline", "scored_once", "paired"];
  const counts = (unit: string) => parts.map((part) => figure(`housing ${unit} ${part}`));
  expect(counts("program hub-core to-date")).toEqual([5, 2, 2, 1]);
  expect(counts("network network 2024-Q1")).toEqual([5, 2, 2, 1]);
  expect(figure("housing followup interim to-date eligible")).toBeUndefined();
  await door.close();
});

describe("who is in which figure", () => {
  const rows: Rows = {
    person: [person("ann"), person("bob", { partner_id: "school" })],
    enrollment: [
      enrolled("ann", "2024-01-10", { program_id: "hub-plus" }),
      enrolled("bob", "2024-01-10", { partner_id: "school", program_id: "school-class" }),
    ],
    assessment_score: [scored("ann", "2024-01-12", 1, initial), scored("ann", "2024-06-01", 2, exit)],
  };
  test("a partner that makes no assessments is not collected, and its people are in no denominator", async () => {
    const door = await warehouseOf(rows);
    const figure = await figuresOf(door, matrixMovement);
    expect(figure("housing partner school to-date paired")).toBe("[not_collected]");
    expect(figure("housing network network to-date eligible")).toBe(1);
    expect(figure("food network network to-date eligible")).toBe("[not_collected]");
    expect(figure("food followup exit to-date paired")).toBe("[not_collected]");
    expect(figure("food partner hub to-date paired")).toBe("[not_collected]");
    await door.close();
  });
  test("cohorts go by entry: a quarter that ended 180 days before the as-of date is settled, one a day less is not", async () => {
    const settled = await warehouseOf(rows, "2024-09-27");
    expect((await figuresOf(settled, matrixMovement))("housing network network 2024-Q1 paired")).toBe(1);
    await settled.close();
    const early = await warehouseOf(rows, "2024-09-26");
    expect((await figuresOf(early, matrixMovement))("housing network network 2024-Q1 paired")).toBe(
      "[not_yet_settled]",
    );
    await early.close();
  });
  test("by tier, program and stage of the follow-up", async () => {
    const door = await warehouseOf(rows);
    const figure = await figuresOf(door, matrixMovement);
    expect(figure("housing tier tier-2 to-date improved")).toBe(1);
    expect(figure("housing tier tier-1 to-date improved")).toBe("[not_collected]");
    expect(figure("housing program hub-plus to-date improved")).toBe(1);
    expect(figure("housing followup exit to-date improved")).toBe(1);
    expect(figure("housing followup none to-date improved")).toBe("[not_applicable]");
    await door.close();
  });
});
