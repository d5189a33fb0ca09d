import type { PublishedCell, PublishedRate } from "../../models/published.ts";
import { diverging } from "../charts/palette.ts";
import { segmentChart } from "../charts/segment-chart.ts";
import { countCell, shareCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { movementHeadline, movementSentences } from "../sentences/movement.ts";
import { percentWords, rangeOfN } from "../sentences/numbers.ts";
import { changeNote } from "../sentences/rates.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";
import { placeWords } from "./place-words.ts";

/** The four classes of movement, worst first; a rate and the part it counts have one id. */
const classes = [
  { rate: "declined", ...diverging.worst },
  { rate: "maintained_below", ...diverging.worse },
  { rate: "maintained_safe", ...diverging.better },
  { rate: "improved", ...diverging.best },
] as const;

interface Row {
  title: string;
  rates: readonly PublishedRate[];
  paired: PublishedCell | undefined;
}

function rowsOf(request: FigureRequest, lookup: Lookup): Row[] {
  return lookup.series(request.measure).flatMap(({ series: id, title }) => {
    const key = keyOf(request, id);
    const rates = present(classes.map(({ rate }) => lookup.rate(key, rate)));
    return rates.length === classes.length ? [{ title, rates, paired: lookup.cell(key, "paired") }] : [];
  });
}

/** What is shown of a row that cannot be drawn as a whole: `improved 58%, declined 3%`. */
function shownPart([declined, , , improved]: readonly PublishedRate[]): string {
  const words = (name: string, rate: PublishedRate | undefined) =>
    rate?.share == null ? [] : [`${name} ${percentWords(rate.share)}`];
  return [...words("improved", improved), ...words("declined", declined)].join(", ");
}

function drawnRow({ title, rates, paired }: Row) {
  const missing = firstMissing(rates);
  const aside = paired?.value == null ? "" : rangeOfN([paired.value], "n=");
  const shares = rates.flatMap((rate) => (rate.share === null ? [] : [rate.share]));
  return { label: title, aside, missing, note: missing ? shownPart(rates) : "", shares: missing ? null : shares };
}

const axisLabel = (width: number) =>
  width < 500
    ? "← declined or low · improved or safe →"
    : "← declined or stayed below 3 · stayed at 3 or above or improved →";

/** Movement by domain: declined and stayed low to the left, stayed safe and improved to the right. */
export const movement: FigureMaker = (request, lookup) => {
  const rows = rowsOf(request, lookup);
  const drawn = rows.map(drawnRow);
  const kinds = classes.map(({ rate, ...kind }) => ({ ...kind, title: lookup.partTitle(request.measure, rate) }));
  const both = rows.flatMap(({ title, rates: [declined, , , improved] }) =>
    declined && improved ? [{ title, declined, improved }] : [],
  );
  const counts = rows.map(({ paired }) => paired?.value);
  return {
    headline: movementHeadline(both),
    subtitle: `Change in level from baseline to latest assessment, share of people scored twice, by domain, ${placeWords(request, lookup)}`,
    kind: "Diverging stacked bar chart",
    key: kinds,
    widths: WIDE_AND_NARROW,
    draw: (frame) => segmentChart(frame, drawn, kinds, { leftKinds: 2, axisLabel: axisLabel(frame.width) }),
    summary: [
      ...movementSentences(both),
      "Bars to the right of the line are people who improved or stayed at level 3 (safe) or above.",
      changeNote,
      ...missingSentences(
        drawn.map(({ label, missing }) => ({ name: label, status: missing ?? "shown" })),
        true,
      ),
    ],
    table: {
      columns: ["Domain", "Scored twice", ...kinds.map(({ title }) => title)],
      rows: rows.map(({ title, rates, paired }) => ({
        name: title,
        cells: [countCell(paired), ...rates.map(shareCell)],
      })),
    },
    n: rangeOfN(counts, "n = ", " people, by domain"),
    rows: rows.flatMap(({ rates, paired }) => [...rates, ...present([paired])]),
  };
};
