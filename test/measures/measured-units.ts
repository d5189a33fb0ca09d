import { expect } from "vitest";
import type { Measure, UnitRow } from "../../models/measures/measure.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import { figuresOf, type Rows, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub } from "./record-rows.ts";

/** The rows of a measure that have matured by their unit, each with only the columns asked for. */
export async function columnsOf(
  measure: Measure,
  columns: readonly string[],
  rows: Rows,
  asOf?: string,
): Promise<Record<string, unknown[]>> {
  const door = await warehouseOf(rows, asOf);
  const units = await door.rows<UnitRow & Record<string, unknown>>(unitsSql(door, measure));
  await door.close();
  return Object.fromEntries(units.map((unit) => [unit.unit_id, columns.map((column) => unit[column])]));
}

/** The counts of a measure's parts in the network to date, after checking that every identity of its kind holds among them. */
export async function countsOf(
  measure: Measure,
  rows: Rows,
  asOf?: string,
  series = "all",
): Promise<(part: string) => number> {
  const door = await warehouseOf(rows, asOf);
  await collectAtHub(door, measure);
  const figure = await figuresOf(door, measure);
  await door.close();
  const count = (part: string) => figure(`${series} network network to-date ${part}`) as number;
  for (const { total, of } of measure.kind.identities) {
    const sum = of.reduce((all, part) => all + count(part), 0);
    expect([total, sum]).toEqual([total, count(total)]);
  }
  return count;
}
