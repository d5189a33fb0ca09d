import { expect, test } from "vitest";
import { benefitsReceived } from "../../models/measures/benefits-received.ts";
import { grewUpWithAssistance } from "../../models/measures/grew-up-with-assistance.ts";
import type { BenefitMonthTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { benefited } from "./record-rows.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const entered: Rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10")),
};
const said = (who: string, grew_up_with_assistance: string | null, facts: Partial<BenefitMonthTable> = {}) =>
  benefited(who, "2024-02-01", { grew_up_with_assistance, ...facts });

const answers = async (rows: Rows, asOf?: string) => {
  const units = await columnsOf(grewUpWithAssistance, ["same"], rows, asOf);
  return Object.fromEntries(Object.entries(units).map(([unit, [same]]) => [unit, same]));
};

const benefit_month = [
  said("ann", "yes"),
  said("bob", "no"),
  said("cat", "unknown"),
  said("dan", null),
  ...[said("eve", "no"), said("eve", "yes", { benefit: "tanf" })],
];

test("six people by hand: yes, no, not known, not asked, yes of one benefit and no of the other, and no benefit at all", async () => {
  const rows = { ...entered, benefit_month };
  expect(await answers(rows)).toEqual({ "ann-1": true, "bob-1": false, "cat-1": null, "dan-1": null, "eve-1": true });
  const count = await countsOf(grewUpWithAssistance, rows);
  expect(["benefited", "answered", "not_answered", "same", "not_same"].map(count)).toEqual([5, 3, 2, 2, 1]);
});

test("no of one benefit and no answer of another is no, and an answer given with a later month is one", async () => {
  const of = (...months: Partial<BenefitMonthTable>[]) =>
    answers({ person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10")], benefit_month: months });
  expect(await of(said("ann", "no"), said("ann", "unknown", { benefit: "tanf" }))).toEqual({ "ann-1": false });
  expect(await of(said("ann", null), said("ann", "yes", { month: "2024-03-01" }))).toEqual({ "ann-1": true });
});

test("the month of entry counts and the one before does not, a month that begins on day 90 does and on day 91 does not", async () => {
  const on = (day: string, month: string) =>
    answers({
      ...{ person: [person("ann")], enrollment: [enrolled("ann", day)] },
      benefit_month: [said("ann", "yes", { month })],
    });
  expect(await on("2024-01-31", "2024-01-01")).toEqual({ "ann-1": true });
  expect(await on("2024-01-31", "2023-12-01")).toEqual({});
  expect(await on("2024-01-02", "2024-04-01")).toEqual({ "ann-1": true });
  expect(await on("2024-01-01", "2024-04-01")).toEqual({});
});

test("an answer about a benefit outside the time, or told to another partner, is none", async () => {
  const rows = (late: Partial<BenefitMonthTable>): Rows => ({
    ...{ person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10")] },
    benefit_month: [said("ann", null), said("ann", "yes", { benefit: "tanf", ...late })],
  });
  expect(await answers(rows({ month: "2024-05-01" }))).toEqual({ "ann-1": null });
  expect(await answers(rows({ partner_id: "school" }))).toEqual({ "ann-1": null });
  expect(await answers(rows({}))).toEqual({ "ann-1": true });
});

test("an episode is looked at 90 days after entry and not the day before, each stay by itself, and children are not in it", async () => {
  const rows: Rows = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-01"), enrolled("ann", "2024-06-01", { enrollment_key: "ann-2" })],
    benefit_month: [said("ann", "yes"), said("ann", "no", { month: "2024-06-01" })],
  };
  expect(await answers(rows)).toEqual({ "ann-1": true, "ann-2": false });
  expect(await answers(rows, "2024-03-31")).toEqual({ "ann-1": true });
  expect(await answers(rows, "2024-03-30")).toEqual({});
  expect(await answers({ ...rows, enrollment: [enrolled("ann", "2024-01-01", { age_at_entry: 17 })] })).toEqual({});
});

test("the people asked about are those with a benefit in benefits received", async () => {
  const rows = { ...entered, benefit_month };
  const [mine, theirs] = [await countsOf(grewUpWithAssistance, rows), await countsOf(benefitsReceived, rows)];
  expect(mine("benefited")).toBe(theirs("benefited"));
  const populationOf = ({ kind }: typeof benefitsReceived) =>
    kind.parts.find(({ id }) => id === "benefited")?.population;
  expect(populationOf(grewUpWithAssistance)).toBe(populationOf(benefitsReceived));
});
