import { type Missing, statusWords } from "../sentences/status-words.ts";
import { type FlowRow, type Flows, mostOf, shadeOf } from "./flow-matrix.ts";
import { draw, type Frame, textWidth } from "./frame.ts";
import { ink } from "./palette.ts";
import { wrapWords } from "./wrap-words.ts";

/** Flows listed of each sender. */
const LISTED = 3;

const [lineHeight, headHeight, gap, boxWidth] = [28, 26, 10, 52];

interface Listed {
  name: string;
  value: number;
}

function largest({ cells }: FlowRow, receivers: readonly string[]): Listed[] {
  const shown = cells.flatMap(({ value }, i) => (value === null ? [] : [{ name: receivers[i] ?? "", value }]));
  return shown.toSorted((a, b) => b.value - a.value).slice(0, LISTED);
}

const sumWords = (value: number | null, missing: Missing | null) =>
  value === null ? `all sent: ${statusWords[missing ?? "withheld"]}` : `of ${value.toLocaleString("en-US")} sent`;

/** The largest numbers shown of each sender, where a matrix has no room. */
export function flowList(frame: Frame, flows: Flows): SVGElement {
  const most = mostOf(flows);
  const text = (attributes: Record<string, string | number>, words: string) =>
    draw(frame.document, "text", { dy: "0.32em", "text-anchor": "start", ...attributes }, words);
  const drawn = [text({ x: 1, y: 12, fill: ink.muted }, "The three largest numbers shown of each sender")];
  let y = 30;
  for (const sender of flows.senders) {
    const sum = sumWords(sender.all.value, sender.all.missing);
    const room = Math.floor((frame.width - textWidth(sum) - 8) / textWidth("x"));
    const lines = wrapWords(sender.name, room);
    lines.forEach((line, i) => {
      drawn.push(text({ x: 1, y: y + headHeight / 2 + i * 18, "font-weight": 600 }, line));
    });
    drawn.push(text({ x: frame.width - 1, y: y + headHeight / 2, "text-anchor": "end", fill: ink.muted }, sum));
    y += headHeight + (lines.length - 1) * 18;
    const listed = largest(sender, flows.receivers);
    if (listed.length === 0)
      drawn.push(text({ x: 12, y: y + lineHeight / 2, fill: ink.muted, "font-style": "italic" }, "withheld"));
    for (const { name, value } of listed) {
      const color = shadeOf(value, most);
      const area = { x: 12, y: y + 2, width: boxWidth, height: lineHeight - 4, stroke: ink.outline };
      const middle = { x: 12 + boxWidth / 2, y: y + lineHeight / 2, "text-anchor": "middle", fill: color.on };
      drawn.push(draw(frame.document, "rect", { ...area, fill: color.fill, "stroke-width": 0.5 }));
      drawn.push(text(middle, value.toLocaleString("en-US")));
      drawn.push(text({ x: 12 + boxWidth + 8, y: y + lineHeight / 2 }, `to ${name}`));
      y += lineHeight;
    }
    y += gap + (listed.length === 0 ? lineHeight : 0);
  }
  const size = { width: frame.width, height: y, viewBox: `0 0 ${frame.width} ${y}` };
  return draw(frame.document, "svg", { class: "plot", ...size }, ...drawn);
}
