import { chance } from "./chance.ts";
import { flowOf, reasonOf, referralOutcome } from "./referral-counts.ts";

type Chance = (what: string) => number;

const oneOf = (at: number, choices: readonly (readonly [number, readonly string[]])[]) =>
  choices.find(([below]) => at < below)?.[1] ?? [];

function retention(at: Chance): string[] {
  const [lasted, ended] = [Math.round(at("days") ** 0.8 * 700), at("ended") < 0.7];
  return [30, 60, 90, 180, 365].flatMap((days) => {
    const parts =
      lasted >= days ? ["known", "retained", "possible"] : ended ? ["known", "not_retained"] : ["lost", "possible"];
    return parts.map((part) => `${part}_${days}`);
  });
}

/** A job lost before each day of the grid, kept to it, or last heard of before. */
function losing(at: Chance): string[] {
  const [lasted, ended] = [Math.round(at("days") ** 0.8 * 700), at("ended") < 0.7];
  return [30, 60, 90, 180, 365].flatMap((days) => {
    if (lasted >= days) return [`at_risk_${days}`];
    return ended ? [`by_${days}`] : [];
  });
}

function employment(at: Chance): string[] {
  const parts = ["q2", "q4"].flatMap((quarter) =>
    oneOf(at(quarter), [
      [0.48, ["known", "employed", "possible"]],
      [0.88, ["known", "not_employed"]],
      [1, ["unknown", "possible"]],
    ]).map((part) => `${part}_${quarter}`),
  );
  if (!parts.includes("employed_q2")) return parts;
  const isSame = parts.includes("employed_q4") && at("employer") < 0.6;
  return [
    ...[...parts, at("earnings") < 0.9 ? "earnings_known" : "earnings_not_known"],
    ...(parts.includes("known_q4") ? ["followed_q4", isSame ? "same_employer" : "not_same_employer"] : []),
  ];
}

/** A gain or none in a year of learning, and whether there was a later test. */
const learning = (at: Chance) =>
  oneOf(at("learning"), [
    [0.4, ["outcome", "gained", "post_tested"]],
    [0.5, ["outcome", "diploma", "not_post_tested"]],
    [0.62, ["separated", "post_tested", "tested_no_gain"]],
    [0.8, ["separated", "not_post_tested"]],
    [1, ["remaining", "not_post_tested"]],
  ]);

/** Served on some day, or seen without it for at least 90 days. */
function waiting(at: Chance): string[] {
  const [served, seen] = [Math.round(at("served") ** 2 * 260), 90 + Math.round(at("seen") * 400)];
  const isServed = served <= seen && at("ever") < 0.8;
  return [7, 14, 30, 45, 90, 180].flatMap((day) => {
    if (isServed) return [`${served <= day ? "by" : "at_risk"}_${day}`];
    return seen >= day ? [`at_risk_${day}`] : [];
  });
}

/** A first goal on some day, or none for at least 90 days. */
function planning(at: Chance): string[] {
  const [set, seen] = [Math.round(at("set") * 150), 90 + Math.round(at("seen") * 400)];
  const isSet = at("plan") < 0.7;
  return [7, 14, 30, 60, 90, 180].flatMap((day) => {
    if (isSet) return [`${set <= day ? "by" : "at_risk"}_${day}`];
    return seen >= day ? [`at_risk_${day}`] : [];
  });
}

function goal(at: Chance): string[] {
  const domain = ["housing", "employment", "income", "food"][Math.floor(at("domain") * 4)]!;
  const [isReached, isDue, isOnTime] = [at("reached") < 0.48, at("due") < 0.8, at("late") < 0.6];
  return [
    ...["set", `set_${domain}`],
    ...(isReached ? ["reached", `reached_${domain}`] : []),
    ...(isDue ? ["due"] : []),
    ...(isReached && isDue && isOnTime ? ["on_time"] : []),
  ];
}

/** Classes of movement at a fixed point after entry, and not scored then. */
const pointMovement = (at: Chance) =>
  ["six_months", "twelve_months"].flatMap((point) =>
    oneOf(at(point), [
      [0.3, ["paired", "improved"]],
      [0.42, ["paired", "maintained_safe"]],
      [0.5, ["paired", "maintained_below"]],
      [0.55, ["paired", "declined"]],
    ]).map((part) => `${part}_${point}`),
  );

const netDomains = (at: Chance) => [
  ...oneOf(at("net"), [
    [0.4, ["better", "better_by_5"]],
    [0.62, ["better"]],
    [0.78, ["same"]],
    [1, ["worse"]],
  ]),
  at("domains") < 0.5 ? "domains_up_to_14" : "domains_15_or_more",
];

interface MadeUp {
  /** About how many people in one program and quarter. */
  size: number;
  parts(at: Chance): readonly string[];
}

