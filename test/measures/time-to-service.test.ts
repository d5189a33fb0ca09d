import { expect, test } from "vitest";
import type { Measure } from "../../models/measures/measure.ts";
import type { Population } from "../../models/measures/population.ts";
import { reasonsNotConnected } from "../../models/measures/reasons-not-connected.ts";
import { referralFlows } from "../../models/measures/referral-flows.ts";
import { referralOutcomes } from "../../models/measures/referral-outcomes.ts";
import { timeToAccept } from "../../models/measures/time-to-accept.ts";
import { timeToService } from "../../models/measures/time-to-service.ts";
import type { ReferralTable } from "../../models/warehouse.ts";
import { warehouseOf } from "../support/warehouse.ts";
import { partsByUnit, partsIn, printedOf, referred, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";
const after = (days: number) => new Date(Date.parse(sent) + days * 86_400_000).toISOString().slice(0, 10);

test("six people by hand: on the day, on day 30, on day 31, closed without a service, accepted only, and a day nobody knows", async () => {
  const served = (day: number) => ({ status: "service_received", accepted_on: sent, closed_on: after(day) });
  const units = await partsByUnit(
    timeToService,
    referredAtHub(sent, {
      ann: served(0),
      bob: served(30),
      cat: served(31),
      dan: { status: "not_received", closed_on: after(5) },
      eve: { status: "in_progress", accepted_on: after(1) },
      fay: { status: "service_received" },
    }),
  );
  const by = (who: string) => printedOf(timeToService, units)[who]!.filter((part) => part.startsWith("by_"));
  expect(by("ann")).toEqual(["by_7", "by_14", "by_30", "by_90"]);
  expect(by("bob")).toEqual(["by_30", "by_90"]);
  expect(by("cat")).toEqual(["by_90"]);
  for (const who of ["dan", "eve", "fay"]) {
    expect(by(who)).toEqual([]);
    expect(units[who]).toContain("at_risk_90");
  }
});

/** The units that each population has, as the measure counts it. */
function populationsIn({ kind }: Measure, units: Readonly<Record<string, string[]>>): [Population, string[]][] {
  const counted = (part: string) => Object.keys(units).filter((unit) => units[unit]!.includes(part));
  return kind.parts.flatMap(({ id, population }): [Population, string[]][] =>
    population ? [[population, counted(id)]] : [],
  );
}

const days = [0, 7, 8, 14, 15, 30, 31, 45, 46, 90, 91, 180, 181];
const referral = days
  .flatMap((day): Partial<ReferralTable>[] => [
    { status: "accepted", accepted_on: after(day) },
    { status: "service_received", accepted_on: after(Math.floor(day / 2)), closed_on: after(day) },
    { status: "service_received", closed_on: after(day) },
    { status: "rejected", accepted_on: sent, closed_on: after(day) },
    { status: "not_received", accepted_on: after(14), closed_on: after(day) },
  ])
  .concat({ status: "waitlisted" })
  .map((facts, nth) => referred("ann", sent, { referral_key: `r${nth}`, ...facts }));

test.each(["2024-07-01", "2025-12-31"])("on %s measures of one population count the same referrals", async (asOf) => {
  const { person, enrollment } = referredAtHub(sent, { ann: {} });
  const door = await warehouseOf({ person: person!, enrollment: enrollment!, referral }, asOf);
  const whole = new Map<Population, string[]>();
  const units = new Map<Measure, Record<string, string[]>>();
  for (const measure of [referralOutcomes, timeToAccept, timeToService, reasonsNotConnected, referralFlows]) {
    units.set(measure, await partsIn(door, measure));
    for (const [population, own] of populationsIn(measure, units.get(measure)!)) {
      expect([population.id, own]).toEqual([population.id, whole.get(population) ?? own]);
      whole.set(population, own);
    }
  }
  await door.close();
  for (const [measure, own] of units) {
    for (const { id, within } of measure.kind.parts) {
      const counted = Object.keys(own).filter((unit) => within && own[unit]!.includes(id));
      expect(counted.filter((unit) => !whole.get(within!)!.includes(unit))).toEqual([]);
    }
  }
});
