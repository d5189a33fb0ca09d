import { chance } from "./chance.ts";
import { flowOf, reasonOf, receiverOf, referralOutcome } from "./referral-counts.ts";

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

/** A placement kept to each day, or stopped before it. */
function stopping(at: Chance): string[] {
  const lasted = Math.round(at("days") ** 0.8 * 700);
  const days = [30, 60, 90, 180, 365];
  const first = days.find((day) => lasted < day);
  return [
    ...days.map((day) => `${lasted < day ? "stopped" : "kept"}_${day}`).filter((part) => part !== "kept_365"),
    ...(first && first > 30 ? [`ended_${first}`] : []),
    ...(lasted >= 180 ? ["at_risk_180"] : []),
  ];
}

/** A job held on entry, followed from day 180. */
const joining = (at: Chance) => ["at_risk_180", ...(at("late") < 0.3 ? ["ended_365"] : [])];

function returning(at: Chance): string[] {
  const day = at("ever") < 0.35 ? Math.round(at("day") * 730) : 731;
  return [180, 365, 730].map((within) => `${day <= within ? "returned" : "not_returned"}_${within}`);
}

const staying = (days: number) => [
  days <= 180 ? "half_year_or_less" : "over_half_year",
  days <= 90 ? "to_90" : days <= 180 ? "to_180" : days <= 365 ? "to_365" : "over_365",
];

/** Any income, and income from work, in HUD's classes; gained and more are increases. */
function incomes(at: Chance): string[] {
  if (at("known") < 0.2) return ["not_known"];
  const classOf = (kind: string) =>
    oneOf(at(kind), [
      [0.2, [`${kind}_increased`, `${kind}_gained`]],
      [0.4, [`${kind}_increased`, `${kind}_more`]],
      [0.6, [`${kind}_same`]],
      [0.7, [`${kind}_less`]],
      [0.8, [`${kind}_lost`]],
      [1, [`${kind}_none`]],
    ]);
  return ["known", ...classOf("total"), ...classOf("earned")];
}

function benefits(at: Chance): string[] {
  const had = ["snap", "tanf", "housing", "health", "childcare", "other"].filter((one) => at(one) < 0.3);
  const months = (one: string) => (at(`${one} months`) < 0.2 ? "1" : at(`${one} months`) < 0.4 ? "2_3" : "4");
  return [...(had.length > 0 ? ["benefited"] : []), ...had.flatMap((one) => [one, `${one}_${months(one)}`])];
}

interface MadeUp {
  /** About how many people in one program and quarter. */
  size: number;
  parts(at: Chance): readonly string[];
}

/** What happened to made-up people, measure by measure: the parts in which one person is counted. */
const madeUp: Readonly<Record<string, MadeUp>> = {
  "new-and-continuing": {
    size: 60,
    parts: (at) => [
      "moves",
      "new",
      ...(at("left") < 0.7 ? ["left", at("adult") < 0.6 ? "left_adults" : "left_others"] : []),
    ],
  },
  "families-served": {
    size: 30,
    parts: (at) => ["families", at("generations") < 0.8 ? "two_generations" : "others"],
  },
  "services-delivered": { size: 40, parts: () => ["served"] },
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
  "referral-matrix": { size: 50, parts: receiverOf },
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
  "served-together": {
    size: 40,
    parts: (at) => ["linked", at("other") < 0.5 ? "together" : "alone", ...(at("referred") < 0.2 ? ["referred"] : [])],
  },
  "time-to-service": { size: 40, parts: (at) => ["started", ...waiting(at)] },
  "job-loss": {
    size: 24,
    parts: (at) => ["followed", ...(at("held") < 0.2 ? ["held", ...joining(at)] : ["placed", ...stopping(at)])],
  },
  "referral-chains": { size: 20, parts: (at) => ["sent_on", at("served") < 0.4 ? "served" : "not_served"] },
  "returns-after-exit": { size: 20, parts: (at) => ["housed", ...returning(at)] },
  "length-of-stay": { size: 50, parts: (at) => ["left", ...staying(Math.round(at("days") * 500))] },
  "income-movement": { size: 40, parts: (at) => ["entered", ...incomes(at)] },
  "benefits-by-program": { size: 40, parts: (at) => ["entered", ...benefits(at)] },
  "benefit-loss": {
    size: 30,
    parts: (at) => [
      "at_entry",
      ...oneOf(at("after"), [
        [0.3, ["not_known"]],
        [0.4, ["known", "rose", "rose_lost"]],
        [0.6, ["known", "rose", "rose_kept"]],
        [0.75, ["known", "not_rose", "not_rose_lost"]],
        [1, ["known", "not_rose", "not_rose_kept"]],
      ]),
    ],
  },
  "grew-up-with-assistance": {
    size: 40,
    parts: (at) => [
      "benefited",
      ...oneOf(at("answer"), [
        [0.3, ["not_answered"]],
        [0.6, ["answered", "same"]],
        [1, ["answered", "not_same"]],
      ]),
    ],
  },
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
