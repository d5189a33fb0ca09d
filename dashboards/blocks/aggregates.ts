import { isGroupSlice } from "../../models/figure-key.ts";
import type { PublishedAggregateCell, PublishedAggregatePartner } from "../../models/published.ts";
import { cellHtml, countCell, wordsCell } from "../data-table.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { togetherSentences } from "../sentences/aggregates.ts";
import { dayWords } from "../sentences/numbers.ts";
import { networkRange } from "../sentences/people-range.ts";

/** What agencies that send totals only add to the people reached, in sentences; the staff's site has a page of all their totals. */
export function aggregatePeople(lookup: Lookup): Markup {
  const { aggregate_partner, aggregate_cell } = lookup.publication;
  const agencies = aggregate_partner.map(({ partner_id, name }) => ({
    name,
    people: aggregate_cell.find((cell) => cell.partner_id === partner_id && isEverybodyToDate(cell))?.value ?? null,
  }));
  if (agencies.length === 0) return html`<p class="absent">Every agency of this network sends records.</p>`;
  const all = lookup.audience.kind === "staff" ? html` <a href="/totals">All totals they sent</a>` : null;
  return html`<p>${togetherSentences(agencies, networkRange(lookup)).join(" ")}${all}</p>`;
}

const isEverybodyToDate = ({ measure, part, slice, period_kind }: PublishedAggregateCell) =>
  measure === "people-served" && part === "people" && slice === "network" && period_kind === "all";

/** Every total of every agency that sends no records, in a table for each count, in alphabetical order. */
export function aggregateTotals(lookup: Lookup): Markup {
  const agencies = lookup.publication.aggregate_partner.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  if (agencies.length === 0) return html`<p class="absent">Every agency of this network sends records.</p>`;
  return html`${agencies.map((agency) => section(agency, lookup))}`;
}

function section({ partner_id, name, received_on }: PublishedAggregatePartner, lookup: Lookup): Markup {
  const id = `totals-${partner_id}`;
  const cells = lookup.publication.aggregate_cell.filter((cell) => cell.partner_id === partner_id);
  const counts = [...Map.groupBy(cells, ({ measure, series, part }) => `${measure}/${series}/${part}`).values()];
  const says =
    received_on === null
      ? "No table of counts from this agency is in use."
      : `As the agency counted and withheld them itself; received on ${dayWords(received_on)}.`;
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${name}</h2>
<p>${says}</p>
${counts.map((own, index) => table(own, `${id}-${index + 1}`, lookup))}</section>
`;
}

function table(cells: readonly PublishedAggregateCell[], id: string, lookup: Lookup): Markup {
  const { measure, series, part } = cells[0]!;
  const periods = lookup.publication.period.filter(({ period }) => cells.some((cell) => cell.period === period));
  const others = [...new Set(cells.map(({ period }) => period))].filter(
    (one) => !periods.some(({ period }) => period === one),
  );
  const columns = [
    ...periods.map(({ period, title }) => ({ period, title })),
    ...others.map((period) => ({ period, title: period })),
  ];
  const rows = [...Map.groupBy(inOrder(cells, lookup), ({ slice, member }) => `${slice} ${member}`).values()].map(
    (own) => {
      const at = (period: string) => {
        const cell = own.find((each) => each.period === period);
        return cellHtml(cell ? countCell(cell) : wordsCell("not sent"));
      };
      return html`<tr><th scope="row">${rowTitle(own[0]!, lookup)}</th>${columns.map(({ period }) => at(period))}</tr>\n`;
    },
  );
  const title = `${lookup.subject(measure, series)}: ${lookup.partTitle(measure, part)}`;
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table><caption id="${id}">${title}</caption>
<thead><tr><th scope="col">Who</th>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>
</div>
<p><a href="/definitions#${measure}">How ${lookup.measure(measure).title} is counted</a></p>
`;
}

/** Everybody first, then each kind of group as the network has it. */
function inOrder(cells: readonly PublishedAggregateCell[], lookup: Lookup): PublishedAggregateCell[] {
  const places = lookup.publication.group_member.map(({ slice, member }) => `${slice} ${member}`);
  const place = ({ slice, member }: PublishedAggregateCell) => places.indexOf(`${slice} ${member}`);
  return cells.toSorted((a, b) => place(a) - place(b));
}

function rowTitle({ slice, member }: PublishedAggregateCell, lookup: Lookup): string {
  return isGroupSlice(slice) ? `By ${lookup.sliceTitle(slice)}: ${lookup.memberTitle(slice, member)}` : "Everybody";
}
