import { addressIn } from "./cell.ts";
import { type Count, cellOf, countsOfPopulations, type Place } from "./population-counts.ts";
import { addUnprinted, type SystemDraft } from "./system-draft.ts";

/**
 * People of a population at partners whom the same counts take in: as many as these partners have in the figure `from` and not in the
 * figure `to`, which takes in longer ago ones only.
 */
export interface AlikePartners {
  cell: number;
  partners: readonly string[];
  from: string;
  to: string | null;
}

/** How many people each partner has in a figure, by partner and address. */
export type Contributions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What there is of each such cell at all its partners. Throws when contributions are not known. */
export function peopleAlike(alike: readonly AlikePartners[], contributions: Contributions | null): Map<number, number> {
  if (alike.length > 0 && contributions === null)
    throw new Error(`no contributions to figures such as ${alike[0]!.from}`);
  return new Map(alike.map((one) => [one.cell, peopleAt(one, one.partners, contributions!)]));
}

/** What some of these partners have of such a cell. */
export function peopleAt(
  { from, to }: AlikePartners,
  partners: readonly string[],
  contributions: Contributions,
): number {
  const at = (partner: string, address: string) => contributions.get(partner)?.get(address) ?? 0;
  return partners.reduce((sum, one) => sum + at(one, from) - (to === null ? 0 : at(one, to)), 0);
}

/** Such a cell in its unit, of people who came so many days ago or more. */
interface Step extends AlikePartners {
  place: Place;
  count: Count;
}

/**
 * Where counts of one population are of partners that overlap, and neither is within the other, subtracting and taking one's own
 * people off leads to what only some of these partners have. Adds these as numbers of their own, and every count as their sum.
 */
export function addAlikePartners(draft: SystemDraft): AlikePartners[] {
  if (draft.strands.length < 2) return [];
  const steps = countsOfPopulations(draft).flatMap(({ place, counts }) => {
    const whole = counts.filter((count) => count.isWhole && cellOf(draft, place, count) !== undefined);
    if (!whole.some((one) => whole.some((other) => overlap(one, other)))) return [];
    const alike = classesOf(whole).flatMap((partners) => addClass(draft, place, partners, whole));
    for (const count of whole) addCount(draft, place, count, alike);
    return alike;
  });
  for (const same of Map.groupBy(steps, cutOf).values()) addMargins(draft, same);
  return steps.map(({ cell, partners, from, to }) => ({ cell, partners, from, to }));
}

/** A count is the sum of the people of all partners it takes in. */
function addCount(draft: SystemDraft, place: Place, count: Count, alike: readonly Step[]): void {
  const of = alike.filter((one) => takesIn(count, one.partners) && one.count.at.matured >= count.at.matured);
  const says = `${count.part} of ${count.strand.measure.id} in ${place.slice} ${place.member}, ${place.period}: by partners counted alike`;
  const totals = [cellOf(draft, place, count)!];
  draft.relations.push({ says, totals, of: of.map(({ cell }) => cell), owners: null, spansPartners: false });
}

/** What names a cut by units in which the same partners are told apart. */
const cutOf = ({ place, count, partners }: Step) =>
  [count.population.id, place.slice, place.period_kind, place.period, ...partners].join(" ");

/** The same step of all units. */
const atEachStep = (steps: readonly Step[]) =>
  Map.groupBy(steps, ({ count }) => count.at.matured).values() as Iterable<[Step, ...Step[]]>;

/** Over all units of a cut the people of some partners are what these partners print of themselves. */
function addMargins(draft: SystemDraft, steps: readonly Step[]): void {
  const [{ place, partners }] = steps as [Step];
  if (place.slice === "tier") return;
  for (const [{ count }] of atEachStep(steps)) {
    const own = partners.map((member) => cellOf(draft, { ...place, slice: "partner", member }, count));
    const totals = own.filter((cell) => cell !== undefined);
    if (totals.length < partners.length) continue;
    const of = steps.filter((step) => step.count.at.matured >= count.at.matured).map(({ cell }) => cell);
    const says = `${count.part} of ${count.strand.measure.id} in ${place.period} at ${partners.join(" and ")}: sum of ${place.slice}s`;
    draft.relations.push({ says, totals, of, owners: null, spansPartners: false });
  }
}

const takesIn = ({ at }: Count, [partner]: readonly string[]) => at.partners.includes(partner!);

/** True when two counts have partners in common, and each has one that the other has not. */
function overlap({ at: one }: Count, { at: other }: Count): boolean {
  const common = one.partners.filter((partner) => other.partners.includes(partner)).length;
  return common > 0 && common < one.partners.length && common < other.partners.length;
}

/** Partners in groups that are in the same of some counts. */
function classesOf(counts: readonly Count[]): string[][] {
  const partners = [...new Set(counts.flatMap(({ at }) => at.partners))];
  const signature = (partner: string) => counts.map(({ at }) => Number(at.partners.includes(partner))).join("");
  return [...Map.groupBy(partners, signature).values()];
}

/** Adds the people of some partners, apart by how long ago they must have come to be in each count. */
function addClass(draft: SystemDraft, place: Place, partners: readonly string[], counts: readonly Count[]): Step[] {
  const byMatured = new Map(counts.filter((one) => takesIn(one, partners)).map((one) => [one.at.matured, one]));
  const steps = [...byMatured.values()].sort((a, b) => a.at.matured - b.at.matured);
  const addressed = ({ strand: { measure, series }, part }: Count) => addressIn(measure.id, { ...place, series, part });
  return steps.map((count, step) => {
    const next = steps[step + 1];
    const { measure, series } = count.strand;
    const part = `${count.part} from day ${count.at.matured} at ${partners.join(" and ")}`;
    // Nobody at all may have come between two of the days.
    const role = next ? "overlap" : "hidden";
    const cell = addUnprinted(draft, measure, { ...place, series, part }, role, true);
    return { place, count, cell, partners, from: addressed(count), to: next ? addressed(next) : null };
  });
}
