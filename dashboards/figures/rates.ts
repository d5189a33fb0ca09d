import type { FigureMaker } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { boundsSentence } from "../sentences/bounds.ts";
import { besideHeadline, ratesHeadline, ratesSentences } from "../sentences/several-rates.ts";
import { clearNote, comparisonSentences, intervalSentence } from "../sentences/shares.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { inCohort } from "./cohort-words.ts";
import { keyOf } from "./find-rows.ts";
import { whereWords } from "./place-words.ts";
import { hasBands, otherWords, type RateRow, rateRow } from "./rate-row.ts";
import { rateRowsContent } from "./rate-rows.ts";

/** The measure, with the one of its series that is meant where it has several. */
function titleOf({ measure, series }: FigureRequest, lookup: Lookup): string {
  const { title } = lookup.measure(measure);
  return lookup.series(measure).length === 1 ? title : `${title}, ${lookup.seriesTitle(measure, series)}`;
}

/** Whom all the shares are of; where that differs from one to the next, the measure's cohort. */
function amongWhom({ measure }: FigureRequest, lookup: Lookup, rows: readonly RateRow[]): string {
  const [among, ...others] = new Set(rows.map(({ words }) => words.among));
  return among === undefined || others.length > 0 ? lookup.measure(measure).cohort_people : among;
}

function subtitleOf(request: FigureRequest, lookup: Lookup, rows: readonly RateRow[]): string {
  const title = titleOf(request, lookup);
  const [first] = rows;
  const { among, after } = inCohort(request, lookup, amongWhom(request, lookup, rows));
  const whose = `${whereWords(request, lookup)}${after}`;
  return rows.length === 1
    ? `${title}: share of ${among} who ${first?.words.did}, ${whose}`
    : `${title}: shares of ${among}, ${whose}`;
}

/** Every share of one measure for one member, alone or beside those it is read against; bounds of a share are its band, not rows. */
export const rates: FigureMaker = (request, lookup) => {
  const title = titleOf(request, lookup);
  const key = keyOf(request, request.series);
  const rows = lookup.rates(request.measure).flatMap((words) => rateRow(words.title, key, words.rate, request, lookup));
  const other = otherWords(request, lookup);
  const member = lookup.memberTitle(request.slice, request.member);
  const axisLabel = rows.length === 1 ? `Share who ${rows[0]?.words.did}` : "Share";
  return {
    ...rateRowsContent(rows, { subject: member, first: "What is counted", other, axisLabel }),
    name: `${title} at ${member}`,
    headline: other === "" ? ratesHeadline(title, rows) : besideHeadline(title, rows, other),
    subtitle: subtitleOf(request, lookup, rows),
    summary: [
      ...ratesSentences(rows),
      intervalSentence,
      ...(hasBands(rows) ? [boundsSentence] : []),
      ...(rows.length > 1 ? comparisonSentences(rows, other) : []),
      ...(other === "" ? [] : [clearNote]),
      ...missingSentences(rows.map(({ name, rate }) => ({ name, status: rate.status }))),
    ],
    n: "n of each share beside it",
  };
};
