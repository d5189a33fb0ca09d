import { type Slice, TO_DATE } from "../figure-key.ts";
import type { FigureKey } from "../published.ts";
import type { Collectors, Structure } from "./structure.ts";

/** True where a figure counts anybody who could be in it: it is asked for, and has a meaning there. */
export const isAsked = (status: string | null) => status !== "not_collected" && status !== "not_applicable";

/** Who collects what, as the partners' own figures to date say; a series of which there are none is missing. */
export function collectorsOf(figures: readonly FigureKey[], isCollected: (figure: number) => boolean): Collectors {
  const collectors = new Map<string, Set<string>>();
  figures.forEach(({ measure, series, slice, member, period }, figure) => {
    if (slice !== "partner" || period !== TO_DATE) return;
    const partners = collectors.get(`${measure}/${series}`) ?? new Set();
    collectors.set(`${measure}/${series}`, partners);
    if (isCollected(figure)) partners.add(member);
  });
  return collectors;
}

/** Partners of a unit that collect a series of a measure. */
export function collectorsIn(
  slice: Slice,
  member: string,
  measure: string,
  series: string,
  structure: Structure,
): readonly string[] {
  const collectors = structure.collectors?.get(`${measure}/${series}`);
  return partnersIn(slice, member, structure).filter((partner) => collectors?.has(partner) ?? true);
}

function partnersIn(slice: Slice, member: string, { partners, programs }: Structure): readonly string[] {
  switch (slice) {
    case "partner":
      return [member];
    case "tier":
      return partners.filter((id) => programs.some(({ partner_id, tier }) => partner_id === id && tier === member));
    case "program":
      return programs.flatMap(({ program_id, partner_id }) => (program_id === member ? [partner_id] : []));
    default:
      return partners;
  }
}
