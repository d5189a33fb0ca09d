import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { dayWords } from "../sentences/numbers.ts";

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** The people a figure is about: `people who left by July 2, 2026`, the last day from which everybody has been followed long enough. */
export function cohortWords(request: FigureRequest, lookup: Lookup): string {
  const { cohort_people, matures_after_days } = lookup.measure(request.measure);
  const last = daysBefore(lookup.release.as_of, matures_after_days);
  const when = request.period_kind === "all" ? `by ${dayWords(last)}` : `in ${lookup.periodTitle(request.period)}`;
  return `${cohort_people} ${when}`;
}

/**
 * A share with its cohort, around what stands between the two: `share of people scored twice who improved, by domain, people who
 * entered by …`, and where the share is of the cohort itself, `share of people who left by … who earned a certificate, by partner`.
 */
export function inCohort(request: FigureRequest, lookup: Lookup, among: string): { among: string; after: string } {
  const { cohort_people } = lookup.measure(request.measure);
  const cohort = cohortWords(request, lookup);
  if (!among.startsWith(cohort_people)) return { among, after: `, ${cohort}` };
  return { among: cohort + among.slice(cohort_people.length), after: "" };
}
