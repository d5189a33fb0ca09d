import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsBenefited, adultsByEntry } from "./population.ts";

/** Whom benefits by program are about. */
export const ENTERED = "people who entered";

/** Benefits counted each by itself, with the codes of the contract that are one of them; a row has a column `<id>_months`. */
export const BENEFITS = [
  { id: "snap", title: "SNAP", codes: ["snap"] },
  { id: "tanf", title: "TANF", codes: ["tanf"] },
  { id: "housing", title: "Housing subsidy", says: "a housing subsidy", codes: ["housing"] },
  { id: "health", title: "Health coverage", says: "health coverage", codes: ["health"] },
  { id: "childcare", title: "Child care subsidy", says: "a child care subsidy", codes: ["childcare"] },
  { id: "other", title: "WIC or another benefit", says: "WIC or another benefit", codes: ["wic", "other"] },
] as const;
type Benefit = (typeof BENEFITS)[number];

const wordsOf = (benefit: Benefit) => ("says" in benefit ? benefit.says : benefit.title);
const had = ({ id }: Benefit) => `${id}_months > 0`;
const anyOf = (benefits: readonly Benefit[]) => `(${benefits.map(had).join(" or ")})`;

/** In how many months of the time people had a benefit. */
const BANDS = [
  { id: "1", says: "in one month", holds: (months: string) => `${months} = 1` },
  { id: "2_3", says: "in two or three months", holds: (months: string) => `${months} between 2 and 3` },
  { id: "4", says: "in four months or more", holds: (months: string) => `${months} >= 4` },
] as const;

const recordsOf = ({ codes }: Benefit) => codes.map((code) => `benefit_month.benefit.${code}`);

const hidden = (id: string, title: string, when: string): Part => {
  return { id, title, means: `${title}.`, when, printed: false };
};

/** The part that counts those first in a benefit, of the several a person may have; nothing comes before the first of the list. */
const firstIn = (benefit: Benefit) => (benefit === BENEFITS[0] ? benefit.id : `first_${benefit.id}`);

const before = (benefit: Benefit) => BENEFITS.slice(0, BENEFITS.indexOf(benefit));
const after = (benefit: Benefit) => BENEFITS.slice(BENEFITS.indexOf(benefit) + 1);
const isFirst = (benefit: Benefit) =>
  [had(benefit), ...before(benefit).map((one) => `not (${had(one)})`)].join(" and ");

/** Counts of one benefit that are printed: a partner that does not report it has none. */
function countsOf(benefit: Benefit): Part[] {
  const { id, title } = benefit;
  const needs = [recordsOf(benefit)];
  const means = `At least one month of ${wordsOf(benefit)} on record in the time.`;
  return [
    { id, title, means, when: had(benefit), printed: true, needs },
    ...BANDS.map((band) => ({
      ...{
        id: `${id}_${band.id}`,
        title: `${title} ${band.says}`,
        means: `${title} on record ${band.says} of the time.`,
      },
      ...{ when: band.holds(`${id}_months`), printed: true, needs, detail: true },
    })),
  ];
}

/** What the printed counts tell of people with several benefits, each of whom is first in one and has the later ones too. */
function hiddenOf(benefit: Benefit): Part[] {
  const { id, title } = benefit;
  const others = BENEFITS.filter((one) => one !== benefit);
  const first = isFirst(benefit);
  return [
    hidden(`not_${id}`, `Another benefit and not: ${title}`, `not (${had(benefit)}) and ${anyOf(others)}`),
    ...(firstIn(benefit) === id
      ? []
      : [
          hidden(firstIn(benefit), `${title}, and none before it`, first),
          hidden(`also_${id}`, `${title}, and one before it`, `${had(benefit)} and ${anyOf(before(benefit))}`),
        ]),
    ...after(benefit).flatMap((later) => [
      hidden(`${id}_with_${later.id}`, `First in ${title}, with ${later.title}`, `${first} and ${had(later)}`),
      hidden(`${id}_without_${later.id}`, `First in ${title}, not ${later.title}`, `${first} and not (${had(later)})`),
    ]),
  ];
}

const sumsOf = (benefit: Benefit): Identity[] => {
  const { id } = benefit;
  const [earlier, later] = [before(benefit), after(benefit)];
  const withIt = earlier.map((one) => `${one.id}_with_${id}`);
  const withoutIt = earlier.map((one) => `${one.id}_without_${id}`);
  return [
    { total: "benefited", of: [id, `not_${id}`] },
    { total: `not_${id}`, of: [...withoutIt, ...later.map(firstIn)] },
    { total: id, of: BANDS.map((band) => `${id}_${band.id}`) },
    ...(earlier.length === 0
      ? []
      : [
          { total: id, of: [firstIn(benefit), `also_${id}`] },
          { total: `also_${id}`, of: withIt },
        ]),
    ...later.map((one) => ({ total: firstIn(benefit), of: [`${id}_with_${one.id}`, `${id}_without_${one.id}`] })),
  ];
};

const rateOf = (benefit: Benefit): Rate => {
  const did = `had ${wordsOf(benefit)} in the first 90 days`;
  return {
    id: benefit.id,
    title: benefit.title,
    numerator: benefit.id,
    denominator: "entered",
    did,
    among: ENTERED,
    of: did,
  };
};

const longRateOf = (benefit: Benefit): Rate => {
  const part = `${benefit.id}_4`;
  const did = "had it in four months or more";
  return {
    ...{ id: part, title: `${benefit.title} in four months or more`, numerator: part, denominator: benefit.id },
    ...{ did, among: `${ENTERED} and had ${wordsOf(benefit)}`, of: did },
  };
};

/**
 * Who had which benefit, and in how many months. A person can have several, so the counts of benefits add up to more than the people with
 * any: each person is first in one benefit, in the order of the list, and also in the later ones.
 */
export const benefitsByProgramKind: MeasureKind & { kind: "share" } = {
  kind: "share",
  base: "entered",
  parts: [
    {
      ...{ id: "entered", title: "Entered", means: "Episodes of adults that began 90 days ago or more." },
      ...{ when: "true", printed: true, population: adultsByEntry },
    },
    {
      ...{
        id: "benefited",
        title: "With a benefit",
        means: "At least one month of any benefit on record in the time.",
      },
      ...{ when: anyOf(BENEFITS), printed: true, population: adultsBenefited },
    },
    {
      ...{ id: "none", title: "Without a benefit", means: "No month of any benefit on record in the time." },
      when: `not ${anyOf(BENEFITS)}`,
      printed: false,
    },
    ...BENEFITS.flatMap(countsOf),
    ...BENEFITS.flatMap(hiddenOf),
  ],
  identities: [
    { total: "entered", of: ["benefited", "none"] },
    { total: "benefited", of: BENEFITS.map(firstIn) },
    ...BENEFITS.flatMap(sumsOf),
  ],
  rates: [...BENEFITS.map(rateOf), ...BENEFITS.map(longRateOf)],
};
