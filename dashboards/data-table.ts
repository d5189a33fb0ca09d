import type { PublishedCell, PublishedRate } from "../models/published.ts";
import type { DataTable, TableCell } from "./figure-content.ts";
import { html, type Markup } from "./markup.ts";
import { cellWords, missing, rateWords } from "./sentences/status-words.ts";

/** A table cell with plain words. */
export const wordsCell = (words: string): TableCell => ({ words, missing: null });

/** A table cell with a count, or with the status in words; a row that was never published is left open. */
export function countCell(cell: PublishedCell | undefined): TableCell {
  if (cell === undefined) return wordsCell("");
  return { words: cellWords(cell), missing: cell.status === "shown" ? null : missing(cell) };
}

/** A table cell with a share, or with the status in words. */
export function shareCell(rate: PublishedRate | undefined): TableCell {
  if (rate === undefined) return wordsCell("");
  return { words: rateWords(rate), missing: rate.status === "shown" ? null : missing(rate) };
}

/** A table cell as HTML, its status as its class. */
export function cellHtml(cell: TableCell): Markup {
  return cell.missing ? html`<td class="${cell.missing}">${cell.words}</td>` : html`<td>${cell.words}</td>`;
}

/** The data table of a figure, folded away until asked for, in a region that scrolls by itself. */
export function dataTable(table: DataTable, id: string, caption: string): Markup {
  const head = table.columns.map((column) => html`<th scope="col">${column}</th>`);
  const rows = table.rows.map((row) => html`<tr><th scope="row">${row.name}</th>${row.cells.map(cellHtml)}</tr>\n`);
  return html`<details>
<summary>Data table<span class="unseen">: ${caption}</span></summary>
<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table><caption id="${id}-caption">${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table>
</div>
</details>`;
}
