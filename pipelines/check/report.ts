import type { Receipt } from "../receive/receipt.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { linesOf } from "./finding-lines.ts";

/** A reason that some rows of a file share, with the first of them. */
export interface Reason {
  file: string;
  column: string | null;
  says: string;
  rows: number;
  first: readonly number[];
  effect: "set aside" | "loaded";
}

/** What would come of one delivery. */
export interface CheckedDelivery {
  name: string;
  feed: string;
  outcome: Receipt["outcome"];
  /** What stops or refuses it, then what is noted; each advice once, after all it is for. */
  says: readonly string[];
  /** Rows of its files, broken ones included. */
  rows: number;
  records: readonly { kind: string; accepted: number }[];
  reasons: readonly Reason[];
}

/** One finding as a line of a table, every row with its own. */
export interface CheckedRow {
  file: string;
  row: number | null;
  column: string | null;
  rule: string;
  says: string;
  effect: string;
}

/** What would come of an export, and everything found in it. */
export interface CheckReport {
  accepted: boolean;
  deliveries: readonly CheckedDelivery[];
  /** What was found in the folder beside the deliveries. */
  beside: readonly string[];
  findings: readonly CheckedRow[];
}

/** Rows named for each reason. */
const NAMED = 5;

/** Reads the report from a warehouse of what was received. Needs the findings listed. */
export async function readReport(
  door: Door,
  receipts: readonly Receipt[],
  beside: readonly string[],
): Promise<CheckReport> {
  const deliveries: CheckedDelivery[] = [];
  for (const receipt of receipts) deliveries.push(await deliveryOf(door, receipt));
  const findings =
    await door.rows<CheckedRow>(`select file_name as file, row_number as row, column_name as "column", rule, says, effect
    from finding order by file_name nulls last, row_number nulls first, column_name, rule, says`);
  return { accepted: receipts.every((receipt) => receipt.outcome === "accepted"), deliveries, beside, findings };
}

async function deliveryOf(door: Door, receipt: Receipt): Promise<CheckedDelivery> {
  const records = [];
  for (const record of new Set(receipt.converted.map((each) => each.record)))
    records.push({ kind: record.replaceAll("_", " "), accepted: await acceptedOf(door, receipt, record) });
  return {
    name: receipt.name,
    feed: receipt.feed,
    outcome: receipt.outcome,
    says: linesOf(receipt.findings),
    rows: Math.max(0, ...receipt.converted.map(({ rows }) => rows)),
    records,
    reasons: await reasonsOf(door, receipt),
  };
}

/** Records of a kind that the delivery would bring, those that break a promise between records left out. */
async function acceptedOf(door: Door, { feed, hash, outcome: came }: Receipt, record: string): Promise<number> {
  if (came !== "accepted") return 0;
  const [row] = await door.rows<{ n: number }>(
    `select count(*) as n from ${record} where feed_id = ${quoteText(feed)} and file_hash = ${quoteText(hash)}`,
  );
  return row!.n;
}

const reasonsOf = (door: Door, { feed, converted, name }: Receipt): Promise<Reason[]> => {
  const files = [...new Set([name, ...converted.map(({ file }) => file)])].map(quoteText).join(", ");
  return door.rows<Reason>(`select file_name as file, column_name as "column", says, effect, count(*) as rows,
      list(row_number order by row_number)[1:${NAMED}] as first
    from (select distinct file_name, row_number, column_name, says, effect from finding
      where feed_id = ${quoteText(feed)} and row_number is not null and file_name in (${files}))
    group by all order by effect desc, rows desc, file, "column", says`);
};
