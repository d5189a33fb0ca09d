import type { Door } from "../warehouse.ts";
import { findingColumns, type ListedFinding } from "./list-findings.ts";

/** Whether a finding was there in the run before: new, standing, or resolved since then. */
export type Standing = "new" | "standing" | "resolved";

const SAME = "partner_id, feed_id, record, rule, column_name";
const matching = (a: string, b: string) =>
  SAME.split(", ")
    .map((name) => `${a}.${name} is not distinct from ${b}.${name}`)
    .join(" and ");

/**
 * Temp table `told_finding`: the findings now and those of the run before that are gone, with their status. Two are the same when
 * partner, feed, record kind, rule, column and address are. Rows that were set aside have no address but their place in the file,
 * which moves when the file is sent again: what is left of them on both sides is matched in the order of the rows.
 */
export async function compareFindings(door: Door, before: readonly ListedFinding[]): Promise<void> {
  await door.run(`create temp table finding_before (${findingColumns})`);
  await fillBefore(door, before);
  for (const table of ["finding", "finding_before"])
    await door.run(`create temp table ${table}_numbered as select *, row_number() over () as id,
      row_number() over (partition by ${SAME}, address order by file_name, row_number) as again from ${table}`);
  await door.run(`create temp table same_finding as select n.id as now, b.id as before
    from finding_numbered as n join finding_before_numbered as b on ${matching("n", "b")} and n.address = b.address and n.again = b.again`);
  await door.run(`insert into same_finding select n.id, b.id from (${leftOver("finding", "now")}) as n
    join (${leftOver("finding_before", "before")}) as b on ${matching("n", "b")} and n.nth = b.nth`);
  const columns = findingColumns.replaceAll(/ (varchar|bigint)/g, "");
  await door.run(`create temp table told_finding as
    select ${columns}, case when id in (select now from same_finding) then 'standing' else 'new' end as status from finding_numbered
    union all select ${columns}, 'resolved' from finding_before_numbered where id not in (select before from same_finding)`);
}

const leftOver = (
  table: string,
  side: "now" | "before",
) => `select *, row_number() over (partition by ${SAME} order by file_name, row_number) as nth
  from ${table}_numbered where effect = 'set aside' and id not in (select ${side} from same_finding)`;

async function fillBefore(door: Door, before: readonly ListedFinding[]) {
  await door.run(`create temp table remembered (${findingColumns.replaceAll("bigint", "double")})`);
  const columns = Object.fromEntries(
    findingColumns
      .split(", ")
      .map((each) => each.split(" ") as [string, string])
      .map(([name, type]) => [name, type === "bigint" ? ("double" as const) : ("varchar" as const)]),
  );
  await door.append("remembered", columns, before);
  await door.run("insert into finding_before select * from remembered");
  await door.run("drop table remembered");
}
