import type { PublishedMedianWords } from "../../models/published.ts";
import { moneyChart } from "../charts/money-chart.ts";
import { series } from "../charts/palette.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { dollarTick } from "../sentences/dollars.ts";
import {
  medianInterval,
  medianNote,
  medianSentence,
  mediansHeadline,
  medianWords,
  type NamedMedian,
} from "../sentences/medians.ts";
import { countWords } from "../sentences/numbers.ts";
import { missing } from "../sentences/status-words.ts";
import { cohortWords } from "./cohort-words.ts";
import { keyOf } from "./find-rows.ts";

const WHOLE = "Whole network";

/** The whole network first, then the partner asked for or each that collects it. */
function rowsOf(request: FigureRequest, { median: id }: PublishedMedianWords, lookup: Lookup): NamedMedian[] {
  const at = (name: string, slice: "network" | "partner", member: string): NamedMedian[] => {
    const median = lookup.median({ ...keyOf(request, request.series), slice, member }, id);
    return median === undefined ? [] : [{ name, median }];
  };
  const whole = at(WHOLE, "network", "network");
  if (request.slice === "network") return whole;
  if (request.slice !== "partner") throw new Error(`no medians by ${request.slice}`);
  if (request.member !== "each")
    return [...at(lookup.memberTitle("partner", request.member), "partner", request.member), ...whole];
  const partners = lookup.members("partner").flatMap(({ id: member, title }) => at(title, "partner", member));
  return [...whole, ...partners.filter(({ median }) => median.status !== "not_collected")];
}

function valueCell({ median }: NamedMedian, words: PublishedMedianWords): TableCell {
  return { words: medianWords(median, words), missing: median.value === null ? missing(median) : null };
}

function drawnRow({ name, median }: NamedMedian) {
  const { value, low, high, n } = median;
  return {
    ...{ label: name, aside: n === null ? "" : `n = ${countWords(n)}` },
    missing: value === null ? missing(median) : null,
    amount: value === null || low === null || high === null ? null : { value, low, high },
  };
}

/** The median of a measure with its interval: of the network, or of partners beside it. */
export const medians: FigureMaker = (request, lookup) => {
  const [words] = lookup.medians(request.measure);
  if (words === undefined) throw new Error(`no median of ${request.measure}`);
  const rows = rowsOf(request, words, lookup);
  const { title } = lookup.measure(request.measure);
  const by = request.member === "each" ? ", by partner" : "";
  return {
    kind: "Dot chart with confidence intervals, in dollars",
    key: [{ title: "Median, with 95% confidence interval", fill: series.navy, shape: "dot" }],
    widths: WIDE_AND_NARROW,
    draw: (frame) => moneyChart(frame, rows.map(drawnRow), `${words.title}, ${words.unit}`, dollarTick),
    table: {
      columns: ["Where", "Median", "People", "95% confidence interval"],
      rows: rows.map((row) => ({
        name: row.name,
        cells: [
          valueCell(row, words),
          wordsCell(row.median.n === null ? "" : countWords(row.median.n)),
          wordsCell(medianInterval(row.median, words)),
        ],
      })),
    },
    rows: rows.map(({ median }) => median),
    name: request.member === "each" ? title : `${words.title} at ${lookup.memberTitle(request.slice, request.member)}`,
    headline: mediansHeadline(
      rows.filter(({ median }) => median.slice === "network"),
      rows.filter(({ median }) => median.slice === "partner"),
      words,
    ),
    subtitle: `${words.title}, ${words.unit}${by}, ${cohortWords(request, lookup)}`,
    summary: [...rows.map((row) => medianSentence(row, words)), medianNote],
    n: "n of each median beside it",
  };
};
