import { levelNames } from "../sentences/levels.ts";
import type { Missing } from "../sentences/status-words.ts";
import { draw, type Frame } from "./frame.ts";
import { ink, sequential } from "./palette.ts";
import { hatch, hatchFill } from "./status-shape.ts";

/** One cell of the five by five: people, or why there is no count. */
export interface TransitionCell {
  from: number;
  to: number;
  value: number | null;
  missing: Missing | null;
}

const [left, top, cellWidth, cellHeight] = [106, 42, 44, 30];
const short: Readonly<Record<Missing, string>> = {
  withheld: "",
  too_few_to_rate: "few",
  not_collected: "—",
  not_applicable: "n/a",
  not_yet_settled: "…",
};

function shade(value: number, most: number) {
  return sequential[Math.min(4, Math.floor((value / most) * 5))] ?? sequential[0];
}

function square(frame: Frame, cell: TransitionCell, most: number): SVGElement[] {
  const [x, y] = [left + (cell.to - 1) * cellWidth, top + (cell.from - 1) * cellHeight];
  const color = cell.value === null ? { fill: "#ffffff", on: ink.muted } : shade(cell.value, most);
  const stays = cell.from === cell.to;
  const box = { x: x + 1, y: y + 1, width: cellWidth - 3, height: cellHeight - 3, stroke: ink.outline };
  const fill = cell.missing === "withheld" ? hatchFill(frame) : color.fill;
  const words = cell.value === null ? short[cell.missing ?? "withheld"] : cell.value.toLocaleString("en-US");
  const text = { x: x + cellWidth / 2 - 0.5, y: y + cellHeight / 2, dy: "0.32em", fill: color.on };
  return [
    draw(frame.document, "rect", { ...box, fill, "stroke-width": stays ? 2.25 : 0.5 }),
    ...(words === "" ? [] : [draw(frame.document, "text", text, words)]),
  ];
}

/** From which level to which: rows are the start, columns the latest; the outlined diagonal stayed. */
export function transitionChart(frame: Frame, cells: readonly TransitionCell[]): SVGElement {
  const most = Math.max(1, ...cells.map((cell) => cell.value ?? 0));
  const text = (attributes: Record<string, string | number>, words: string) =>
    draw(frame.document, "text", { dy: "0.32em", ...attributes }, words);
  const [width, height] = [left + 5 * cellWidth, top + 5 * cellHeight + 4];
  const names = levelNames.map((name, i) =>
    text({ x: left - 8, y: top + (i + 0.5) * cellHeight, "text-anchor": "end" }, `${i + 1} ${name}`),
  );
  const columns = levelNames.map((_, i) => text({ x: left + (i + 0.5) * cellWidth, y: top - 10 }, String(i + 1)));
  return draw(
    frame.document,
    "svg",
    { class: "plot", width, height, viewBox: `0 0 ${width} ${height}` },
    ...(cells.some((cell) => cell.missing === "withheld") ? [draw(frame.document, "defs", {}, hatch(frame))] : []),
    text({ x: left - 8, y: top - 10, "text-anchor": "end", fill: ink.muted }, "Started at ↓"),
    text({ x: left + 2.5 * cellWidth, y: 10, "text-anchor": "middle", fill: ink.muted }, "Latest level →"),
    ...names,
    draw(
      frame.document,
      "g",
      { "text-anchor": "middle" },
      ...columns,
      ...cells.flatMap((cell) => square(frame, cell, most)),
    ),
  );
}
