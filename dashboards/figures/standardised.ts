import { ink, series } from "../charts/palette.ts";
import { ratioChart } from "../charts/ratio-chart.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { capital, countWords } from "../sentences/numbers.ts";
import {
  besideOne,
  type NamedRatio,
  ratioInterval,
  ratioWords,
  standardisedHeadline,
  standardisedNote,
  standardisedSentence,
} from "../sentences/standardised.ts";
import { missing } from "../sentences/status-words.ts";
import { cohortWords } from "./cohort-words.ts";
import { keyOf } from "./find-rows.ts";

/** Every partner that may be named and collects the measure, by name; all of them where none does. */
function rowsOf(request: FigureRequest, lookup: Lookup): NamedRatio[] {
  if (request.slice !== "partner") throw new Error(`no ratios by ${request.slice}`);
  if (request.member !== "each") throw new Error(`no ratios of one partner: ${request.member}`);
  const rows = lookup.members("partner").flatMap(({ id: member, title: name }) => {
    const row = lookup.standardised({ ...keyOf(request, request.series), member });
    return row === undefined || !lookup.isNamed("partner", member) ? [] : [{ name, row }];
  });
  const collecting = rows.filter(({ row }) => row.status !== "not_collected");
  return collecting.length > 0 ? collecting : rows;
}

const ratioCell = ({ row }: NamedRatio): TableCell => ({
  words: ratioWords(row),
  missing: row.ratio === null ? missing(row) : null,
});

function drawnRow({ name, row }: NamedRatio) {
  const { ratio, low, high, observed } = row;
  return {
    ...{ label: name, aside: observed === null ? "" : `n = ${countWords(observed)}` },
    missing: ratio === null ? missing(row) : null,
    ratio: ratio === null || low === null || high === null ? null : { ratio, low, high },
  };
}

/** Each partner's people who met a measure, beside those expected from the groups it serves. */
export const standardised: FigureMaker = (request, lookup) => {
  const words = lookup.standardisedWords(request.measure);
  const { did } = lookup.rateWords(request.measure, words.rate);
  const rows = rowsOf(request, lookup);
  return {
    ...(rows.length === 0 ? { instead: `${words.title}: not collected` } : {}),
    kind: "Dot chart with confidence intervals beside a line at 1",
    key: [
      { title: "Ratio, with 95% confidence interval", fill: series.navy, shape: "dot" },
      { title: "As many as expected", fill: ink.muted, shape: "dash" },
    ],
    widths: WIDE_AND_NARROW,
    draw: (frame) => ratioChart(frame, rows.map(drawnRow), "Times the people expected"),
    table: {
      columns: ["Partner", "Ratio", "95% confidence interval", `People who ${did}`, "Beside 1.0"],
      rows: rows.map((one) => ({
        name: one.name,
        cells: [
          ratioCell(one),
          wordsCell(ratioInterval(one.row)),
          wordsCell(one.row.observed === null ? "" : countWords(one.row.observed)),
          wordsCell(capital(besideOne(one.row))),
        ],
      })),
    },
    rows: rows.map(({ row }) => row),
    name: words.title,
    headline: standardisedHeadline(rows, words),
    subtitle: `${words.title}, by partner, ${cohortWords(request, lookup)}`,
    summary: [words.means, ...rows.map((one) => standardisedSentence(one, did)), standardisedNote],
    n: `n of each partner beside it: people who ${did}`,
  };
};
