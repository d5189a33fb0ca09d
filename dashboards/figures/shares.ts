import { groupSlices } from "../../models/figure-key.ts";
import type { FigureMaker } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { boundsSentence } from "../sentences/bounds.ts";
import { capital } from "../sentences/numbers.ts";
import {
  clearNote,
  comparisonHeadline,
  comparisonSentences,
  intervalSentence,
  sharesHeadline,
} from "../sentences/shares.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { inCohort } from "./cohort-words.ts";
import { keyOf } from "./find-rows.ts";
import { hasBands, otherWords, type RateRow, rateRow } from "./rate-row.ts";
import { rateRowsContent } from "./rate-rows.ts";

function rowsOf(request: FigureRequest, lookup: Lookup): RateRow[] {
  const row = (name: string, id: string, member: string) =>
    rateRow(name, { ...keyOf(request, id), member }, request.rate, request, lookup);
  if (request.member === "each") {
    const rows = lookup.members(request.slice).flatMap(({ id, title }) => row(title, request.series, id));
    // The page says who collects it: rows of the many that do not would hide the few that do.
    return request.slice === "partner" ? rows.filter(({ rate }) => rate.status !== "not_collected") : rows;
  }
  return lookup.series(request.measure).flatMap((domain) => row(domain.title, domain.series, request.member));
}

/** What a row is, and what several of them are. */
function unitWords({ slice }: FigureRequest, eachMember: boolean): { one: string; unit: string } {
  if (!eachMember) return { one: "domain", unit: "domains" };
  if (groupSlices.some((group) => group === slice)) return { one: "group", unit: "groups" };
  return { one: slice, unit: slice === "partner" ? "partners with data" : `${slice}s` };
}

function wordsFor(request: FigureRequest, lookup: Lookup) {
  const eachMember = request.member === "each";
  const domain = eachMember ? lookup.subject(request.measure, request.series) : "";
  const subject = eachMember ? domain : lookup.memberTitle(request.slice, request.member);
  const other = otherWords(request, lookup);
  const by = eachMember ? lookup.sliceTitle(request.slice) : "domain";
  return { eachMember, subject, other, by, ...unitWords(request, eachMember) };
}

/** One share by domain or by member with its interval, alone or beside the share it is read against. */
export const shares: FigureMaker = (request, lookup) => {
  const rows = rowsOf(request, lookup);
  const { eachMember, subject, other, by, one, unit } = wordsFor(request, lookup);
  const words = lookup.rateWords(request.measure, request.rate);
  const { among, after } = inCohort(request, lookup, words.among);
  const about = (said: string) => (eachMember ? `${subject}: ${said[0]!.toLowerCase()}${said.slice(1)}` : said);
  const share = `the share who ${words.did}`;
  return {
    ...rateRowsContent(rows, {
      subject: eachMember ? `Each ${one}` : subject,
      ...{ first: capital(one), other, axisLabel: `Share who ${words.did}` },
    }),
    headline:
      other === ""
        ? about(sharesHeadline(rows, words, unit))
        : comparisonHeadline(rows, { subject, share, other, unit }),
    subtitle: capital(about(`share of ${among} who ${words.did}, by ${by}${after}`)),
    summary: [
      intervalSentence,
      ...(hasBands(rows) ? [boundsSentence] : []),
      ...comparisonSentences(rows, other),
      ...(other === "" ? [] : [clearNote]),
      ...missingSentences(rows.map(({ name, rate }) => ({ name, status: rate.status }))),
    ],
    n: `n of each ${one} beside its share`,
  };
};
