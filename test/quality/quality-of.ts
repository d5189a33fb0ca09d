import type { Dimension, QualityRow } from "../../models/quality/dimension.ts";
import {
  type DeliveryDayTable,
  type FirstReportTable,
  type ReceivedColumnTable,
  type ReceivedFileTable,
  type ReportDayTable,
  receivedTables,
} from "../../models/quality/received.ts";
import { rowsBeside, type Warning } from "../../models/quality/warnings/warning.ts";
import type { SetAsideTable } from "../../models/warehouse.ts";
import type { Door } from "../../pipelines/warehouse.ts";
import { insert, type Rows, warehouseOf } from "../support/warehouse.ts";

export interface Received {
  received_file?: readonly Partial<ReceivedFileTable>[];
  received_column?: readonly Partial<ReceivedColumnTable>[];
  delivery_day?: readonly Partial<DeliveryDayTable>[];
  first_report?: readonly Partial<FirstReportTable>[];
  report_day?: readonly ReportDayTable[];
  set_aside?: readonly Partial<SetAsideTable>[];
}

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64) };

/** A file of the hub's one feed with ten rows of people, received on the second of January 2026, unless said otherwise. */
export const file = (facts: Partial<ReceivedFileTable> = {}): Partial<ReceivedFileTable> => ({
  ...origin,
  ...{ file_name: "people.csv", record: "person", received_on: "2026-01-02", row_count: 10 },
  ...{ in_use: true, superseded: false },
  ...facts,
});

/** A row of that file that was set aside because its token is empty, unless said otherwise. */
export const aside = (row_number: number, facts: Partial<SetAsideTable> = {}): Partial<SetAsideTable> => ({
  ...origin,
  ...{ row_number, file_name: "people.csv", record: "person", column_name: "Person" },
  ...{ rule: "required", says: "the cell is empty and must not be" },
  ...facts,
});

/** A warehouse with the tables that only the quality of data is read from. */
export async function receivedWarehouse(rows: Rows, received: Received, asOf?: string): Promise<Door> {
  const door = await warehouseOf(rows, asOf);
  await door.run(`create table set_aside (partner_id varchar, feed_id varchar, file_hash varchar, row_number bigint,
    file_name varchar, record varchar, column_name varchar, rule varchar, says varchar)`);
  for (const [table, columns] of Object.entries(receivedTables)) await door.run(`create table ${table} (${columns})`);
  for (const [table, list] of Object.entries(received)) for (const row of list) await insert(door, table, row);
  return door;
}

/** What a dimension measures as `record or feed, item, file` → `numerator/denominator` or days, or both; other partners than the hub by name. */
export async function qualityOf(
  { queries }: Pick<Dimension, "queries">,
  rows: Rows,
  received: Received = {},
  asOf?: string,
): Promise<Record<string, string>> {
  const door = await receivedWarehouse(rows, received, asOf);
  const found: QualityRow[] = [];
  for (const query of queries) found.push(...(await door.rows<QualityRow>(query)));
  await door.close();
  return Object.fromEntries(found.map((row) => [addressOf(row), amountOf(row)]));
}

const addressOf = ({ partner_id, record, feed_id, item, column_name, file_name }: QualityRow) =>
  [partner_id === "hub" ? null : partner_id, record ?? feed_id, item, column_name || null, file_name]
    .filter((part) => part !== null)
    .join(" ");

const amountOf = ({ numerator, denominator, days }: QualityRow) =>
  [denominator === null ? null : `${numerator}/${denominator}`, days === null ? null : `${days} days`]
    .filter((part) => part !== null)
    .join(", ");

/** Row numbers of the records about which a warning asks and of those that look odd to it, as `[asked, odd]`. */
export async function oddRows(warning: Warning, rows: Rows, received: Received = {}): Promise<[number[], number[]]> {
  const door = await receivedWarehouse(rows, received);
  const numbers = async (where: (about: Warning["about"][number]) => string) => {
    const found = new Set<number>();
    for (const about of warning.about) {
      const sql = `select r.row_number from ${rowsBeside(warning, about.record)} where ${where(about)}`;
      for (const row of await door.rows<{ row_number: number }>(sql)) found.add(row.row_number);
    }
    return [...found].sort((a, b) => a - b);
  };
  const asked = await numbers(({ record }) => warning.asked(record));
  const odd = await numbers((about) => `(${warning.asked(about.record)}) and (${warning.odd(about)})`);
  await door.close();
  return [asked, odd];
}
