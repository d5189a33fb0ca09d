import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { cohortWords } from "./cohort-words.ts";

/** Whose a figure is: `whole network`, or the member's name. */
export function whereWords(request: FigureRequest, lookup: Lookup): string {
  return request.slice === "network" ? "whole network" : lookup.memberTitle(request.slice, request.member);
}

/** Where and when a figure is of: `whole network, people who entered by September 30, 2026`. */
export function placeWords(request: FigureRequest, lookup: Lookup): string {
  return `${whereWords(request, lookup)}, ${cohortWords(request, lookup)}`;
}
