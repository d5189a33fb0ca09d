import { checks } from "../../models/checks/catalogue.ts";
import { type RecordKindName, recordKind } from "../../models/contract/catalogue.ts";
import type { FigureAddress } from "../../models/figure-address.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { type Receipt, readReceipts } from "../receive/receipt.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** The rows of one file that were looked at for the people a figure counts. */
export interface FeedingFile {
  partner: string;
  feed: string;
  record: string;
  /** SHA-256, hex. */
  hash: string;
  /** As the partner calls it, and the day it was received; null when there is no receipt of it any more. */
  name: string | null;
  received_on: string | null;
  rows: number;
  /** The first of these rows, by their number in the file, the header being 1. */
  first_rows: readonly number[];
}

/** Record kinds a measure reads by what partners must send for it. */
export const recordsOf = ({ requires }: Measure): RecordKindName[] => [
  ...new Set(requires.map((one) => recordKind(one.split(".")[0]!).kind as RecordKindName)),
];

/** The files, and the rows in them, about the people in some counted rows; of one partner alone where the figure is that partner's. */
export async function feedingFiles(
  door: Door,
  measure: Measure,
  at: FigureAddress,
  countedSql: string,
  receiptsFile: string,
): Promise<FeedingFile[]> {
  const own = at.slice === "partner" ? ` and r.partner_id = ${quoteText(at.member)}` : "";
  const people = `select distinct e.partner_id, e.person_key from episode as e
    where e.network_person_key in (select person_key from counted) or e.person_key in (select person_key from counted)`;
  await door.run(`create or replace temp table counted as ${countedSql}`);
  await door.run(`create or replace temp table counted_person as ${people}`);
  const receipts = new Map(readReceipts(receiptsFile).map((receipt) => [receipt.hash, receipt] as const));
  const files: FeedingFile[] = [];
  for (const record of recordsOf(measure)) {
    const rows = await door.rows<Omit<FeedingFile, "name" | "received_on" | "record">>(`
      select r.partner_id as partner, r.feed_id as feed, r.file_hash as hash, count(*) as rows, list_slice(list_sort(list_distinct(list(r.row_number))), 1, 5) as first_rows
      from ${record} as r join counted_person as p on p.partner_id = r.partner_id and p.person_key = r.person_key
      where true${own} group by all order by partner, feed, hash`);
    files.push(...rows.map((row) => ({ ...row, record, ...named(receipts.get(row.hash)) })));
  }
  return files;
}

const named = (receipt: Receipt | undefined) => ({
  name: receipt?.name ?? null,
  received_on: receipt?.received_at.slice(0, 10) ?? null,
});

/** What the rows of some record kinds were held to before they counted, in sentences. */
export function promisesOf(records: readonly RecordKindName[]): string[] {
  const between = checks.filter((check) => check.records.some((record) => records.includes(record)));
  const fields = records.map((record) => {
    const { fields, rules } = recordKind(record);
    return `${record}: ${Object.keys(fields).length} fields, each by its type and range, and ${rules.length} rules between them`;
  });
  return [...fields, ...between.map(({ id }) => `${id.replaceAll("_", " ")}: no row that breaks this is counted`)];
}
