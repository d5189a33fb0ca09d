import { type Missing, statusWords } from "../sentences/status-words.ts";
import { draw, type Frame } from "./frame.ts";
import { ink } from "./palette.ts";

const chipWidth = 84;

/** The diagonal hatch that means withheld; one per chart that needs it. */
export function hatch(frame: Frame): SVGElement {
  const line = draw(frame.document, "path", { d: "M0,6L6,0", stroke: ink.muted, "stroke-width": 1.2 });
  const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  return draw(frame.document, "pattern", { id: `${frame.id}-hatch`, ...size }, line);
}

/** The fill of a withheld area. */
export const hatchFill = (frame: Frame) => `url(#${frame.id}-hatch)`;

function chip(frame: Frame, status: Missing, x: number, y: number): SVGElement {
  const dashes = status === "not_yet_settled" ? "4 3" : "none";
  const fill = status === "withheld" ? hatchFill(frame) : "#ffffff";
  const box = { x, y: y - 7, width: 28, height: 14, fill, stroke: ink.muted, "stroke-dasharray": dashes };
  return draw(frame.document, "rect", box);
}

/**
 * What stands on a row that has no number: words, with a hatched box for withheld and a dashed one for not yet settled.
 * Its size and place are the same whatever the number would have been.
 */
export function statusShape(frame: Frame, status: Missing, x: number, y: number, note = ""): SVGElement {
  const boxed = status === "withheld" || status === "not_yet_settled";
  const words = draw(
    frame.document,
    "text",
    {
      x: boxed ? x + 34 : x,
      y,
      dy: "0.32em",
      fill: ink.muted,
      "font-style": "italic",
      "text-anchor": "start",
      class: "halo",
    },
    note === "" ? statusWords[status] : `${statusWords[status]} in part; ${note}`,
  );
  return draw(frame.document, "g", {}, ...(boxed ? [chip(frame, status, x, y)] : []), words);
}

/** A box over some width of time, with the words written in it, upward if it is slim. */
export function statusColumn(
  frame: Frame,
  status: Missing,
  box: { x: number; y: number; width: number; height: number },
): SVGElement {
  const dashes = status === "withheld" ? "none" : "4 3";
  const fill = status === "withheld" ? hatchFill(frame) : "none";
  const rect = draw(frame.document, "rect", { ...box, fill, stroke: ink.muted, "stroke-dasharray": dashes });
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const turn = box.width < chipWidth + 16 ? ` rotate(-90)` : "";
  const text = { transform: `translate(${cx},${cy})${turn}`, dy: "0.32em", "text-anchor": "middle", class: "halo" };
  return draw(frame.document, "g", {}, rect, draw(frame.document, "text", text, statusWords[status]));
}
