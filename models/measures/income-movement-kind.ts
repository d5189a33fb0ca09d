import { groupSlices } from "../figure-key.ts";
import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsByEntry } from "./population.ts";

/** Whom movement of income is about. */
export const ENTERED = "people who entered";

/** Income whose movement is counted; a row has columns `<id>_before` and `<id>_after`, in cents, null where it is not known at both times. */
const INCOMES = [
  { id: "total", title: "Any income", says: "income" },
  { id: "earned", title: "Income from work", says: "income from work" },
] as const;
type Income = (typeof INCOMES)[number];

/** What became of income between two times, each person in one class, as HUD's annual performance report has them. */
const CLASSES = ["gained", "more", "same", "less", "lost", "none"] as const;
type Class = (typeof CLASSES)[number];

const when = (id: Income["id"]): Readonly<Record<Class, string>> => {
  const [before, after] = [`${id}_before`, `${id}_after`];
  return {
    gained: `${before} = 0 and ${after} > 0`,
    more: `${before} > 0 and ${after} > ${before}`,
    same: `${before} > 0 and ${after} = ${before}`,
    less: `${after} > 0 and ${after} < ${before}`,
    lost: `${before} > 0 and ${after} = 0`,
    none: `${before} = 0 and ${after} = 0`,
  };
};

const did = ({ says }: Income): Readonly<Record<Class, string>> => ({
  gained: `had no ${says} at entry and some later`,
  more: `had ${says} at entry and more later`,
  same: `had the same ${says} both times`,
  less: `had ${says} at entry and less later`,
  lost: `had ${says} at entry and none later`,
  none: `had no ${says} both times`,
});

const titles: Readonly<Record<Class, string>> = {
  ...{ gained: "gained", more: "rose", same: "the same" },
  ...{ less: "fell", lost: "lost", none: "none both times" },
};

const hidden = (id: string, condition: string, more: Partial<Part> = {}): Part => {
  const title = id.replaceAll("_", " ");
  return { id, title, means: title, when: condition, printed: false, ...more };
};

function partsOf(income: Income): Part[] {
  const { id, title } = income;
  const part = (name: string, says: string, means: string, condition: string): Part => {
    return { id: `${id}_${name}`, title: `${title}: ${says}`, means, when: condition, printed: true };
  };
  const rose = `(${id}_after > ${id}_before)`;
  return [
    part(
      "increased",
      "more than at entry",
      `People who had more ${income.says} than at entry, if only because they had none then.`,
      rose,
    ),
    hidden(`${id}_no_more`, `not ${rose}`),
    hidden(`${id}_not_increased`, `not coalesce(${rose}, false)`),
    ...CLASSES.map((name) => ({
      ...part(name, titles[name], `People who ${did(income)[name]}.`, when(id)[name]),
      notFor: groupSlices,
    })),
    hidden(`${id}_both`, `${id}_before > 0 and ${id}_after > 0`, { notFor: groupSlices }),
  ];
}

const sumsOf = ({ id }: Income): Identity[] => [
  { total: "entered", of: [`${id}_increased`, `${id}_not_increased`] },
  { total: "known", of: [`${id}_increased`, `${id}_no_more`] },
  { total: `${id}_not_increased`, of: [`${id}_no_more`, "not_known"] },
  { total: `${id}_increased`, of: [`${id}_gained`, `${id}_more`] },
  { total: `${id}_no_more`, of: ["same", "less", "lost", "none"].map((name) => `${id}_${name}`) },
  { total: `${id}_both`, of: ["more", "same", "less"].map((name) => `${id}_${name}`) },
];

/** Classes of any income with those of income from work, as far as one tells of the other: who has no income has none from work. */
const crossed = [
  ["gained", "gained"],
  ["gained", "none"],
  ["lost", "lost"],
  ["lost", "none"],
  ["both", "gained"],
  ["both", "lost"],
  ["both", "none"],
] as const;

const conditionOf = (id: Income["id"], name: Class | "both") =>
  name === "both" ? `${id}_before > 0 and ${id}_after > 0` : when(id)[name];
const crossing = (total: Class | "both", earned: Class | "both") => `total_${total}_earned_${earned}`;

const crossings: readonly Part[] = crossed.map(([total, earned]) =>
  hidden(crossing(total, earned), `${conditionOf("total", total)} and ${conditionOf("earned", earned)}`, {
    notFor: groupSlices,
  }),
);

/** What is printed of the one tells of the other. */
const crossingSums: readonly Identity[] = [
  { total: "total_gained", of: [crossing("gained", "gained"), crossing("gained", "none")] },
  { total: "total_lost", of: [crossing("lost", "lost"), crossing("lost", "none")] },
  {
    total: "total_both",
    of: [crossing("both", "gained"), crossing("both", "lost"), crossing("both", "none"), "earned_both"],
  },
  { total: "earned_gained", of: [crossing("gained", "gained"), crossing("both", "gained")] },
  { total: "earned_lost", of: [crossing("lost", "lost"), crossing("both", "lost")] },
  {
    total: "earned_none",
    of: ["total_none", crossing("gained", "none"), crossing("lost", "none"), crossing("both", "none")],
  },
];

function ratesOf(income: Income): Rate[] {
  const rate = (name: string, says: string, what: string): Rate => {
    const id = `${income.id}_${name}`;
    const words = { did: what, among: ENTERED, of: what };
    return { id, title: `${income.title}: ${says}`, numerator: id, denominator: "entered", ...words };
  };
  return [
    rate("increased", "more than at entry", `had more ${income.says} than at entry`),
    ...CLASSES.map((name) => rate(name, titles[name], did(income)[name])),
  ];
}

const known = "total_before is not null and total_after is not null";

/** What became of income and of income from work, of everybody who entered long enough ago; not known twice is a class of its own. */
export const incomeMovementKind: MeasureKind & { kind: "share" } = {
  kind: "share",
  base: "entered",
  parts: [
    {
      ...{
        id: "entered",
        title: "Entered",
        means: "Episodes that began long enough ago.",
        when: "true",
        printed: true,
      },
      population: adultsByEntry,
    },
    { id: "known", title: "Known twice", means: "Income is known both times.", when: known, printed: true },
    {
      id: "not_known",
      title: "Not known twice",
      means: "Income is not known at entry, or not later.",
      when: `not (${known})`,
      printed: true,
    },
    ...INCOMES.flatMap(partsOf),
    ...crossings,
  ],
  identities: [{ total: "entered", of: ["known", "not_known"] }, ...INCOMES.flatMap(sumsOf), ...crossingSums],
  rates: [
    ...INCOMES.flatMap(ratesOf),
    {
      ...{ id: "not_known", title: "Not known twice", numerator: "not_known", denominator: "entered", among: ENTERED },
      ...{ did: "had an income that is not known both times", of: "had an income that is not known both times" },
    },
  ],
};
