import { type Dimension, quoted, selectQuality } from "./dimension.ts";
import { warnings } from "./warnings/catalogue.ts";
import { recordsOf, rowsBeside, type Warning } from "./warnings/warning.ts";

/** Rows of files, not records: a matrix form of many domains in one row is one. */
const countSql = (warning: Warning, record: ReturnType<typeof recordsOf>[number]) => `${selectQuality({
  partner_id: "o.partner_id",
  record: quoted(record),
  item: quoted(warning.id),
  numerator: "sum(o.odd)",
  denominator: "count(*)",
  says: quoted(warning.says),
})} from (select q.partner_id, q.feed_id, q.file_hash, q.row_number, max(q.odd) as odd from (
    select r.partner_id, r.feed_id, r.file_hash, r.row_number, case when ${warning.about
      .filter((each) => each.record === record)
      .map((each) => `(${warning.odd(each)})`)
      .join(" or ")} then 1 else 0 end as odd
    from ${rowsBeside(warning, record)} where ${warning.asked(record)}
  ) as q group by q.partner_id, q.feed_id, q.file_hash, q.row_number) as o group by o.partner_id`;

export const consistency: Dimension = {
  id: "consistency",
  title: "Consistent",
  means:
    "How many rows look odd beside your other dates and records. They are loaded and counted. Please look at them: one of the two may be wrong.",
  queries: warnings.flatMap((warning) => recordsOf(warning).map((record) => countSql(warning, record))),
};
