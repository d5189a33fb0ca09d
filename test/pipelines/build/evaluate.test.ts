import { expect, test } from "vitest";
import { matrixMovement } from "../../../models/measures/matrix-movement.ts";
import { peopleServed } from "../../../models/measures/people-served.ts";
import { evaluate } from "../../../pipelines/build/evaluate.ts";
import type { Door } from "../../../pipelines/warehouse.ts";
import { enrolled, person, scored, warehouseOf } from "../../support/warehouse.ts";

const atSchool = { partner_id: "school", program_id: "school-class" };
const initial = { stage: "initial" } as const;

/** Ann and Bea at the hub go from 1 to 3, Cal at the school from 2 to 4, all from the first quarter of 2024. */
async function network(): Promise<Door> {
  const pair = (who: string, from: number, to: number, where = {}) => [
    scored(who, "2024-01-12", from, { ...initial, ...where }),
    scored(who, "2024-06-01", to, where),
  ];
  const door = await warehouseOf({
    partner_record: [{ partner_id: "school", record: "assessment_score" }],
    person: [person("ann"), person("bea"), person("cal", { partner_id: "school" })],
    enrollment: [enrolled("ann", "2024-01-10"), enrolled("bea", "2024-01-10"), enrolled("cal", "2024-01-10", atSchool)],
    assessment_score: [...pair("ann", 1, 3), ...pair("bea", 1, 3), ...pair("cal", 2, 4, { partner_id: "school" })],
  });
  await evaluate(door, [matrixMovement, peopleServed]);
  return door;
}

test("what each partner has in a figure of several is told apart and adds up to the figure", async () => {
  const door = await network();
  const rows = await door.rows<{ partner_id: string; value: number }>(
    "select partner_id, value from contribution where series = 'housing' and slice = 'network' and period = '2024-Q1' and part = 'improved' order by all",
  );
  expect(rows).toEqual([
    { partner_id: "hub", value: 2 },
    { partner_id: "school", value: 1 },
  ]);
  const wrong = await door.rows(
    `select figure.* from figure left join contribution using (measure, series, slice, member, period_kind, period, part)
      where figure.measure = 'matrix-movement' and figure.slice in ('network', 'tier', 'followup')
      group by all having figure.value <> coalesce(sum(contribution.value), 0)`,
  );
  expect(wrong).toEqual([]);
  await door.close();
});

test("people who count once in the whole network are no one partner's", async () => {
  const door = await network();
  expect(await door.rows("select * from contribution where measure = 'people-served'")).toEqual([]);
  await door.close();
});
