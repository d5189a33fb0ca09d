import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { groupSlices } from "../../../models/figure-key.ts";
import { carePlan } from "../../../models/measures/care-plan.ts";
import { matrixMovement } from "../../../models/measures/matrix-movement.ts";
import type { Measure } from "../../../models/measures/measure.ts";
import { peopleServed } from "../../../models/measures/people-served.ts";
import type { Warehouse } from "../../../models/warehouse.ts";
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

test("everybody of the network is in one group of each kind", async () => {
  const door = await network();
  const sums = await door.rows<{ slice: string; people: number }>(
    `select slice, sum(value) as people from figure where measure = 'people-served' and part = 'people' and period = 'to-date'
      and slice not in ('tier', 'partner', 'program') group by slice order by slice`,
  );
  const slices = ["network", ...groupSlices].sort();
  expect(sums).toEqual(slices.map((slice) => ({ slice, people: 3 })));
  await door.close();
});

/** Every episode as a row, met for Ann's. */
const eachEpisode = (db: Kysely<Warehouse>, nth: string) =>
  db
    .selectFrom("episode as e")
    .select(["e.person_key", "e.partner_id", "e.program_id", "e.entered_on as anchored_on"])
    .select([
      sql<string>`e.enrollment_key || ${sql.lit(nth)}`.as("unit_id"),
      sql<string>`'all'`.as("series"),
      sql<boolean>`e.person_key = 'ann'`.as("met"),
    ]);

test("people behind a count are told where one can be behind several of it, and nowhere else", async () => {
  const door = await network();
  const twice: Measure = {
    ...carePlan,
    id: "twice",
    severalPerPerson: true,
    maturesAfterDays: 0,
    requires: ["person"],
    query: (db) => eachEpisode(db, "first").unionAll(eachEpisode(db, "second")),
  };
  await door.run(
    "drop table figure; drop table contribution; drop table median_figure; drop table sum_figure; drop table standardised_figure",
  );
  await evaluate(door, [twice, peopleServed]);
  const rows = await door.rows<{ part: string; value: number; people: number | null }>(
    "select part, value, people from figure where slice = 'network' and period = 'to-date' order by measure, part",
  );
  expect(rows).toEqual([
    { part: "linked", value: 0, people: null },
    { part: "people", value: 3, people: null },
    { part: "unlinked", value: 3, people: null },
    { part: "entered", value: 6, people: 3 },
    { part: "not_planned", value: 4, people: 2 },
    { part: "planned", value: 2, people: 1 },
  ]);
  await door.close();
});

test("a part is not applicable where no partner sends one of each kind it needs", async () => {
  const both = [["benefit_month.benefit.snap", "benefit_month.benefit.wic"], ["benefit_month.benefit.tanf"]];
  const { kind } = carePlan;
  const parts = kind.parts.map((part) => (part.id === "planned" ? { ...part, needs: both } : part));
  const where = async (...sent: [partner_id: string, record: string][]) => {
    const records = ["hub", "school"].flatMap((partner_id) =>
      carePlan.requires.map((record) => ({ partner_id, record: String(record) })),
    );
    const door = await warehouseOf({
      partner_record: [...records, ...sent.map(([partner_id, record]) => ({ partner_id, record }))],
      person: [person("ann"), person("cal", { partner_id: "school" })],
      enrollment: [enrolled("ann", "2024-01-10"), enrolled("cal", "2024-01-10", atSchool)],
    });
    await evaluate(door, [{ ...carePlan, kind: { ...kind, parts } }]);
    const rows = await door.rows<{ member: string }>(
      "select member from figure where part = 'planned' and slice in ('network', 'partner') and period = 'to-date' and reason = 'not_applicable' order by member",
    );
    await door.close();
    return rows.map(({ member }) => member);
  };
  const [snap, wic, tanf] = ["snap", "wic", "tanf"].map((code) => `benefit_month.benefit.${code}`) as [
    string,
    string,
    string,
  ];
  expect(await where(["hub", wic], ["hub", tanf])).toEqual(["school"]);
  expect(await where(["hub", snap], ["school", tanf])).toEqual(["hub", "network", "school"]);
  expect(await where(["hub", snap], ["hub", tanf], ["school", snap], ["school", tanf])).toEqual([]);
});
