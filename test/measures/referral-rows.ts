import { expect } from "vitest";
import type { Measure } from "../../models/measures/measure.ts";
import type { ReferralTable } from "../../models/warehouse.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import type { Door } from "../../pipelines/warehouse.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

/** A referral from the hub to the school, of the key `<person>-r` unless said otherwise, of which nothing more is known. */
export const referred = (person_key: string, sent_on: string, facts: Partial<ReferralTable> = {}) => ({
  ...origin,
  referral_key: `${person_key}-r`,
  person_key,
  sent_by: "hub",
  sent_to: "school",
  sent_on,
  need: "education",
  status: "sent",
  ...facts,
});

/** People whom the hub enrolled on January 10, 2024, and referred on a day; whatever is said of a referral, by person. */
export function referredAtHub(sent_on: string, referrals: Readonly<Record<string, Partial<ReferralTable>>>): Rows {
  const people = Object.keys(referrals);
  return {
    person: people.map((who) => person(who)),
    enrollment: people.map((who) => enrolled(who, "2024-01-10")),
    referral: Object.entries(referrals).map(([who, facts]) => referred(who, sent_on, { referral_key: who, ...facts })),
  };
}

/** The parts that count each unit of a measure, after checking that every sum holds for every unit. */
export async function partsByUnit(measure: Measure, rows: Rows, asOf?: string): Promise<Record<string, string[]>> {
  const door = await warehouseOf(rows, asOf);
  try {
    return await partsIn(door, measure);
  } finally {
    await door.close();
  }
}

/** The same in a warehouse that is open. */
export async function partsIn(door: Door, measure: Measure): Promise<Record<string, string[]>> {
  const { parts, identities } = measure.kind;
  const counted = parts.map(({ when }, at) => `coalesce(${when}, false) as p${at}`).join(", ");
  const units = await door.rows<Record<string, boolean> & { unit_id: string }>(
    `select unit_id, ${counted} from (${unitsSql(door, measure)}) order by unit_id`,
  );
  return Object.fromEntries(
    units.map((unit) => {
      const own = parts.flatMap(({ id }, at) => (unit[`p${at}`] ? [id] : []));
      for (const { total, of } of identities) {
        const sum = of.filter((part) => own.includes(part)).length;
        expect([unit.unit_id, total, of, sum]).toEqual([unit.unit_id, total, of, Number(own.includes(total))]);
      }
      return [unit.unit_id, own];
    }),
  );
}

/** Of the parts by unit those that are printed. */
export function printedOf(measure: Measure, units: Readonly<Record<string, string[]>>): Record<string, string[]> {
  const printed = new Set(measure.kind.parts.flatMap((part) => (part.printed ? [part.id] : [])));
  return Object.fromEntries(Object.entries(units).map(([unit, own]) => [unit, own.filter((id) => printed.has(id))]));
}
