import { feedTables } from "../feed-tables.ts";
import type { Feed, Partner } from "../network.ts";
import { ZIP_FIELD } from "../zip-area.ts";

/** What of a partner's profile decides how its files are screened. */
export interface Screening {
  /** Nothing but what Safe Harbor leaves, 45 CFR 164.514(b)(2): no day or month, no place below a state, no number of one person. */
  safe_harbor: boolean;
  /** Ages above 89 refuse a file; otherwise they are read as 90, which stands for 90 and over. */
  refuses_ages: boolean;
  /** Columns that hold ages, whatever they are called. */
  ages: readonly string[];
  /** Columns of ZIP areas, whatever they are called. */
  zips: readonly string[];
  /** In them whole ZIP codes are read as their areas, small areas as 000; otherwise they refuse a file. */
  generalises_zips: boolean;
  /** States whose ZIP codes are looked for, such as `TN`. */
  states: readonly string[];
}

const AGES = ["age", "age_at_entry"];

/** How the files of a feed are screened. */
export function screeningOf(partner: Partner, feed: Feed, states: readonly string[]): Screening {
  const safe_harbor = partner.profile === "safe_harbor";
  const columns = feedTables(feed).flatMap((table) => Object.entries(table.columns));
  const from = (...names: readonly string[]) =>
    columns.flatMap(([field, column]) => (names.includes(field) && column.from ? [column.from] : []));
  return {
    safe_harbor,
    refuses_ages: safe_harbor || partner.ages_above_89 === "refuse",
    ages: from(...AGES),
    zips: from(ZIP_FIELD),
    generalises_zips: !safe_harbor && partner.zip_codes === "generalise",
    states,
  };
}

/** Whether a column may hold an identifier because it is generalised as it is read. */
export const isGeneralised = ({ zips, generalises_zips }: Screening, column: string, identifier: string): boolean =>
  generalises_zips && zips.includes(column) && identifier.includes("ZIP code");
