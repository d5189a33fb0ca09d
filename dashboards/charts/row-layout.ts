import type { Missing } from "../sentences/status-words.ts";
import { draw, type Frame, isNarrow, textWidth } from "./frame.ts";
import { ink } from "./palette.ts";
import { hatch, statusShape } from "./status-shape.ts";

/** A row of a chart: its label, a short text at the right end, and the status where it has no number. */
export interface ChartRow {
  label: string;
  aside: string;
  missing: Missing | null;
  /** What is shown all the same of a row that cannot be drawn whole. */
  note?: string;
}

/** Sizes of a chart with one row for each label. */
export interface RowLayout {
  narrow: boolean;
  width: number;
  height: number;
  marginTop: number;
  marginBottom: number;
  marginLeft: number;
  marginRight: number;
  /** Height of the label line inside a row, 0 where labels stand at the left. */
  labelLine: number;
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));

/** Lays rows out: labels at the left when wide, above their bars when narrow. */
export function rowLayout(frame: Frame, rows: readonly ChartRow[]): RowLayout {
  const narrow = isNarrow(frame);
  const [marginTop, marginBottom] = [6, 54];
  const crowded = narrow && rows.some((row) => row.aside && textWidth(row.label + row.aside) + 8 > frame.width);
  const labelLine = narrow ? (crowded ? 38 : 20) : 0;
  return {
    narrow,
    width: frame.width,
    height: marginTop + marginBottom + rows.length * (narrow ? labelLine + 24 : 28),
    marginTop,
    marginBottom,
    marginLeft: narrow ? 14 : widest(rows.map((row) => row.label)) + 16,
    marginRight: narrow ? 24 : widest(rows.map((row) => row.aside)) + 26,
    labelLine,
  };
}

/** The middle of the bar of each row, in pixels. */
export function rowMiddle(frame: Frame, layout: RowLayout, rows: readonly ChartRow[], i: number): number {
  const step = (layout.height - layout.marginTop - layout.marginBottom) / rows.length;
  return layout.marginTop + step * i + layout.labelLine + (step - layout.labelLine) / 2 + (isNarrow(frame) ? -2 : 0);
}

/** Labels, right-hand texts and status shapes of all rows, with the hatch they use. */
export function rowTexts(frame: Frame, layout: RowLayout, rows: readonly ChartRow[]): () => SVGElement {
  const text = (attributes: Record<string, string | number>, words: string) =>
    draw(frame.document, "text", { dy: "0.32em", "text-anchor": "start", class: "halo", ...attributes }, words);
  return () =>
    draw(
      frame.document,
      "g",
      {},
      ...(rows.some((row) => row.missing !== null) ? [draw(frame.document, "defs", {}, hatch(frame))] : []),
      ...rows.flatMap((row, i) => {
        const y = rowMiddle(frame, layout, rows, i);
        const above = layout.narrow ? y - layout.labelLine : y;
        const beside =
          layout.labelLine > 20 ? { x: 1, y: y - 20 } : { x: frame.width - 1, y: above, "text-anchor": "end" };
        const label = layout.narrow ? { x: 1, y: above } : { x: layout.marginLeft - 10, y, "text-anchor": "end" };
        const right = { ...beside, fill: ink.muted };
        const shape = row.missing ? [statusShape(frame, row.missing, layout.marginLeft + 4, y, row.note ?? "")] : [];
        return [text(label, row.label), ...(row.aside ? [text(right, row.aside)] : []), ...shape];
      }),
    );
}
