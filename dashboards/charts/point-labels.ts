import { draw, type Frame, textWidth } from "./frame.ts";
import { ink } from "./palette.ts";

/** A point in pixels with the lines of its name; without lines it has no name, but no name is laid over it. */
export interface LabelledPoint {
  x: number;
  y: number;
  lines: readonly string[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a name could stand, and at which side of it the text is held. */
interface Candidate extends Box {
  anchor: "start" | "middle" | "end";
}

interface Placed {
  point: LabelledPoint;
  box: Candidate;
}

const LINE = 16;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a: Box, b: Box) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

/** Where a name could stand: beside its point, above or below it, then farther up and down. */
function candidates({ x, y, lines }: LabelledPoint, area: Box): Candidate[] {
  const [width, height] = [Math.max(...lines.map(textWidth)), lines.length * LINE];
  const at = (left: number, top: number, anchor: Candidate["anchor"] = "middle") => ({
    ...{ left, right: left + width, top, bottom: top + height, anchor },
  });
  const middle = Math.min(Math.max(x - width / 2, area.left), area.right - width);
  const near = [at(x + 9, y - height / 2, "start"), at(x - 9 - width, y - height / 2, "end")];
  const farther = Array.from({ length: 12 }).flatMap((_, step) => [
    at(middle, y - 10 - height - step * LINE),
    at(middle, y + 10 + step * LINE),
  ]);
  return [...near, ...farther];
}

function place(points: readonly LabelledPoint[], area: Box): Placed[] {
  const dots = points.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  const placed: Placed[] = [];
  for (const point of points.filter(({ lines }) => lines.length > 0)) {
    const free = (box: Box) => !placed.some((other) => meet(box, other.box)) && inside(box, area);
    const all = candidates(point, area);
    const box = all.find((one) => free(one) && !dots.some((dot) => meet(one, dot))) ?? all.find(free);
    if (box !== undefined) placed.push({ point, box });
  }
  return placed;
}

/** A line from a point to a name that stands apart from it. */
function leader(frame: Frame, { point: { x, y }, box }: Placed): SVGElement[] {
  const end = box.top > y ? box.top : box.bottom;
  const apart = Math.min(Math.abs(box.top - y), Math.abs(box.bottom - y)) > 14 && (box.top > y || box.bottom < y);
  return apart ? [draw(frame.document, "path", { d: `M${x},${y}V${end}`, stroke: ink.muted, "stroke-width": 1 })] : [];
}

function nameOf(frame: Frame, { point, box }: Placed): SVGElement {
  const { left, right, top, anchor } = box;
  const x = anchor === "start" ? left : anchor === "end" ? right : (left + right) / 2;
  const lines = point.lines.map((words, i) =>
    draw(frame.document, "text", { x, y: top + (i + 0.5) * LINE, dy: "0.32em", class: "halo" }, words),
  );
  return draw(frame.document, "g", { "text-anchor": anchor }, ...lines);
}

/** The names of points, none of them over another, and over a point only where there is no other room; a name without room is left to the text. */
export function pointLabels(frame: Frame, points: readonly LabelledPoint[], area: Box): () => SVGElement {
  return () => {
    const placed = place(points, area);
    const leaders = placed.flatMap((one) => leader(frame, one));
    return draw(frame.document, "g", {}, ...leaders, ...placed.map((one) => nameOf(frame, one)));
  };
}
