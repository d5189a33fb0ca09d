import type { Missing } from "../sentences/status-words.ts";
import { draw, type Frame, isNarrow, textWidth } from "./frame.ts";
import { ink, sequential } from "./palette.ts";
import { hatch, hatchFill } from "./status-shape.ts";
import { wrapWords } from "./wrap-words.ts";

/** A number of the matrix, or why there is none. */
export interface FlowCell {
  value: number | null;
  missing: Missing | null;
}

/** A sender with its number to each receiver, in the order of the receivers, and all that it sent. */
export interface FlowRow {
  name: string;
  cells: readonly FlowCell[];
  all: FlowCell;
}

/** Senders by receivers, with the sums of each. */
export interface Flows {
  receivers: readonly string[];
  senders: readonly FlowRow[];
  /** All senders together. */
  total: FlowRow;
}

const [rowHeight, narrowest, lineHeight, sumWidth] = [32, 34, 15, 56];
const lettersInLine = 16;
const sumTitle = "All referrals";
const short: Readonly<Record<Missing, string>> = {
  withheld: "",
  too_few_to_rate: "few",
  not_collected: "—",
  not_applicable: "n/a",
  not_yet_settled: "…",
};

const labelWidth = ({ senders, total }: Flows) => Math.max(...[...senders, total].map(({ name }) => textWidth(name)));

const columnWidth = (frame: Frame, flows: Flows) =>
  Math.floor((frame.width - labelWidth(flows) - 12 - sumWidth) / flows.receivers.length);

/** True where every number of the matrix has room at this width. */
export const fitsMatrix = (frame: Frame, flows: Flows) => !isNarrow(frame) && columnWidth(frame, flows) >= narrowest;

/** The shade of a number: the darker, the closer to the largest. */
export const shadeOf = (value: number, most: number) =>
  sequential[Math.min(4, Math.floor((value / most) * 5))] ?? sequential[0];

/** The largest number that is shown of one sender and one receiver. */
export const mostOf = ({ senders }: Flows) =>
  Math.max(1, ...senders.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));

interface Place {
  x: number;
  y: number;
  width: number;
}

/** A box with its number; `most` is null for sums, which have no shade. */
function box(frame: Frame, { value, missing }: FlowCell, { x, y, width }: Place, most: number | null): SVGElement[] {
  const color = value === null || most === null ? { fill: "#ffffff", on: ink.text } : shadeOf(value, most);
  const outline = { stroke: ink.outline, "stroke-width": most === null ? 0 : 0.5 };
  const fill = missing === "withheld" ? hatchFill(frame) : color.fill;
  const hatched = missing === "withheld" ? { stroke: ink.muted, "stroke-width": 0.5 } : outline;
  const area = { x: x + 1, y: y + 1, width: width - 2, height: rowHeight - 2, fill, ...hatched };
  // Four digits fit into a narrow column, and not a comma besides.
  const number = width < 40 ? String(value) : (value?.toLocaleString("en-US") ?? "");
  const words = value === null ? short[missing ?? "withheld"] : number;
  const weight = most === null ? { "font-weight": 600 } : {};
  const text = { x: x + width / 2, y: y + rowHeight / 2, dy: "0.32em", "text-anchor": "middle", fill: color.on };
  return [
    draw(frame.document, "rect", area),
    ...(words === "" ? [] : [draw(frame.document, "text", { ...text, ...weight }, words)]),
  ];
}

/** A name in as many lines as a column has room for. */
function linesOf(name: string, width: number, letters = lettersInLine): string[] {
  const lines = wrapWords(name, letters);
  return lines.length === 1 || lines.length * lineHeight <= width ? lines : linesOf(name, width, letters + 1);
}

/** Lines that read upward over a column. */
function heading(frame: Frame, lines: readonly string[], middle: number, bottom: number): SVGElement[] {
  return lines.map((line, i) => {
    const x = middle + (i - (lines.length - 1) / 2) * lineHeight;
    const place = { transform: `translate(${x},${bottom}) rotate(-90)`, dy: "0.32em", "text-anchor": "start" };
    return draw(frame.document, "text", place, line);
  });
}

/** Who sends to whom: a row for each sender, a column for each receiver, the number in each cell; sums stand apart, unshaded. */
export function flowMatrix(frame: Frame, flows: Flows): SVGElement {
  const most = mostOf(flows);
  const [left, width] = [labelWidth(flows) + 12, columnWidth(frame, flows)];
  const headings = flows.receivers.map((name) => linesOf(name, width));
  const top = Math.max(...[sumTitle, ...headings.flat()].map(textWidth)) + 32;
  const rows = [...flows.senders, flows.total];
  const [right, bottom] = [left + width * flows.receivers.length, top + rowHeight * rows.length + 6];
  const text = (attributes: Record<string, string | number>, words: string) =>
    draw(frame.document, "text", { dy: "0.32em", ...attributes }, words);
  const drawn = rows.flatMap((row, i) => {
    const isTotal = row === flows.total;
    const y = top + i * rowHeight + (isTotal ? 5 : 0);
    const label = { x: left - 8, y: y + rowHeight / 2, "text-anchor": "end", "font-weight": isTotal ? 600 : 400 };
    return [
      text(label, row.name),
      ...row.cells.flatMap((cell, c) => box(frame, cell, { x: left + c * width, y, width }, isTotal ? null : most)),
      ...box(frame, row.all, { x: right + 4, y, width: sumWidth - 4 }, null),
    ];
  });
  const rule = { stroke: ink.text, "stroke-width": 1 };
  return draw(
    frame.document,
    "svg",
    { class: "plot", width: frame.width, height: bottom, viewBox: `0 0 ${frame.width} ${bottom}` },
    draw(frame.document, "defs", {}, hatch(frame)),
    text({ x: left - 8, y: top - 10, "text-anchor": "end", fill: ink.muted }, "Sent by ↓"),
    text({ x: left, y: 10, "text-anchor": "start", fill: ink.muted }, "Sent to →"),
    ...headings.flatMap((lines, i) => heading(frame, lines, left + (i + 0.5) * width, top - 6)),
    ...heading(frame, [sumTitle], right + sumWidth / 2, top - 6),
    draw(frame.document, "path", { d: `M${left},${bottom - rowHeight - 3}H${frame.width}`, ...rule }),
    ...drawn,
  );
}
