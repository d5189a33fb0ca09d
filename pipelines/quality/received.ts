import { receivedTables } from "../../models/quality/received.ts";
import type { Receipt } from "../receive/receipt.ts";
import type { ColumnType, Door } from "../warehouse.ts";

/** What was received: the receipts in use, those whose reasons are still to be mended, and all there ever were. */
export interface ReceivedSoFar {
  inUse: readonly Receipt[];
  stopped: readonly Receipt[];
  history: readonly Receipt[];
  /** The day of the run itself, `YYYY-MM-DD`. */
  readOn: string;
}

const dayOf = ({ received_at }: Receipt) => received_at.slice(0, 10);

/** Fills the temp tables of what was received, all but when each episode was first reported. */
export async function loadReceived(door: Door, { inUse, stopped, history, readOn }: ReceivedSoFar): Promise<void> {
  for (const [table, columns] of Object.entries(receivedTables))
    await door.run(`create temp table ${table} (${columns})`);
  await fill(door, "received_file", filesOf(inUse, stopped));
  await fill(door, "received_column", [...inUse, ...stopped].flatMap(columnsOf));
  await fill(door, "delivery_day", daysOf(history));
  await fill(door, "report_day", [{ read_on: readOn }]);
}

/** The kinds of record in a delivery, each once: the last one counts, as in the warehouse. */
const kindsOf = ({ converted }: Receipt) => [...new Map(converted.map((each) => [each.record, each])).values()];

const originOf = ({ partner, feed, hash }: Receipt) => ({ partner_id: partner, feed_id: feed, file_hash: hash });

/** One content under two names is one file to the warehouse, which knows it by its hash. */
function filesOf(inUse: readonly Receipt[], stopped: readonly Receipt[]) {
  const all = [...inUse, ...stopped];
  const latest = new Map<string, Receipt>();
  for (const receipt of [...all].sort((a, b) => a.order - b.order)) latest.set(nameOf(receipt), receipt);
  const files = all.flatMap((receipt) =>
    kindsOf(receipt).map(({ record, file, rows }) => ({
      ...originOf(receipt),
      ...{ file_name: file, record, received_on: dayOf(receipt), row_count: rows },
      in_use: inUse.includes(receipt),
      superseded: latest.get(nameOf(receipt)) !== receipt,
    })),
  );
  const key = (file: (typeof files)[number]) => [file.partner_id, file.feed_id, file.file_hash, file.record].join(" ");
  return [...new Map(files.map((file) => [key(file), file])).values()];
}

const nameOf = ({ partner, feed, name }: Receipt) => [partner, feed, name].join("/");

const columnsOf = (receipt: Receipt) =>
  kindsOf(receipt).flatMap(({ record, columns }) =>
    Object.entries(columns).map(([field, column_name]) => ({ ...originOf(receipt), record, field, column_name })),
  );

function daysOf(receipts: readonly Receipt[]) {
  const days = receipts.map((receipt) => [receipt.partner, receipt.feed, dayOf(receipt)] as const);
  return [...new Map(days.map((day) => [day.join(" "), day])).values()].map(([partner_id, feed_id, delivered_on]) => ({
    partner_id,
    feed_id,
    delivered_on,
  }));
}

const asText = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]));

/** Adds rows whose dates, numbers and truth values come as text; the table's own types read them. */
async function fill(door: Door, table: string, rows: readonly object[]) {
  const [first] = rows;
  if (!first) return;
  const columns = Object.fromEntries(Object.keys(first).map((name): [string, ColumnType] => [name, "varchar"]));
  const names = Object.keys(columns);
  await door.run(`create temp table filling (${names.map((name) => `${name} varchar`).join(", ")})`);
  await door.append("filling", columns, rows.map(asText));
  await door.run(`insert into ${table} by name select * from filling`);
  await door.run("drop table filling");
}
