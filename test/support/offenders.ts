import type { Check } from "../../models/checks/check.ts";
import type { RecordKindName } from "../../models/contract/catalogue.ts";
import { type Rows, warehouseOf } from "./warehouse.ts";

/** Row numbers of the records that break a check. */
export async function offenders(check: Check, record: RecordKindName, rows: Rows): Promise<number[]> {
  const door = await warehouseOf(rows);
  const found = await door.rows<{ row_number: number }>(
    `select row_number from ${record} as r where ${check.broken(record)} order by row_number`,
  );
  await door.close();
  return found.map(({ row_number }) => row_number);
}
