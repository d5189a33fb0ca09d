import { type Cell, cutsOf } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import { sharedParts } from "./shared-cells.ts";
import { membersOf, periodsOf } from "./structure.ts";
import { addUnprinted, find, type SystemDraft } from "./system-draft.ts";

/** Adds what two series give away of each other: where one is collected by more partners, their people are the difference. */
export function addDifferences(draft: SystemDraft): void {
  for (const part of sharedParts(draft.measure)) {
    for (const { slice, kind } of cutsOf(draft.measure)) {
      for (const member of membersOf(slice, draft.structure)) {
        for (const [fewer, more] of nestedSeries(draft, slice, member)) {
          for (const period of periodsOf(kind, draft.structure)) {
            addDifference(draft, { slice, member, period_kind: kind, period, part }, fewer, more);
          }
        }
      }
    }
  }
}

/** Pairs of series of which the second is collected by all partners of the first and by others, one pair for each two sets of partners. */
function nestedSeries(
  { measure, series, structure }: SystemDraft,
  slice: Cell["slice"],
  member: string,
): [string, string][] {
  const sets = new Map<string, { one: string; partners: Set<string> }>();
  for (const one of series) {
    const partners = new Set(collectorsIn(slice, member, measure.id, one, structure));
    if (partners.size > 0) sets.set([...partners].join("+"), { one, partners });
  }
  return [...sets.values()].flatMap((fewer) =>
    [...sets.values()].flatMap((more): [string, string][] =>
      fewer.partners.size < more.partners.size && [...fewer.partners].every((partner) => more.partners.has(partner))
        ? [[fewer.one, more.one]]
        : [],
    ),
  );
}

function addDifference(
  draft: SystemDraft,
  place: Omit<Cell, "measure" | "series" | "role">,
  fewer: string,
  more: string,
) {
  const [small, large] = [find(draft, { ...place, series: fewer }), find(draft, { ...place, series: more })];
  if (small === undefined || large === undefined) return;
  const part = `${place.part} not asked about ${fewer}`;
  const rest = addUnprinted(draft, { ...place, series: more, part }, "hidden", true);
  const says = `${place.part} in ${place.slice} ${place.member}, ${place.period}: ${more} is ${fewer} and those not asked about it`;
  draft.relations.push({ says, totals: [small, rest], of: [large], owners: null, spansPartners: false });
}
