import { type Dimension, selectQuality } from "./dimension.ts";
import { OF_CURRENT_FILE } from "./received.ts";

const received =
  "select partner_id, record, sum(row_count) as row_count from received_file where not superseded group by partner_id, record";
const broken = (columns: string) =>
  `(select distinct s.partner_id, s.record, s.feed_id, s.file_hash, s.row_number${columns} from set_aside as s
    where s.row_number is not null and ${OF_CURRENT_FILE}) as once`;

/** The item that stands for all rules together. */
export const ANY_RULE = "any_rule";

/** Rows set aside for any rule, each counted once; also for record kinds of which none was. */
const byRecord = `${selectQuality({
  partner_id: "f.partner_id",
  record: "f.record",
  item: `'${ANY_RULE}'`,
  numerator: "coalesce(s.broken, 0)",
  denominator: "f.row_count",
  says: "'Rows set aside, for whatever rule'",
})} from (${received}) as f
  left join (select partner_id, record, count(*) as broken from ${broken("")} group by partner_id, record) as s
    on s.partner_id = f.partner_id and s.record = f.record`;

const byRule = `${selectQuality({
  partner_id: "f.partner_id",
  record: "f.record",
  item: "s.rule",
  column_name: "s.column_name",
  numerator: "s.broken",
  denominator: "f.row_count",
  says: "s.says",
})} from (${received}) as f
  join (select partner_id, record, rule, column_name, says, count(*) as broken
    from ${broken(", s.rule, s.column_name, s.says")}
    group by partner_id, record, rule, column_name, says) as s
    on s.partner_id = f.partner_id and s.record = f.record`;

export const validity: Dimension = {
  id: "validity",
  title: "Valid",
  means: "How many rows break a rule of the contract and are set aside, of all rows received. They are in no figure.",
  queries: [byRecord, byRule],
};
