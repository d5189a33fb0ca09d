import { recordKinds } from "../../models/contract/catalogue.ts";
import type { Dimension } from "../../models/quality/dimension.ts";
import { type Door, quoteText } from "../warehouse.ts";
import type { Effect } from "./list-findings.ts";
import type { Measured } from "./measure-quality.ts";

/** What a feedback pack says apart from the partner's own rows. */
export interface Occasion {
  network: string;
  contact: string;
  /** The last day counted, `YYYY-MM-DD`. */
  asOf: string;
  /** The day of the run itself. */
  readOn: string;
  /** Whether no run before has left findings to compare with. */
  first: boolean;
}

/** Findings of one feed that ask for the same. */
export interface FindingGroup {
  effect: Effect;
  feed_id: string | null;
  file_name: string | null;
  files: number;
  column_name: string | null;
  rule: string;
  says: string;
  /** Findings there now. */
  now: number;
  new: number;
  resolved: number;
  /** The first row there now in that file, or null when none is or it is about a whole file. */
  first_row: number | null;
}

/** Everything one partner's report is made of. */
export interface Pack extends Occasion {
  partner: { id: string; name: string };
  quality: readonly Measured[];
  groups: readonly FindingGroup[];
}

/** Reads what was measured and found for one partner. */
export async function readPack(door: Door, partner: Pack["partner"], occasion: Occasion): Promise<Pack> {
  const quality = await door.rows<Measured>(
    `select * exclude (place) from quality where partner_id = ${quoteText(partner.id)} order by place, ${KIND_ORDER}, feed_id, file_name, numerator desc, column_name`,
  );
  const groups =
    await door.rows<FindingGroup>(`select effect, feed_id, coalesce(min(file_name) filter (status <> 'resolved'), min(file_name)) as file_name, count(distinct file_name) filter (status <> 'resolved') as files,
      column_name, rule, says, count(*) filter (status <> 'resolved') as now, count(*) filter (status = 'new') as new,
      count(*) filter (status = 'resolved') as resolved, arg_min(row_number, (file_name, row_number)) filter (status <> 'resolved') as first_row
    from told_finding where partner_id = ${quoteText(partner.id)}
    group by effect, feed_id, column_name, rule, says
    order by ${EFFECT_ORDER}, now desc, resolved desc, feed_id, column_name, rule, says`);
  return { ...occasion, partner, quality, groups };
}

/** The rows of one dimension, of one item where it is named. */
export const rowsIn = ({ quality }: Pack, dimension: Dimension["id"], item?: string): Measured[] =>
  quality.filter((row) => row.dimension === dimension && (item === undefined || row.item === item));

const ordered = (column: string, values: readonly string[]) =>
  `list_position([${values.map(quoteText).join(", ")}], ${column})`;
const KIND_ORDER = ordered(
  "record",
  recordKinds.map(({ kind }) => kind),
);
const EFFECT_ORDER = ordered("effect", ["whole file", "set aside", "loaded", "noted"] satisfies Effect[]);
