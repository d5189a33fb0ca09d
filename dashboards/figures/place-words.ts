import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { dayWords } from "../sentences/numbers.ts";

const by = (lookup: Lookup) => `by ${dayWords(lookup.release.as_of)}`;

/** Where and when a figure is of: `whole network, people who entered by September 30, 2026`. */
export function placeWords(request: FigureRequest, lookup: Lookup): string {
  const where = request.slice === "network" ? "whole network" : lookup.memberTitle(request.slice, request.member);
  const when = request.period_kind === "all" ? by(lookup) : `in ${lookup.periodTitle(request.period)}`;
  return `${where}, people who entered ${when}`;
}