/** What happened to made-up people, measure by measure: the parts in which one person is counted. */
const madeUp: Readonly<Record<string, MadeUp>> = {
  "net-domains-improved": { size: 40, parts: (at) => ["eligible", "scored_twice", ...netDomains(at)] },
  "movement-after-entry": { size: 40, parts: (at) => ["eligible", ...pointMovement(at)] },
  "assessments-in-date": {
    size: 30,
    parts: (at) => [
      "open",
      ...oneOf(at("form"), [
        [0.7, ["in_date"]],
        [0.9, ["expired"]],
        [1, ["never"]],
      ]),
    ],
  },
  "goals-reached": { size: 60, parts: goal },
  "time-to-first-goal": { size: 50, parts: (at) => ["started", ...planning(at)] },
  "care-plan": { size: 50, parts: (at) => ["entered", at("plan") < 0.57 ? "planned" : "not_planned"] },
  "job-placement": { size: 40, parts: (at) => ["left", at("job") < 0.44 ? "placed" : "not_placed"] },
  "job-retention": { size: 24, parts: (at) => ["placed", ...retention(at)] },
  "time-to-job-loss": { size: 24, parts: (at) => ["started", ...losing(at)] },
  "employment-after-exit": { size: 50, parts: (at) => ["left", ...employment(at)] },
  "living-wage-share": { size: 24, parts: (at) => ["waged", at("wage") < 0.4 ? "living" : "below"] },
  "hourly-wage-gain": {
    size: 12,
    parts: (at) => [
      "waged_before",
      ...oneOf(at("wage"), [
        [0.45, ["waged_after", "higher"]],
        [0.7, ["waged_after", "not_higher"]],
        [1, ["no_later_wage"]],
      ]),
    ],
  },
  "earnings-change": {
    size: 50,
    parts: (at) => [
      "left",
      ...oneOf(at("income"), [
        [0.15, ["reported", "gained"]],
        [0.35, ["reported", "more"]],
        [0.6, ["reported", "same"]],
        [0.7, ["reported", "less"]],
        [0.78, ["reported", "lost"]],
        [1, ["not_reported"]],
      ]),
    ],
  },
  "credential-types": {
    size: 12,
    parts: (at) => [
      "certified",
      ...oneOf(at("type"), [
        [0.35, ["recognized", "degree_or_license"]],
        [0.6, ["recognized", "certificate"]],
        [0.8, ["recognized", "diploma"]],
        [1, ["other"]],
      ]),
    ],
  },
  "efl-gain": { size: 20, parts: (at) => ["participants", ...learning(at)] },
  "training-skill-gain": {
    size: 20,
    parts: (at) => [
      "trained",
      ...oneOf(at("skill"), [
        [0.1, ["gained", "diploma"]],
        [0.2, ["gained", "transcript"]],
        [0.35, ["gained", "milestone"]],
        [0.45, ["gained", "progression"]],
        [1, ["not_gained"]],
      ]),
    ],
  },
  "any-certificate": {
    size: 36,
    parts: (at) => [
      "left",
      ...oneOf(at("certificate"), [
        [0.2, ["in_program", "within_year"]],
        [0.29, ["within_year"]],
      ]),
    ],
  },
  "referral-outcomes": { size: 40, parts: referralOutcome },
  "time-to-accept": { size: 40, parts: (at) => ["started", ...waiting(at)] },
  "reasons-not-connected": { size: 30, parts: reasonOf },
  "referral-flows": { size: 40, parts: flowOf },
  "two-generation-engagement": {
    size: 30,
    parts: (at) => [
      "families",
      ...oneOf(at("engaged"), [
        [0.4, ["together"]],
        [0.8, ["adults_only"]],
        [1, ["neither_way"]],
      ]),
    ],
  },
  "whole-family-progress": {
    size: 30,
    parts: (at) => [
      "families",
      ...oneOf(at("progress"), [
        [0.22, ["measured", "whole_family"]],
        [0.4, ["measured", "adults_alone"]],
        [0.5, ["measured", "children_alone"]],
        [0.62, ["measured", "neither"]],
        [1, ["not_measured"]],
      ]),
    ],
  },
  "exits-to-permanent-housing": {
    size: 40,
    parts: (at) => [
      "left",
      ...oneOf(at("destination"), [
        [0.45, ["known", "permanent"]],
        [0.65, ["known", "temporary"]],
        [0.75, ["known", "homeless"]],
        [0.84, ["known", "other"]],
        [1, ["unknown"]],
      ]),
    ],
  },
  "benefits-received": { size: 40, parts: (at) => ["entered", at("benefit") < 0.45 ? "benefited" : "not_benefited"] },
  "served-together": { size: 40, parts: (at) => ["linked", at("other") < 0.5 ? "together" : "alone"] },
  "time-to-service": { size: 40, parts: (at) => ["started", ...waiting(at)] },
  "recognized-credential": {
    size: 16,
    parts: (at) => ["trained", at("credential") < 0.4 ? "credentialed" : "not_credentialed"],
  },
};

/** How many people of a program and quarter each part of a measure counts. */
export function cohortCounts(measure: string, program: string, quarter: string): Record<string, number> {
  const { size, parts } = madeUp[measure] ?? { size: 0, parts: () => [] };
  const few = program.startsWith("hh-") && measure === "recognized-credential" ? 0.24 : 1;
  const counts: Record<string, number> = {};
  for (let person = 0; person < size * few * (0.7 + 0.6 * chance(measure, program, quarter)); person++) {
    for (const part of parts((what) => chance(measure, program, quarter, person, what))) {
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  return counts;
}
