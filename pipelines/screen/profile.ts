import type { Feed, Partner } from "../network.ts";

/** What of a partner's profile decides how its files are screened. */
export interface Screening {
  /** Nothing but what Safe Harbor leaves, 45 CFR 164.514(b)(2): no day or month, no place below a state, no number of one person. */
  safe_harbor: boolean;
  /** Ages above 89 refuse a file; otherwise they are read as 90, which stands for 90 and over. */
  refuses_ages: boolean;
  /** Columns that hold ages, whatever they are called. */
  ages: readonly string[];
  /** States whose ZIP codes are looked for, such as `TN`. */
  states: readonly string[];
}

const AGES = ["age", "age_at_entry"];

/** How the files of a feed are screened. */
export function screeningOf(partner: Partner, feed: Feed, states: readonly string[]): Screening {
  const safe_harbor = partner.profile === "safe_harbor";
  const columns = "columns" in feed ? Object.entries(feed.columns) : [];
  const ages = columns.flatMap(([field, column]) => (AGES.includes(field) && column.from ? [column.from] : []));
  return { safe_harbor, refuses_ages: safe_harbor || partner.ages_above_89 === "refuse", ages, states };
}
