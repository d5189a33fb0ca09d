import { html, type Insert, type Markup } from "../dashboards/markup.ts";
import { count, percent } from "./amounts.ts";

/** A column of a table: words stand on the left, numbers on the right. */
export interface Column {
  title: string;
  words?: true;
}

/** A table with a caption whose first cells head their rows, or null when there are none. Its roles are said because a narrow page lays it out as a list. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Insert[])[],
): Markup | null {
  if (rows.length === 0) return null;
  const style = ({ words }: Column) => (words ? "words" : "number");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader" class="${style(column)}">${column.title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([head, ...cells]) =>
      html`<tr role="row"><th scope="row" role="rowheader">${head ?? null}</th>${cells.map(
        (cell, index) =>
          html`<td role="cell" class="${style(columns[index + 1]!)}" data-title="${columns[index + 1]!.title}">${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
}

/** The columns of a share and its cells: the two numbers, the share and a bar of it. */
export const shareColumns = (numerator: string, denominator: string): Column[] =>
  [numerator, denominator, "Share"].map((title) => ({ title }));

export const shareCells = (numerator: number, denominator: number): Insert[] => [
  count(numerator),
  count(denominator),
  html`${percent(numerator, denominator)}${bar(numerator, denominator)}`,
];

const bar = (numerator: number, denominator: number) =>
  denominator === 0
    ? null
    : html`<span class="bar" aria-hidden="true"><span style="width:${Math.round((100 * numerator) / denominator)}%"></span></span>`;

/** A heading with a paragraph and what follows; null when nothing does. */
export function section(title: string, means: string, parts: readonly (Markup | null)[]): Markup | null {
  const there = parts.filter((part) => part !== null);
  return there.length === 0
    ? null
    : html`<section><h2>${title}</h2>
<p>${means}</p>
${there}</section>
`;
}
