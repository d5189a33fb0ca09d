import { groupSlices } from "../../models/figure-key.ts";
import type { Measure } from "../../models/measures/measure.ts";
import type { Door } from "../warehouse.ts";
import { unitsSql } from "./units.ts";

/** SQL for the rows a measure counts, each with its tier, its quarter and program year, and the groups its person is in. */
export const placedUnitsSql = (door: Pick<Door, "kysely">, measure: Measure): string =>
  `select u.*, g.tier, q.quarter, q.year, ${groupSlices.map((slice) => `p.${slice}`).join(", ")} from (${unitsSql(door, measure)}) as u
    join program as g on g.program_id = u.program_id
    join person_group as p on p.person_key = u.person_key
    join quarter as q on u.anchored_on between q.starts_on and q.ends_on`;
