import { type GroupSlice, groupSlices, type Slice } from "../../models/figure-key.ts";
import type { Measure } from "../../models/measures/measure.ts";

/** The column of a unit that says to which member of a slice it belongs. */
const COLUMN: Readonly<Record<Exclude<Slice, "network">, string>> = {
  tier: "tier",
  partner: "partner_id",
  program: "program_id",
  followup: "followup",
  ...(Object.fromEntries(groupSlices.map((slice) => [slice, slice])) as Record<GroupSlice, string>),
};

/** The column that holds the members of a slice; none for the whole network. */
export const columnOf = (slice: Slice): string[] => (slice === "network" ? [] : [COLUMN[slice]]);

/** The rows that are counted; for unduplicated measures each person once per member of the slice, at the first of its rows. */
export function unitRows(measure: Measure, slice: Slice): string {
  if (!measure.unduplicated) return "select * from unit";
  const member = columnOf(slice).map((column) => `${column}, `);
  return `select f.*, q.quarter, q.year from (
      select series, ${member.join("")}person_key, min(anchored_on) as first_on, bool_or(linked) as linked from unit group by all) as f
    join quarter as q on f.first_on between q.starts_on and q.ends_on`;
}
