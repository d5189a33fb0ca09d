import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsByEntry, adultsScoredTwice, adultsWithoutBaseline } from "./population.ts";

const nets = [
  { id: "better_by_5", title: "Better by 5 domains or more", when: "net >= 5" },
  { id: "better_by_less", title: "Better by 1 to 4 domains", when: "net between 1 and 4" },
  { id: "same", title: "The same", when: "net = 0" },
  { id: "worse", title: "Worse", when: "net < 0" },
] as const;

const bands = [
  { id: "up_to_14", words: "1 to 14 domains", when: "domains between 1 and 14" },
  { id: "15_or_more", words: "15 domains or more", when: "domains >= 15" },
] as const;

const crossings: Part[] = nets.flatMap((net) =>
  bands.map((band) => {
    const title = `${net.title}, scored twice in ${band.words}`;
    return {
      id: `${net.id}_${band.id}`,
      title,
      means: title,
      when: `${net.when} and ${band.when}`,
      printed: false,
      detail: true,
    };
  }),
);

const shown = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true };
};

const parts: Part[] = [
  {
    id: "eligible",
    title: "Adults in the cohort",
    means: "Episodes of adults and unaccompanied youth.",
    when: "true",
    printed: true,
    population: adultsByEntry,
  },
  {
    id: "no_baseline",
    title: "No baseline",
    means: "No assessment of the initial stage or within 30 days of entry.",
    when: "not has_baseline",
    printed: true,
    population: adultsWithoutBaseline,
  },
  {
    id: "assessed_once",
    title: "Not scored twice in any domain",
    means: "Assessed at baseline, and not scored again in any domain scored then.",
    when: "has_baseline and domains = 0",
    printed: false,
  },
  {
    id: "scored_twice",
    title: "Scored twice",
    means: "Scored at baseline and at the latest assessment after it in at least one domain.",
    when: "domains > 0",
    printed: true,
    population: adultsScoredTwice,
  },
  shown("better", "Better", "More domains rose than fell.", "net > 0"),
  shown("better_by_5", "Better by 5 or more", "At least five more domains rose than fell.", "net >= 5"),
  { ...shown("better_by_less", "Better by 1 to 4", "One to four more rose.", "net between 1 and 4"), printed: false },
  { ...shown("not_better", "Not better", "No more rose than fell.", "net <= 0"), printed: false },
  { ...shown("same", "The same", "As many domains rose as fell.", "net = 0"), detail: true },
  { ...shown("worse", "Worse", "More domains fell than rose.", "net < 0"), detail: true },
  ...bands.map(({ id, words, when }) => ({
    id: `domains_${id}`,
    title: `Scored twice in ${words}`,
    means: "How many domains a person's sum rests on.",
    when,
    printed: true,
    detail: true,
  })),
  ...crossings,
];

const identities: Identity[] = [
  { total: "eligible", of: ["no_baseline", "assessed_once", "scored_twice"] },
  { total: "scored_twice", of: ["better", "not_better"] },
  { total: "not_better", of: ["same", "worse"] },
  { total: "better", of: ["better_by_5", "better_by_less"] },
  { total: "scored_twice", of: bands.map(({ id }) => `domains_${id}`) },
  ...nets.map(({ id }) => ({ total: id, of: bands.map((band) => `${id}_${band.id}`) })),
  ...bands.map(({ id }) => ({ total: `domains_${id}`, of: nets.map((net) => `${net.id}_${id}`) })),
];

const AMONG = "people scored twice in at least one domain";

const rate = (id: string, title: string, did: string): Rate => {
  return { id, title, numerator: id, denominator: "scored_twice", did, among: AMONG, of: did };
};

const rates: Rate[] = [
  rate("better", "Better", "rose in more domains than they fell in"),
  rate("better_by_5", "Better by 5 domains or more", "rose in at least five more domains than they fell in"),
  ...bands.map(({ id, words }) => rate(`domains_${id}`, `Scored twice in ${words}`, `were scored twice in ${words}`)),
  rate("same", "The same", "rose in as many domains as they fell in"),
  rate("worse", "Worse", "fell in more domains than they rose in"),
];

/** People by whether more domains rose or fell for them, and by how many domains that rests on. */
export const netDomainsKind = {
  kind: "share",
  base: "scored_twice",
  parts,
  identities,
  rates,
} satisfies MeasureKind;
