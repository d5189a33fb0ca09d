import * as Plot from "@observablehq/plot";
import { type Frame, staticSvg } from "./frame.ts";
import { ink } from "./palette.ts";
import { type ChartRow, rowLayout, rowMiddle, rowTexts } from "./row-layout.ts";

/** A kind of segment: its color and the color of text upon it. */
export interface SegmentKind {
  title: string;
  fill: string;
  on: string;
}

/** A row of shares in the order of the kinds; null for the whole row where any of them has no number. */
export interface SegmentRow extends ChartRow {
  shares: readonly number[] | null;
}

interface Segment {
  x1: number;
  x2: number;
  y: number;
  kind: SegmentKind;
}

function segmentsOf(row: SegmentRow, y: number, kinds: readonly SegmentKind[], leftKinds: number): Segment[] {
  if (row.shares === null) return [];
  let x = -row.shares.slice(0, leftKinds).reduce((sum, share) => sum + share, 0);
  return row.shares.flatMap((share, i) => {
    const kind = kinds[i];
    const x1 = x;
    x += share;
    return kind === undefined || share === 0 ? [] : [{ x1, x2: x, y, kind }];
  });
}

/**
 * Shares of one whole as a stacked bar for each row. The first `leftKinds` lie left of the zero line,
 * so that with 2 of 4 the bar shows at a glance which way the balance leans; with 0 it is a plain stack.
 */
export function segmentChart(
  frame: Frame,
  rows: readonly SegmentRow[],
  kinds: readonly SegmentKind[],
  options: { leftKinds: number; axisLabel: string },
): SVGElement {
  const layout = rowLayout(frame, rows);
  const half = layout.narrow ? 10 : 11;
  const segments = rows.flatMap((row, i) =>
    segmentsOf(row, rowMiddle(frame, layout, rows, i), kinds, options.leftKinds),
  );
  const { marginTop, marginBottom, marginLeft, marginRight, width, height } = layout;
  const extent = options.leftKinds
    ? [Math.min(-0.2, ...segments.map((d) => d.x1)), Math.max(0.2, ...segments.map((d) => d.x2))]
    : [0, 1];
  const perShare = (width - marginLeft - marginRight) / ((extent[1] ?? 1) - (extent[0] ?? 0));
  const printed = segments.filter((d) => (d.x2 - d.x1) * perShare >= 27);
  const box = { x1: "x1", x2: "x2", y1: (d: Segment) => d.y - half, y2: (d: Segment) => d.y + half };
  return staticSvg(
    Plot.plot({
      document: frame.document,
      ...{ width, height, marginTop, marginBottom, marginLeft, marginRight },
      x: { domain: extent },
      y: { axis: null, type: "linear", domain: [height - marginBottom, marginTop] },
      color: { type: "identity" },
      marks: [
        Plot.axisX({
          ticks: layout.narrow ? 4 : 6,
          label: options.axisLabel,
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 42,
          tickFormat: (d: number) => `${Math.abs(Math.round(d * 100))}%`,
        }),
        Plot.rect(segments, { ...box, fill: (d: Segment) => d.kind.fill, stroke: ink.outline, strokeWidth: 0.75 }),
        Plot.text(printed, {
          x: (d: Segment) => (d.x1 + d.x2) / 2,
          y: "y",
          fill: (d: Segment) => d.kind.on,
          text: (d: Segment) => `${Math.round((d.x2 - d.x1) * 100)}%`,
        }),
        Plot.ruleX([0], { stroke: ink.text, strokeWidth: 1.5 }),
        rowTexts(frame, layout, rows),
      ],
    }),
  );
}
