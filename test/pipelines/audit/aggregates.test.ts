import { expect, test } from "vitest";
import { peopleServed } from "../../../models/measures/people-served.ts";
import type { PublishedAggregateCell } from "../../../models/published.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { publicationAround } from "../../support/random-cube.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 11 };
const structure = { partners: [], programs: [], tiers: [], followups: [], quarters: [] };

const count = (member: string, value: number | null) =>
  ({
    ...{ partner_id: "shelter", measure: "people-served", series: "all", part: "people", period_kind: "all" },
    ...{ slice: member === "network" ? "network" : "gender", member, period: "to-date" },
    ...{ value, status: value === null ? "withheld" : "shown" },
  }) as PublishedAggregateCell;

const attacked = (...aggregate_cell: PublishedAggregateCell[]) =>
  audit({ ...publicationAround(structure, { cell: [], rate: [] }), aggregate_cell }, [peopleServed], settings);

test("totals of an agency are attacked by themselves: two withheld groups keep each other", async () => {
  const report = await attacked(count("network", 100), count("woman", 80), count("man", null), count("other", null));
  expect(report).toMatchObject({ verdict: "safe", exact: 0, narrow: 0, narrowest: 20 });
  expect(report.attacked).toBeGreaterThanOrEqual(2);
});

test("one withheld group alone, and a small count that is shown, make the whole release unsafe", async () => {
  const alone = await attacked(count("network", 100), count("woman", 80), count("man", 15), count("other", null));
  expect([alone.verdict, alone.exact]).toEqual(["unsafe", 1]);
  const small = await attacked(count("network", 100), count("woman", 4));
  expect(small.failures.map(({ kind }) => kind)).toContain("below threshold");
});
