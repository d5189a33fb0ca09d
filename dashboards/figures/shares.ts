import type { PublishedRate } from "../../models/published.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { series } from "../charts/palette.ts";
import { shareCell, wordsCell } from "../data-table.ts";
import { type DataTable, type FigureMaker, type KeyEntry, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { compare, comparisonWords } from "../sentences/difference.ts";
import { countWords, dayWords } from "../sentences/numbers.ts";
import { doing, intervalWords } from "../sentences/rates.ts";
import {
  comparisonHeadline,
  comparisonSentences,
  intervalSentence,
  type NamedRate,
  sharesHeadline,
} from "../sentences/shares.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, intervalOf, keyOf, present } from "./find-rows.ts";

function against(request: FigureRequest, lookup: Lookup, id: string): PublishedRate | undefined {
  if (request.against === "") return undefined;
  const slice = request.against === "network" ? "network" : request.slice;
  return lookup.rate({ ...keyOf(request, id), slice, member: request.against }, request.rate);
}

function namedRates(request: FigureRequest, lookup: Lookup): NamedRate[] {
  const row = (name: string, id: string, member: string) => {
    const rate = lookup.rate({ ...keyOf(request, id), member }, request.rate);
    return rate === undefined ? [] : [{ name, rate, against: against(request, lookup, id) }];
  };
  if (request.member === "each") {
    return lookup.members(request.slice).flatMap(({ id, title }) => row(title, request.series, id));
  }
  return lookup.series(request.measure).flatMap((domain) => row(domain.title, domain.series, request.member));
}

const counts = ({ numerator, denominator }: PublishedRate) =>
  numerator === null || denominator === null ? "" : `${countWords(numerator)} of ${countWords(denominator)}`;

function tableOf(rows: readonly NamedRate[], first: string, other: string): DataTable {
  const plain = ["Share", "People", "95% confidence interval"];
  return {
    columns: [first, ...plain, ...(other === "" ? [] : [`Share, ${other}`, "Difference"])],
    rows: rows.map(({ name, rate, against: than }) => ({
      name,
      cells: [
        shareCell(rate),
        wordsCell(counts(rate)),
        wordsCell(intervalWords(rate)),
        ...(other === ""
          ? []
          : [shareCell(than), wordsCell(comparisonWords[than ? compare(rate, than) : "not compared"])]),
      ],
    })),
  };
}

/** What the shares are read against, within a sentence: `the network`, `the interim assessment` or a name. */
function otherWords({ slice, against }: FigureRequest, lookup: Lookup): string {
  if (against === "" || against === "network") return against && "the network";
  const title = lookup.memberTitle(slice, against);
  return slice === "followup" ? `the ${title.toLowerCase()}` : title;
}

function wordsFor(request: FigureRequest, lookup: Lookup) {
  const eachMember = request.member === "each";
  const domain = eachMember ? lookup.seriesTitle(request.measure, request.series) : "";
  const subject = eachMember ? domain : lookup.memberTitle(request.slice, request.member);
  const other = otherWords(request, lookup);
  const unit = eachMember ? `${request.slice}s` : "domains";
  const first = eachMember ? `${request.slice[0]?.toUpperCase()}${request.slice.slice(1)}` : "Domain";
  return { eachMember, subject, other, unit, first };
}

function keyFor(subject: string, other: string): KeyEntry[] {
  if (other === "") return [{ title: "Share, with 95% confidence interval", fill: series.navy, shape: "dot" }];
  return [
    { title: `${subject}, with 95% confidence interval`, fill: series.navy, shape: "dot" },
    {
      title: `${other[0]?.toUpperCase()}${other.slice(1)}, with 95% confidence interval`,
      fill: series.orange,
      shape: "diamond",
    },
  ];
}

/** One share by domain or by member with its interval, alone or beside the share it is read against. */
export const shares: FigureMaker = (request, lookup) => {
  const rows = namedRates(request, lookup);
  const { eachMember, subject, other, unit, first } = wordsFor(request, lookup);
  const { did, among } = doing(request.rate);
  const drawn = rows.map(({ name, rate, against: than }) => ({
    label: name,
    aside: counts(rate),
    missing: firstMissing([rate]),
    interval: intervalOf(rate),
    against: intervalOf(than),
  }));
  const headline = sharesHeadline(rows, request.rate, unit);
  return {
    headline:
      other === ""
        ? eachMember
          ? `${subject}: ${headline}`
          : headline
        : comparisonHeadline(rows, subject, other, unit),
    subtitle: `${eachMember ? `${subject}: s` : "S"}hare of ${among} who ${did}, by ${eachMember ? request.slice : "domain"}, people who entered by ${dayWords(lookup.release.as_of)}`,
    kind: "Dot chart with confidence intervals",
    key: keyFor(eachMember ? `Each ${request.slice}` : subject, other),
    widths: WIDE_AND_NARROW,
    draw: (frame) => intervalChart(frame, rows.length === 0 ? [] : drawn, `Share who ${did}`),
    summary: [
      intervalSentence,
      ...comparisonSentences(rows, other),
      ...(other === "" ? [] : ["A difference is called clear only if its 95% confidence interval leaves out zero."]),
      ...missingSentences(rows.map(({ name, rate }) => ({ name, status: rate.status }))),
    ],
    table: tableOf(rows, first, other),
    n: `n of each ${eachMember ? request.slice : "domain"} beside its share`,
    rows: present(rows.flatMap(({ rate, against: than }) => [rate, than])),
  };
};
