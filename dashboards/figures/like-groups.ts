import type { PublishedRate } from "../../models/published.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { LEAST_UNITS } from "../sentences/funnel.ts";
import { keyOf } from "./find-rows.ts";

/**
 * One partner or program with its share, and the kind or tier by which it is like others; the name is in two lines where a partner's
 * name belongs to it, and `isNamed` says whether readers may have it.
 */
export interface Unit {
  isNamed: boolean;
  name: string;
  lines: readonly string[];
  group: string;
  rate: PublishedRate;
}

interface Named {
  id: string;
  group: string;
  lines: readonly string[];
}

function namedUnits(slice: FigureRequest["slice"], { publication, partner }: Lookup): Named[] {
  if (slice === "partner")
    return publication.partner.map(({ partner_id: id, name, kind }) => ({ id, group: kind, lines: [name] }));
  if (slice !== "program") throw new Error(`no like groups in the slice: ${slice}`);
  return publication.program.map(({ program_id: id, partner_id, name, tier }) => ({
    ...{ id, group: tier, lines: [name, partner(partner_id).name] },
  }));
}

const sizeOf = ({ rate }: Unit) => rate.denominator ?? 0;

/** The partners or programs that collect what a request asks for, in alphabetical order; those without a name by size, which is drawn anyway. */
export function unitsOf(request: FigureRequest, lookup: Lookup): Unit[] {
  const units = namedUnits(request.slice, lookup).flatMap(({ id, group, lines }) => {
    const rate = lookup.rate({ ...keyOf(request, request.series), member: id }, request.rate);
    const none = rate === undefined || rate.status === "not_collected" || rate.status === "not_applicable";
    const isNamed = lookup.isNamed(request.slice, id);
    return none ? [] : [{ name: lines.join(", "), lines, group, rate, isNamed }];
  });
  const bySize = (a: Unit, b: Unit) => sizeOf(a) - sizeOf(b) || (a.rate.share ?? 0) - (b.rate.share ?? 0);
  return units.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.isNamed || b.isNamed ? 0 : bySize(a, b)));
}

/** A group in words, as in `programs of Tier 1`; without an id any group. */
export function groupWords(id: string, { slice }: FigureRequest, lookup: Lookup): string {
  if (slice === "program") return `programs of ${id === "" ? "one tier" : lookup.memberTitle("tier", id)}`;
  return `partners of ${id === "" ? "one kind" : `the kind ${id.replaceAll("_", " ")}`}`;
}

/**
 * The groups of two or more with a unit that has a name, in the order of their words: those with shares enough to draw, and the
 * others.
 */
export function likeGroups(request: FigureRequest, lookup: Lookup): { drawn: string[]; others: string[] } {
  const bySize = [...Map.groupBy(unitsOf(request, lookup), ({ group }) => group)].filter(
    ([, units]) => units.length > 1 && units.some(({ isNamed }) => isNamed),
  );
  const words = (id: string) => groupWords(id, request, lookup);
  const ids = (keep: boolean) =>
    bySize
      .filter(([, units]) => units.filter(({ rate }) => rate.share !== null).length >= LEAST_UNITS === keep)
      .map(([id]) => id)
      .sort((a, b) => words(a).localeCompare(words(b), "en"));
  return { drawn: ids(true), others: ids(false) };
}

/** A request for each group that can be drawn, and one without a group for what is said of the others. */
export function eachLikeGroup(request: FigureRequest, lookup: Lookup): FigureRequest[] {
  if (request.group !== "each") return [request];
  const { drawn, others } = likeGroups(request, lookup);
  const named = (group: string, name: string) => ({ ...request, group, id: `${request.id}-${name}` });
  const rest = others.length > 0 || drawn.length === 0 ? [named("", "others")] : [];
  return [...drawn.map((group) => named(group, group.replaceAll("_", "-"))), ...rest];
}
