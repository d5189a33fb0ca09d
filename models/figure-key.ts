/** What is known of a person, by which the people of the whole network are told apart; everybody is in one member of each. */
export const groupSlices = [
  "race_ethnicity",
  "language",
  "gender",
  "age_band",
  "disability",
  "county",
  "household_type",
] as const;
export type GroupSlice = (typeof groupSlices)[number];

/** By what a figure is cut. A network figure has the member `network`; the others have the id of the tier, partner, program or value. */
export const slices = ["network", "tier", "partner", "program", "followup", ...groupSlices] as const;
export type Slice = (typeof slices)[number];

/** True for a slice by what is known of people. */
export function isGroupSlice(slice: Slice): slice is GroupSlice {
  return groupSlices.some((one) => one === slice);
}

/** Lengths of time a figure covers: everything to date, one program year, one calendar quarter. */
export const periodKinds = ["all", "year", "quarter"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The one member of the network slice, and the one period of the kind `all`. */
export const NETWORK = "network";
export const TO_DATE = "to-date";
