import { series } from "../charts/palette.ts";
import { trendChart } from "../charts/trend-chart.ts";
import { shareCell, wordsCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import { capital, countWords, quarterLabel } from "../sentences/numbers.ts";
import { intervalWords } from "../sentences/rates.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { trendHeadline, trendNote } from "../sentences/trend.ts";
import { firstMissing, intervalOf, keyOf } from "./find-rows.ts";

/** One share by quarter of the cohort, with its band. */
export const trend: FigureMaker = (request, lookup) => {
  const key = keyOf(request, request.series);
  const quarters = lookup.periods("quarter").flatMap((when) => {
    const rate = lookup.rate({ ...key, period_kind: "quarter", period: when.period }, request.rate);
    return rate === undefined ? [] : [{ quarter: when.title, label: quarterLabel(when), rate }];
  });
  const title = lookup.subject(request.measure, request.series);
  const measure = lookup.measure(request.measure);
  const rates = quarters.map(({ rate }) => rate);
  const { did, among } = lookup.rateWords(request.measure, request.rate);
  const cohorts = quarters.map(({ label, rate }) => ({
    label,
    n: rate.denominator === null ? "" : `n=${countWords(rate.denominator)}`,
    interval: intervalOf(rate),
    missing: firstMissing([rate]),
  }));
  const known = rates.reduce((sum, rate) => sum + (rate.denominator ?? 0), 0);
  return {
    headline: trendHeadline(title, did, rates, measure),
    subtitle: `${title}: share of ${among} who ${did}, by ${measure.cohort_quarter}, with 95% confidence band`,
    kind: "Line chart with confidence band",
    key: [{ title: `Share who ${did}`, fill: series.navy, shape: "line" }],
    widths: WIDE_AND_NARROW,
    draw: (frame) => trendChart(frame, cohorts, `Share who ${did}`),
    summary: [
      trendNote(measure),
      ...missingSentences(quarters.map(({ quarter, rate }) => ({ name: quarter, status: rate.status }))),
    ],
    table: {
      columns: [capital(measure.cohort_quarter), "Share", "People", "95% confidence interval"],
      rows: quarters.map(({ quarter, rate }) => ({
        name: quarter,
        cells: [
          shareCell(rate),
          wordsCell(
            rate.denominator === null ? "" : `${countWords(rate.numerator ?? 0)} of ${countWords(rate.denominator)}`,
          ),
          wordsCell(intervalWords(rate)),
        ],
      })),
    },
    n: `n = ${countWords(known)} people in the quarters shown`,
    rows: rates,
  };
};
