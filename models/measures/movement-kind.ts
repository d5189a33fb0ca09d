import type { Slice } from "../figure-key.ts";
import type { Identity, MeasureKind, Part } from "./measure.ts";
import { adultsByEntry, adultsScoredTwice, adultsWithoutBaseline } from "./population.ts";

const levels = [1, 2, 3, 4, 5] as const;
const paired = "pairing = 'paired'";
const cell = (from: number, to: number) => `t_${from}_${to}`;
const cells = (keep: (from: number, to: number) => boolean) =>
  levels.flatMap((from) => levels.filter((to) => keep(from, to)).map((to) => cell(from, to)));

/** The follow-up stage at which no pair can occur. */
const UNPAIRED = ["none"];

const printed = (id: string, title: string, means: string, when: string, impossibleFor: string[] = UNPAIRED): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
  ...(impossibleFor.length > 0 ? { impossibleFor } : {}),
});
const hidden = (id: string, title: string, when: string): Part => ({
  id,
  title,
  means: title,
  when: `${paired} and ${when}`,
  printed: false,
  impossibleFor: UNPAIRED,
});

const transitions: Part[] = levels.flatMap((from) =>
  levels.map((to) => ({
    id: cell(from, to),
    title: `From level ${from} to level ${to}`,
    means: `People at level ${from} at baseline and level ${to} at the latest assessment.`,
    when: `${paired} and from_level = ${from} and to_level = ${to}`,
    printed: true,
    detail: true,
  })),
);

const margins: Part[] = levels.flatMap((level) => [
  {
    id: `from_${level}`,
    title: `Level ${level} at baseline`,
    means: `People at level ${level} at baseline.`,
    when: `${paired} and from_level = ${level}`,
    printed: true,
    detail: true,
  },
  {
    id: `to_${level}`,
    title: `Level ${level} at the latest assessment`,
    means: `People at level ${level} at the latest assessment.`,
    when: `${paired} and to_level = ${level}`,
    printed: true,
    detail: true,
  },
]);

const detailIdentities: Identity[] = [
  ...levels.map((level) => ({ total: `from_${level}`, of: cells((from) => from === level) })),
  ...levels.map((level) => ({ total: `to_${level}`, of: cells((_from, to) => to === level) })),
  { total: "paired", of: levels.map((level) => `from_${level}`) },
  { total: "paired", of: levels.map((level) => `to_${level}`) },
  { total: "improved", of: cells((from, to) => to > from) },
  { total: "declined_from_5", of: cells((from, to) => from === 5 && to < 5) },
  { total: "declined_below_5", of: cells((from, to) => from < 5 && to < from) },
  { total: "maintained_below", of: [cell(1, 1), cell(2, 2)] },
  { total: "safe_below_5", of: [cell(3, 3), cell(4, 4)] },
  { total: "safe_at_5", of: [cell(5, 5)] },
  { total: "at_ceiling", of: ["from_5"] },
];

/** Stages of the latest assessment say nothing of those without one. */
const NOT_BY_STAGE: readonly Slice[] = ["followup"];

/** Who is in the cohort and who was never scored twice: the same people in every domain, and what is left of them in each. */
const attrition: Part[] = [
  {
    id: "eligible",
    title: "Adults in the cohort",
    means: "Episodes of adults and unaccompanied youth.",
    when: "true",
    printed: true,
    population: adultsByEntry,
    notFor: NOT_BY_STAGE,
  },
  {
    id: "no_baseline",
    title: "No baseline",
    means: "No assessment of the initial stage or within 30 days of entry.",
    when: "pairing = 'no_baseline'",
    printed: true,
    population: adultsWithoutBaseline,
    notFor: NOT_BY_STAGE,
  },
  {
    id: "scored_once",
    title: "Not scored twice in this domain",
    means: "Assessed at baseline; no follow-up yet, or the domain was not applicable or left open at either time.",
    when: "pairing in ('na_baseline', 'no_followup', 'na_followup')",
    printed: false,
    notFor: NOT_BY_STAGE,
  },
];

const HIGHER = "were at a higher level at the latest assessment";

/** A share of those scored twice; it and its numerator have one id. */
const twice = (id: string, title: string) => ({
  ...{ id, title, numerator: id, denominator: "paired" },
  among: "people scored twice",
});

/** Change between two levels of an ordinal scale: the 5×5 transition is the base fact, every other part is a sum of its cells. */
export const movementKind: MeasureKind = {
  kind: "movement",
  base: "paired",
  parts: [
    ...attrition,
    {
      ...printed("paired", "Scored twice", "Scored at baseline and at the latest assessment after it.", paired),
      within: adultsScoredTwice,
      everybodySomewhere: true,
    },
    printed(
      "improved",
      "Improved",
      "At a higher level at the latest assessment than at baseline.",
      `${paired} and to_level > from_level`,
    ),
    printed(
      "maintained_safe",
      "Maintained at 3 or above",
      "At the same level both times, 3 (safe) or above.",
      `${paired} and to_level = from_level and from_level >= 3`,
    ),
    printed(
      "maintained_below",
      "Maintained below 3",
      "At the same level both times, 1 or 2.",
      `${paired} and to_level = from_level and from_level < 3`,
    ),
    printed(
      "declined",
      "Declined",
      "At a lower level at the latest assessment than at baseline.",
      `${paired} and to_level < from_level`,
    ),
    printed(
      "can_improve",
      "Could improve",
      "Scored twice, and at level 4 or below at baseline.",
      `${paired} and from_level <= 4`,
    ),
    hidden("at_ceiling", "At the highest level at baseline", "from_level = 5"),
    hidden("safe_at_5", "At the highest level both times", "from_level = 5 and to_level = 5"),
    hidden("safe_below_5", "At level 3 or 4 both times", "from_level = to_level and from_level in (3, 4)"),
    hidden("declined_from_5", "Down from the highest level", "from_level = 5 and to_level < 5"),
    hidden("declined_below_5", "Down from level 4 or below", "from_level < 5 and to_level < from_level"),
    ...margins,
    ...transitions,
  ],
  identities: [
    { total: "eligible", of: ["no_baseline", "scored_once", "paired"] },
    { total: "paired", of: ["improved", "maintained_safe", "maintained_below", "declined"] },
    { total: "paired", of: ["can_improve", "at_ceiling"] },
    { total: "maintained_safe", of: ["safe_at_5", "safe_below_5"] },
    { total: "declined", of: ["declined_from_5", "declined_below_5"] },
    { total: "at_ceiling", of: ["safe_at_5", "declined_from_5"] },
    ...detailIdentities,
  ],
  rates: [
    { ...twice("improved", "Improved"), did: "improved", of: HIGHER },
    {
      ...{ ...twice("improved", "Improved, of those who could"), id: "improved_of_those_who_could" },
      ...{ denominator: "can_improve", did: "improved", among: "people who had room to improve", of: HIGHER },
    },
    {
      ...twice("maintained_safe", "Maintained at 3 or above"),
      ...{ did: "stayed at level 3 or above", of: "were at the same level, 3 or above, both times" },
    },
    {
      ...twice("maintained_below", "Maintained below 3"),
      ...{ did: "stayed below level 3", of: "were at the same level, 1 or 2, both times" },
    },
    { ...twice("declined", "Declined"), did: "declined", of: "were at a lower level at the latest assessment" },
    {
      ...{ id: "paired", title: "Scored twice", numerator: "paired", denominator: "eligible" },
      ...{ did: "have been scored twice", among: "people in the cohort", of: "have been scored twice" },
    },
  ],
};
