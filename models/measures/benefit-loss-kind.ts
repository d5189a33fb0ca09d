import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsBenefited } from "./population.ts";

/** Whom the loss of benefits is about. */
export const ON_BENEFITS = "people who entered with a benefit";

/** People by what became of their income from work, each told apart by the row's columns `earned_before` and `earned_after`, in cents. */
const MOVED = [
  {
    id: "rose",
    title: "Earnings rose",
    means: "More income from work a year later than at entry, or some and none at entry.",
    when: "earned_after > earned_before",
    among: "whose income from work rose",
  },
  {
    id: "not_rose",
    title: "Earnings did not rise",
    means: "As much income from work a year later as at entry, or less, none both times among them.",
    when: "earned_after <= earned_before",
    among: "whose income from work did not rise",
  },
] as const;
type Moved = (typeof MOVED)[number];

const known = "earned_before is not null and earned_after is not null and lost is not null";

const part = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true };
};

const partsOf = ({ id, title, means, when }: Moved): Part[] => [
  part(id, title, means, `${known} and ${when}`),
  part(
    `${id}_lost`,
    `${title}, lost a benefit`,
    "At least one benefit of entry was gone.",
    `${known} and ${when} and lost`,
  ),
  part(
    `${id}_kept`,
    `${title}, kept all benefits`,
    "Every benefit of entry was still there.",
    `${known} and ${when} and not lost`,
  ),
];

const sumsOf = ({ id }: Moved): Identity => ({ total: id, of: [`${id}_lost`, `${id}_kept`] });

const rateOf = ({ id, title, among }: Moved): Rate => ({
  ...{ id: `${id}_lost`, title: `Lost a benefit: ${title.toLowerCase()}`, numerator: `${id}_lost` },
  ...{ denominator: id, did: "had lost a benefit a year later", among: `${ON_BENEFITS} and ${among}` },
  of: "had lost at least one benefit a year later",
});

const notKnown: Rate = {
  ...{ id: "not_known", title: "Not known", numerator: "not_known", denominator: "at_entry", among: ON_BENEFITS },
  ...{ did: "were not known at one of the two times", of: "were not known at one of the two times" },
};

/** Of people with benefits at entry the ones who lost one within a year, of those whose income from work rose and of the others: a row's column `lost` is null where nobody knows. */
export const benefitLossKind: MeasureKind & { kind: "share" } = {
  kind: "share",
  base: "at_entry",
  parts: [
    {
      ...part(
        "at_entry",
        "With a benefit at entry",
        "SNAP, TANF, housing or child care in the month of entry.",
        "true",
      ),
      within: adultsBenefited,
    },
    part("known", "Known", "Both incomes from work are known, and whether a benefit was lost.", known),
    part(
      "not_known",
      "Not known",
      "An income from work, or whether a benefit was lost, is not known.",
      `not (${known})`,
    ),
    ...MOVED.flatMap(partsOf),
  ],
  identities: [
    { total: "at_entry", of: ["known", "not_known"] },
    { total: "known", of: MOVED.map(({ id }) => id) },
    ...MOVED.map(sumsOf),
  ],
  rates: [notKnown, ...MOVED.map(rateOf)],
};
