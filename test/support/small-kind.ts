import type { MeasureKind } from "../../models/measures/measure.ts";

const part = (id: string, printed = true) => ({ id, title: id, means: id, when: "true", printed });

/** People who met a goal, those who did not, and all of them. */
export const smallKind: MeasureKind = {
  kind: "count",
  base: "all",
  parts: [part("all"), part("met"), part("unmet")],
  identities: [{ total: "all", of: ["met", "unmet"] }],
  rates: [{ id: "met", title: "Met", numerator: "met", denominator: "all", did: "met", among: "all", of: "met" }],
};

/** The same with the second count never printed. */
export const hidingKind: MeasureKind = { ...smallKind, parts: [part("all"), part("met"), part("unmet", false)] };

/** One count of people. */
export const plainKind: MeasureKind = { kind: "count", base: "all", parts: [part("all")], identities: [], rates: [] };

const cohort = { id: "cohort" };

/** A cohort that is the same in every series, whom of it nobody scored, and who was scored once or twice in each. */
export const sharingKind: MeasureKind = {
  kind: "movement",
  base: "twice",
  parts: [
    { ...part("cohort"), population: cohort },
    { ...part("never"), population: { id: "cohort never scored" } },
    part("once", false),
    part("twice"),
  ],
  identities: [{ total: "cohort", of: ["never", "once", "twice"] }],
  rates: [],
};
