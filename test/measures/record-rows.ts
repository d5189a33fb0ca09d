import type { Measure, UnitRow } from "../../models/measures/measure.ts";
import type { BenefitMonthTable, CredentialTable, GoalTable, JobTable, ServiceTable } from "../../models/warehouse.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import type { Door } from "../../pipelines/warehouse.ts";
import { figuresOf, insert, type Rows, warehouseOf } from "../support/warehouse.ts";

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

/** A job of the key `<person>-j` unless said otherwise, still held as far as anybody knows. */
export const employed = (person_key: string, started_on: string, facts: Partial<JobTable> = {}) => ({
  ...origin,
  job_key: `${person_key}-j`,
  person_key,
  started_on,
  ...facts,
});

/** A credential earned, an occupational certificate unless said otherwise. */
export const earned = (person_key: string, earned_on: string, facts: Partial<CredentialTable> = {}) => ({
  ...origin,
  person_key,
  type: "certificate",
  earned_on,
  ...facts,
});

/** A goal in the housing domain, of the key `<person>-g` unless said otherwise. */
export const planned = (person_key: string, set_on: string, facts: Partial<GoalTable> = {}) => ({
  ...origin,
  goal_key: `${person_key}-g`,
  person_key,
  domain: "housing",
  set_on,
  ...facts,
});

/** A month of SNAP unless said otherwise. */
export const benefited = (person_key: string, month: string, facts: Partial<BenefitMonthTable> = {}) => ({
  ...origin,
  person_key,
  benefit: "snap",
  month,
  ...facts,
});

/** A class in the hub's core program. */
export const taught = (person_key: string, provided_on: string, facts: Partial<ServiceTable> = {}) => ({
  ...origin,
  service_key: `${person_key}-s-${provided_on}`,
  person_key,
  program_id: "hub-core",
  provided_on,
  type: "training",
  ...facts,
});

/** Lets the hub send every record kind that a measure needs and be asked about each of its series. */
export async function collectAtHub(door: Door, { requires, series }: Measure): Promise<void> {
  for (const record of requires) await insert(door, "partner_record", { partner_id: "hub", record });
  for (const { id } of series) await insert(door, "partner_domain", { partner_id: "hub", domain: id });
}

/** The units of a measure as `unit` → whether it is in the numerator; null where nobody knows, no entry for who is not in the denominator. */
export async function unitsOf(measure: Measure, rows: Rows, asOf?: string): Promise<Record<string, boolean | null>> {
  const door = await warehouseOf(rows, asOf);
  const units = await door.rows<UnitRow & { met: boolean | null }>(unitsSql(door, measure));
  await door.close();
  return Object.fromEntries(units.map(({ unit_id, met }) => [unit_id, met]));
}

/** The printed parts in which the network to date counts anybody, in the order the measure declares them. */
export async function countedParts(measure: Measure, rows: Rows, asOf?: string, series = "all"): Promise<string[]> {
  const door = await warehouseOf(rows, asOf);
  await collectAtHub(door, measure);
  const figure = await figuresOf(door, measure);
  await door.close();
  const printed = measure.kind.parts.filter((part) => part.printed).map(({ id }) => id);
  return printed.filter((part) => Number(figure(`${series} network network to-date ${part}`)) > 0);
}
