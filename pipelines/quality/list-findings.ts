import { type RecordKindName, recordKind } from "../../models/contract/catalogue.ts";
import { storedName } from "../../models/contract/record-table.ts";
import { OF_CURRENT_FILE } from "../../models/quality/received.ts";
import { warnings } from "../../models/quality/warnings/catalogue.ts";
import { type About, rowsBeside, type Warning } from "../../models/quality/warnings/warning.ts";
import { type Finding, sentence } from "../findings.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** What became of the row or file a finding is about. */
export type Effect = "whole file" | "set aside" | "loaded" | "noted";

/** One thing a partner has to mend or to look at. */
export interface ListedFinding {
  partner_id: string;
  feed_id: string | null;
  record: string | null;
  file_name: string | null;
  row_number: number | null;
  column_name: string | null;
  rule: string;
  says: string;
  effect: Effect;
  /** Which record it is about: a digest of the record's key, or of file and row where no record was accepted. Never in a pack. */
  address: string;
}

/** Columns of a finding with their types. */
export const findingColumns =
  "partner_id varchar, feed_id varchar, record varchar, file_name varchar, row_number bigint, column_name varchar, rule varchar, says varchar, effect varchar, address varchar";

/** Temp table `finding`: rows and files set aside, then records that look odd, then what was found in the partners' folders. */
export async function listFindings(door: Door, found: readonly Finding[]): Promise<void> {
  await door.run(`create temp table finding (${findingColumns})`);
  await door.run(`insert into finding select distinct partner_id, feed_id, nullif(record, ''), coalesce(file_name, feed_id), row_number,
    nullif(column_name, ''), rule, says, case when row_number is null then 'whole file' else 'set aside' end,
    md5(concat_ws('|', coalesce(file_name, feed_id), row_number)) from set_aside as s where s.row_number is null or ${OF_CURRENT_FILE}`);
  for (const warning of warnings) for (const about of warning.about) await door.run(warningSql(warning, about));
  for (const finding of found)
    await door.run(
      `insert into finding (partner_id, feed_id, rule, says, effect, address) values ($1, $2, $3, $4, 'noted', md5($4))`,
      [finding.partner, finding.feed, finding.code, sentence(finding)],
    );
}

/**
 * One finding per row of a file: a matrix form of many domains is one, and its address is the first key of its records. A file that a
 * later one of the same name has taken the place of is named with its day, because its rows are no longer those of the name.
 */
const warningSql = (warning: Warning, about: About) => `insert into finding
  select r.partner_id, r.feed_id, ${quoteText(about.record)}, any_value(case when f.superseded then f.file_name || ' as received on ' || f.received_on else f.file_name end), r.row_number,
    coalesce(any_value(c.column_name), ${quoteText(about.field)}), ${quoteText(warning.id)}, ${quoteText(warning.says)}, 'loaded', min(${keyOf(about.record)})
  from ${rowsBeside(warning, about.record)}
  left join received_file as f on f.partner_id = r.partner_id and f.feed_id = r.feed_id and f.file_hash = r.file_hash and f.record = ${quoteText(about.record)}
  left join received_column as c on c.partner_id = r.partner_id and c.feed_id = r.feed_id and c.file_hash = r.file_hash
    and c.record = ${quoteText(about.record)} and c.field = ${quoteText(about.field)}
  where ${warning.asked(about.record)} and ${warning.odd(about)}
  group by r.partner_id, r.feed_id, r.file_hash, r.row_number`;

const keyOf = (record: RecordKindName) =>
  `md5(concat_ws('|', ${recordKind(record)
    .key.map((field) => `r.${storedName(field)}`)
    .join(", ")}))`;
