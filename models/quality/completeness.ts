import { recordKinds } from "../contract/catalogue.ts";
import type { Field, RecordKind } from "../contract/field.ts";
import { storedName } from "../contract/record-table.ts";
import { askedOf } from "./asked-of.ts";
import { type Dimension, quoted, selectQuality } from "./dimension.ts";

/** Optional fields: filled in accepted records, of those the field is asked of. "Not known" is not filled. */
function optionalSql(record: RecordKind, name: string, field: Field): string {
  const column = `r.${storedName(name)}`;
  const known = field.type === "code" && "unknown" in field.codes ? ` and ${column} <> 'unknown'` : "";
  return `${selectQuality({
    partner_id: "g.partner_id",
    record: quoted(record.kind),
    item: quoted(name),
    column_name: `(select min(c.column_name) from received_column as c
      where c.partner_id = g.partner_id and c.record = ${quoted(record.kind)} and c.field = ${quoted(name)})`,
    numerator: "g.filled",
    denominator: "g.asked",
    says: quoted(field.means),
  })} from (select r.partner_id, count(*) as asked, sum(case when ${column} is not null${known} then 1 else 0 end) as filled
    from ${record.kind} as r where ${askedOf[record.kind]?.[name] ?? "true"} group by r.partner_id) as g`;
}

const isAsked = (record: RecordKind, name: string, field: Field) =>
  !field.required && askedOf[record.kind]?.[name] !== null;

const optional = (recordKinds as readonly RecordKind[]).flatMap((record) =>
  Object.entries(record.fields)
    .filter(([name, field]) => isAsked(record, name, field))
    .map(([name, field]) => optionalSql(record, name, field)),
);

const requiredFields = (recordKinds as readonly RecordKind[])
  .flatMap(({ kind, fields }) =>
    Object.entries(fields)
      .filter(([, field]) => field.required)
      .map(([name, field]) => `(${[kind, name, field.means].map(quoted).join(", ")})`),
  )
  .join(", ");

/** Required fields with a column of their own: rows received in which the cell is not empty; a row with an empty one is set aside. */
const requiredSql = `${selectQuality({
  partner_id: "c.partner_id",
  record: "c.record",
  item: "c.field",
  column_name: "min(c.column_name)",
  numerator: "sum(f.row_count - coalesce(e.empty, 0))",
  denominator: "sum(f.row_count)",
  says: "n.means",
})} from received_column as c
  join (values ${requiredFields}) as n (record, field, means) on n.record = c.record and n.field = c.field
  join received_file as f on f.partner_id = c.partner_id and f.feed_id = c.feed_id and f.file_hash = c.file_hash and f.record = c.record and not f.superseded
  left join (select partner_id, feed_id, file_hash, record, column_name, count(distinct row_number) as empty
    from set_aside where rule = 'required' group by partner_id, feed_id, file_hash, record, column_name) as e
    on e.partner_id = c.partner_id and e.feed_id = c.feed_id and e.file_hash = c.file_hash and e.record = c.record and e.column_name = c.column_name
  group by c.partner_id, c.record, c.field, n.means`;

export const completeness: Dimension = {
  id: "completeness",
  title: "Complete",
  means:
    "How many records have an answer in each field. “Not known” is no answer. A field is asked only of the records it fits: why an episode ended, of those that have ended.",
  queries: [requiredSql, ...optional],
};
