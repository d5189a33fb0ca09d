import type { PublishedSum } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import { amountWords, averageWords } from "../sentences/amounts.ts";
import { capital, countWords, dayWords, rangeOfN } from "../sentences/numbers.ts";
import { missing, missingSentences, statusWords } from "../sentences/status-words.ts";
import { keyOf } from "./find-rows.ts";

interface Named {
  name: string;
  sum: PublishedSum;
}

/** The largest sum from which an axis counts thousands. */
const THOUSANDS_FROM = 100_000;

/** How sums are to be read. */
const note =
  "An average is of everybody who received the service, those for whom nothing was recorded among them. A sum is also withheld where nothing was recorded.";

const isShown = (row: Named): row is Named & { sum: { value: number; n: number } } =>
  row.sum.value !== null && row.sum.n !== null;

/** One sum of a measure, each series by itself, in the whole network to date; the rate of the request names the sum. */
export const sums: FigureMaker = (request, lookup) => {
  const words = lookup.sums(request.measure).find(({ sum }) => sum === request.rate);
  if (words === undefined) throw new Error(`no sum of ${request.measure}: ${request.rate}`);
  const { title, unit } = words;
  const named = lookup.series(request.measure).flatMap(({ series, title: name }): Named[] => {
    const sum = lookup.sum(keyOf(request, series), words.sum);
    return sum === undefined ? [] : [{ name, sum }];
  });
  const cellFor = (row: Named, said: (amount: number, people: number) => string): TableCell =>
    isShown(row)
      ? wordsCell(said(row.sum.value, row.sum.n))
      : { words: statusWords[missing(row.sum)], missing: missing(row.sum) };
  const shown = named.filter(isShown);
  const [most] = shown.toSorted((a, b) => b.sum.value - a.sum.value);
  const step = (most?.sum.value ?? 0) < THOUSANDS_FROM ? 1 : 1000;
  const rows = named.map(({ name, sum }) => ({
    ...{ label: name, aside: sum.value === null ? "" : amountWords(sum.value, unit) },
    missing: sum.value === null ? missing(sum) : null,
    range: sum.value === null ? null : { low: sum.value / step, high: sum.value / step },
  }));
  return {
    kind: "Bar chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, rows, "bar", step === 1 ? capital(unit) : `Thousands of ${unit}`),
    table: {
      columns: ["Type of service", "People (episodes)", title, "On average"],
      rows: named.map((row) => ({
        name: row.name,
        cells: [
          wordsCell(row.sum.n === null ? "" : countWords(row.sum.n)),
          cellFor(row, (amount) => amountWords(amount, unit)),
          cellFor(row, (amount, people) => averageWords(amount, people, unit)),
        ],
      })),
    },
    rows: named.map(({ sum }) => sum),
    headline:
      most === undefined
        ? `${title}: no sum can be shown`
        : `${title}: the most of those shown is ${amountWords(most.sum.value, unit)}, in ${most.name.toLowerCase()}`,
    subtitle: `${title} on record, whole network, by type of service, to ${dayWords(lookup.release.as_of)}`,
    summary: [note, ...missingSentences(named.map(({ name, sum }) => ({ name, status: sum.status })))],
    n: rangeOfN(
      named.map(({ sum }) => sum.n),
      "n = ",
    ),
  };
};
