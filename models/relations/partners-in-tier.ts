import type { Measure, Part } from "../measures/measure.ts";
import { cutsOf } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import { type Span, spansOf } from "./span.ts";
import type { Strand } from "./strand.ts";
import { periodsOf, type Structure } from "./structure.ts";
import { addUnprinted, find, type SystemDraft } from "./system-draft.ts";

/** A tier in which some partners do all of their work and others a part of it. */
export interface MixedTier {
  tier: string;
  whole: readonly string[];
  others: readonly string[];
}

/**
 * Ties a tier to its partners in one part, of whose people nobody is at two partners: it is the sum of those that work nowhere
 * else and of what the others do there, which is never printed.
 */
export function addMixedTier(draft: SystemDraft, strand: Strand, { tier, whole, others }: MixedTier, part: Part): void {
  const { structure } = draft;
  const { measure, series } = strand;
  const collecting = collectorsIn("tier", tier, measure.id, series, structure);
  const [only, ...more] = others.filter((partner) => collecting.includes(partner));
  // Where there is one other partner, what it has there is its own and known to it.
  const isOne = only !== undefined && more.length === 0;
  const whose = isOne ? ({ slice: "partner", member: only } as const) : ({ slice: "tier", member: tier } as const);
  const there = new Map<string, number>();
  for (const kind of kindsWith(measure, "partner")) {
    for (const period of periodsOf(kind, structure)) {
      const when = { series, period_kind: kind, period, part: part.id };
      const total = find(draft, measure, { slice: "tier", member: tier, ...when });
      const parts = whole.flatMap((member) => find(draft, measure, { slice: "partner", member, ...when }) ?? []);
      if (total === undefined || parts.length < whole.length) continue;
      const says = `${part.id} in ${period}: tier ${tier} = sum of its partners and of others`;
      if (only === undefined) {
        add(draft, says, parts, [total]);
        continue;
      }
      const rest = addUnprinted(
        draft,
        measure,
        { ...whose, ...when, part: `${part.id} of others in ${tier}` },
        "hidden",
      );
      there.set(`${kind} ${period}`, rest);
      add(draft, says, [...parts, rest], [total]);
    }
  }
  if (!measure.unduplicated) return;
  const isTheirs = (one: Structure["programs"][number]) => one.tier === tier && others.includes(one.partner_id);
  const programs = structure.programs.filter(isTheirs).map(({ program_id }) => program_id);
  const all: There = { tier, others, programs, measure, series, part: part.id, cells: there };
  addNoMoreThanAll(draft, all);
  addNoFewerThanOne(draft, all);
  addPrograms(draft, all);
}

/** What others do in a tier, over time. */
interface There {
  tier: string;
  others: readonly string[];
  /** Their programs in it. */
  programs: readonly string[];
  measure: Measure;
  series: string;
  part: string;
  /** What they do there, by kind of period and period. */
  cells: ReadonlyMap<string, number>;
}

/** From the first day on they are no more there than anywhere: whoever has come to a tier by a day has come to the partner. */
function addNoMoreThanAll(draft: SystemDraft, { tier, others, measure, series, part, cells }: There): void {
  for (const { of } of spansOf(kindsWith(measure, "partner"), draft.structure)) {
    const all = of.flatMap((when) =>
      others.flatMap((one) => figure(draft, measure, "partner", one, series, part, when) ?? []),
    );
    const there = of.flatMap((when) => cells.get(nameOf(when)) ?? []);
    if (all.length < of.length * others.length || there.length < of.length) continue;
    const last = of.at(-1)!;
    const rest = slack(draft, { tier, measure, series, part }, last, "of others who are not in it up to then", "rest");
    add(draft, `${part} up to ${last.period}: others are no fewer than in tier ${tier}`, [...there, rest], all);
  }
}

/** From the first day on they are no fewer there than in one of their programs. */
function addNoFewerThanOne(draft: SystemDraft, { tier, programs, measure, series, part, cells }: There): void {
  for (const { of } of spansOf(kindsWith(measure, "program"), draft.structure)) {
    const there = of.flatMap((when) => cells.get(nameOf(when)) ?? []);
    const last = of.at(-1)!;
    for (const program of programs) {
      const own = of.flatMap((when) => figure(draft, measure, "program", program, series, part, when) ?? []);
      if (own.length < of.length || there.length < of.length) continue;
      const rest = slack(
        draft,
        { tier, measure, series, part },
        last,
        `of others who are not in ${program} up to then`,
        "rest",
      );
      add(
        draft,
        `${part} up to ${last.period}: others in tier ${tier} are no fewer than in ${program}`,
        [...own, rest],
        there,
      );
    }
  }
}

/** Their programs there add up to them and to those who are in more than one. */
function addPrograms(draft: SystemDraft, { tier, programs, measure, series, part, cells }: There): void {
  for (const kind of kindsWith(measure, "program")) {
    for (const period of periodsOf(kind, draft.structure)) {
      const there = cells.get(nameOf({ kind, period }));
      const own = programs.flatMap(
        (one) => figure(draft, measure, "program", one, series, part, { kind, period }) ?? [],
      );
      if (there === undefined || own.length < programs.length) continue;
      const says = "of others in more than one program";
      const more =
        own.length > 1 ? [slack(draft, { tier, measure, series, part }, { kind, period }, says, "overlap")] : [];
      add(
        draft,
        `${part} in ${period}: others in tier ${tier} are those in their programs there`,
        [there, ...more],
        own,
      );
    }
  }
}

type When = Span["of"][number];

const nameOf = ({ kind, period }: When) => `${kind} ${period}`;

const figure = (
  draft: SystemDraft,
  measure: Measure,
  slice: "partner" | "program",
  member: string,
  series: string,
  part: string,
  { kind, period }: When,
) => find(draft, measure, { slice, member, series, period_kind: kind, period, part });

function slack(
  draft: SystemDraft,
  { tier, measure, series, part }: Pick<There, "tier" | "measure" | "series" | "part">,
  { kind, period }: When,
  says: string,
  role: "rest" | "overlap",
): number {
  const place = { slice: "tier", member: tier, series, period_kind: kind, period } as const;
  return addUnprinted(draft, measure, { ...place, part: `${part} ${says}` }, role);
}

/** Lengths of period that tiers, partners and the given slice have in common. */
const kindsWith = (measure: Measure, slice: "partner" | "program") =>
  kindsOf(measure, "tier").filter(
    (kind) => kindsOf(measure, "partner").includes(kind) && kindsOf(measure, slice).includes(kind),
  );

const kindsOf = (measure: Measure, slice: "tier" | "partner" | "program") =>
  cutsOf(measure).flatMap((cut) => (cut.slice === slice ? [cut.kind] : []));

function add(draft: SystemDraft, says: string, totals: readonly number[], of: readonly number[]): void {
  draft.relations.push({ says, totals, of, owners: null, spansPartners: false });
}
