/** By what a figure is cut. A network figure has the member `network`; the others have the id of the tier, partner, program or value. */
export const slices = ["network", "tier", "partner", "program", "followup"] as const;
export type Slice = (typeof slices)[number];

/** Lengths of time a figure covers: everything to date, one program year, one calendar quarter. */
export const periodKinds = ["all", "year", "quarter"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The one member of the network slice, and the one period of the kind `all`. */
export const NETWORK = "network";
export const TO_DATE = "to-date";
