import { recordKinds } from "../../models/contract/catalogue.ts";
import { createRecordTable } from "../../models/contract/record-table.ts";
import type { Measure } from "../../models/measures/measure.ts";
import type { AssessmentScoreTable, EnrollmentTable, PersonTable, Warehouse } from "../../models/warehouse.ts";
import { evaluate } from "../../pipelines/build/evaluate.ts";
import { buildFacts } from "../../pipelines/build/facts.ts";
import { loadCalendar, loadStructure } from "../../pipelines/build/structure.ts";
import { type Door, openWarehouse, quoteName, quoteText } from "../../pipelines/warehouse.ts";
import { testNetwork } from "./network.ts";

/** Rows by table; each names only what the test is about. */
export type Rows = { [T in keyof Warehouse]?: readonly Partial<Warehouse[T]>[] };

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

export const person = (person_key: string, facts: Partial<PersonTable> = {}) => ({ ...origin, person_key, ...facts });

/** An adult's episode at the hub's program, of the key `<person>-1` unless said otherwise. */
export const enrolled = (person_key: string, entered_on: string, facts: Partial<EnrollmentTable> = {}) => ({
  ...origin,
  enrollment_key: `${person_key}-1`,
  person_key,
  program_id: "hub-core",
  entered_on,
  age_at_entry: 30,
  ...facts,
});

/** A score in the housing domain of the episode `<person>-1`; null is a domain that does not apply. */
export const scored = (
  person_key: string,
  assessed_on: string,
  score: number | null,
  facts: Partial<AssessmentScoreTable> = {},
) => ({
  ...origin,
  enrollment_key: `${person_key}-1`,
  person_key,
  assessed_on,
  stage: "interim" as const,
  instrument: "az-ssm-18",
  domain: "housing",
  answer: score === null ? ("not_applicable" as const) : ("scored" as const),
  score,
  ...facts,
});

/** An in-memory warehouse of two partners (hub: hub-core and hub-plus; school: school-class) filled with the rows, up to the facts. */
export async function warehouseOf(rows: Rows, asOf = "2025-12-31"): Promise<Door> {
  const door = await openWarehouse(":memory:");
  await loadStructure(door, testNetwork, asOf);
  for (const record of recordKinds) await door.run(createRecordTable(record));
  for (const [table, list] of Object.entries(rows)) for (const row of list) await insert(door, table, row);
  await loadCalendar(door, testNetwork);
  await buildFacts(door, testNetwork);
  return door;
}

/** Inserts one row, whatever its columns. */
export async function insert(door: Door, table: string, row: object): Promise<void> {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  const values = entries.map(([, value]) => (typeof value === "string" ? quoteText(value) : String(value)));
  await door.run(
    `insert into ${table} (${entries.map(([name]) => quoteName(name)).join(", ")}) values (${values.join(", ")})`,
  );
}

/** Figures of one measure as `series slice member period part` → value, or the reason in brackets where there is one. */
export async function figuresOf(
  door: Door,
  measure: Measure,
): Promise<(address: string) => number | string | undefined> {
  await evaluate(door, [measure]);
  const rows = await door.rows<{ address: string; value: number; reason: string | null }>(
    "select series || ' ' || slice || ' ' || member || ' ' || period || ' ' || part as address, value, reason from figure",
  );
  const byAddress = new Map(rows.map(({ address, value, reason }) => [address, reason ? `[${reason}]` : value]));
  return (address) => byAddress.get(address);
}
