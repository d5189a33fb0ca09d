/** What every chart is told: whose document draws it, how wide in pixels, and a prefix for ids unique on the page. */
export interface Frame {
  document: Document;
  width: number;
  id: string;
}

const SVG = "http://www.w3.org/2000/svg";

/** Below this width a chart puts row labels above their bars and drops side columns. */
export const isNarrow = (frame: Frame) => frame.width < 500;

/** Width of a text in pixels, rather too much than too little. */
export const textWidth = (text: string) => text.length * 7.6;

/** A label, or the short one where it would not fit into the chart. */
export const fitting = (frame: Frame, label: string, short: string) =>
  textWidth(label) + 24 > frame.width ? short : label;

/** Counts on an axis, with thousands separated. */
export const countTick = (value: number) => value.toLocaleString("en-US");

/** One SVG element with its attributes and children. */
export function draw(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const shorten = (value: string) =>
  value.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));

const drawn = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "transform", "points"];

/** Plot's output made fit for a static page: no styles of its own, no names inside, short numbers. */
export function staticSvg(plot: Element): SVGElement {
  for (const style of plot.querySelectorAll("style")) style.remove();
  for (const element of [plot, ...plot.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes]) {
      if (attribute.name.startsWith("aria-")) element.removeAttribute(attribute.name);
      else if (drawn.includes(attribute.name)) attribute.value = shorten(attribute.value);
    }
  }
  for (const name of ["font-family", "font-size", "fill", "class", "xmlns", "xmlns:xlink"]) plot.removeAttribute(name);
  plot.setAttribute("class", "plot");
  return plot as SVGElement;
}
