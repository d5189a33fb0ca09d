import { dataFile } from "./data-file.ts";
import { dataTable } from "./data-table.ts";
import type { FigureContent, KeyEntry, Reference } from "./figure-content.ts";
import type { FigureRequest } from "./figure-request.ts";
import type { Lookup } from "./lookup.ts";
import { html, Markup } from "./markup.ts";
import { originWords } from "./origin.ts";
import { dayWords } from "./sentences/numbers.ts";
import { statusPhrases } from "./sentences/status-words.ts";

/** Where a figure stands: its id on the page, its CSV file from the site's root, and the way from the page to the root. */
export interface FigurePlace {
  id: string;
  file: string;
  toRoot: string;
}

function swatch(entry: KeyEntry): Markup {
  const shapes = {
    box: html`<rect x="1" y="1" width="14" height="14" fill="${entry.fill}" stroke="#1f2328" stroke-width=".75"/>`,
    point: html`<circle cx="8" cy="8" r="5" fill="${entry.fill}"/>`,
    ring: html`<circle cx="8" cy="8" r="4.5" fill="#fff" stroke="${entry.fill}" stroke-width="1.75"/>`,
    lozenge: html`<path d="M8 2L14 8L8 14L2 8Z" fill="${entry.fill}"/>`,
    square: html`<path d="M3 3H13V13H3Z" fill="${entry.fill}"/>`,
    hatch: html`<path d="M1 1H15V15H1ZM1 8L8 1M1 15L15 1M8 15L15 8" fill="none" stroke="${entry.fill}"/>`,
    dot: html`<path d="M0 8H16" stroke="${entry.fill}" stroke-width="2"/><circle cx="8" cy="8" r="5" fill="${entry.fill}"/>`,
    diamond: html`<path d="M0 8H16" stroke="${entry.fill}" stroke-width="2" stroke-dasharray="3 2"/><path d="M8 2L14 8L8 14L2 8Z" fill="#fff" stroke="${entry.fill}" stroke-width="1.75"/>`,
    band: html`<path d="M0 3H16V13H0Z" fill="${entry.fill}" fill-opacity=".3"/><path d="M0 3H16M0 13H16" stroke="#12436D" stroke-width="1.75"/>`,
    range: html`<path d="M1 3H15V13H1Z" fill="${entry.fill}" fill-opacity=".3"/><path d="M1 3V13M15 3V13" stroke="#12436D" stroke-width="1.5"/>`,
    line: html`<path d="M0 8H16" stroke="${entry.fill}" stroke-width="2.5"/>`,
    dots: html`<path d="M1 8H16" stroke="${entry.fill}" stroke-width="2.5" stroke-dasharray=".1 4" stroke-linecap="round"/>`,
    dashdot: html`<path d="M0 8H16" stroke="${entry.fill}" stroke-width="2.5" stroke-dasharray="7 3 2 3"/>`,
    dash: html`<path d="M0 8H16" stroke="${entry.fill}" stroke-width="2.5" stroke-dasharray="5 3"/>`,
  };
  return html`<li><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${shapes[entry.shape ?? "box"]}</svg> ${entry.title}</li>`;
}

/** What a figure is drawn on, and charts that were drawn before; what is of one partner is the same on the staff's site and on its own. */
export interface Canvas {
  document: Document;
  charts: Map<string, string>;
}

function chart(content: FigureContent, request: FigureRequest, id: string, canvas: Canvas, width: number): Markup {
  const isOfOne = request.within !== "" || (request.slice === "partner" && request.member !== "each");
  if (!isOfOne) return drawnChart(content, id, canvas.document, width);
  // All that such a chart shows stands in the rest of its content.
  const key = JSON.stringify([request, id, width, content]);
  const text = canvas.charts.get(key) ?? drawnChart(content, id, canvas.document, width).text;
  canvas.charts.set(key, text);
  return new Markup(text);
}

function drawnChart(content: FigureContent, id: string, document: Document, width: number): Markup {
  const svg = content.draw({ document, width, id: `${id}-${width}` });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${content.kind}. ${content.headline}. Full data in the table below.`);
  const shown = content.widths.length === 1 ? "both" : width === content.widths[0] ? "wide" : "narrow";
  return html`<div class="chart ${shown}">${new Markup(svg.outerHTML)}</div>\n`;
}

/** `Counts below 11 are withheld …`: the rule that this release was protected by. */
function ruleWords(lookup: Lookup): string {
  const { threshold, minimum_denominator } = lookup.release;
  return `Counts below ${threshold}, and whatever would give them away, are withheld; no share rests on fewer than ${minimum_denominator} people.`;
}

function referenceSource(
  { headline }: FigureContent,
  { source, definition }: Reference,
  place: FigurePlace,
  day: string,
): Markup {
  return html`<p class="source">Source: ${source}. Release of <time datetime="${day}">${dayWords(day)}</time>.
<a href="${place.toRoot}definitions.html#${definition.anchor}">Definition<span class="unseen"> of ${definition.title}</span></a> · <a rel="external" href="${place.toRoot}${place.file}">CSV<span class="unseen"> data: ${headline}</span></a></p>`;
}

function source(content: FigureContent, request: FigureRequest, place: FigurePlace, lookup: Lookup): Markup {
  const { as_of } = lookup.release;
  if (content.reference) return referenceSource(content, content.reference, place, as_of);
  const measure = lookup.measure(request.measure);
  const name = `${measure.measure} v${measure.version}`;
  return html`<p class="source">Source: ${measure.source.replace(/\.$/, "")} (${name}). Data as of <time datetime="${as_of}">${dayWords(as_of)}</time>; ${originWords(request, lookup)}; ${content.n}. ${ruleWords(lookup)}
<a href="${place.toRoot}definitions.html#${measure.measure}">Definition<span class="unseen"> of ${measure.title}</span></a> · <a rel="external" href="${place.toRoot}${place.file}">CSV<span class="unseen"> data: ${content.headline}</span></a></p>`;
}

/** The words in place of a figure for which nobody asked: neither empty axes nor a table of dashes. */
function absent(content: FigureContent, status: "not_collected" | "not_applicable", place: FigurePlace): Markup {
  return html`<p class="absent" id="${place.id}">${content.name ?? content.subtitle}: <a href="${place.toRoot}definitions.html#statuses">${statusPhrases[status]}</a>.</p>\n`;
}

/** Why there is nothing at all to draw: no row of the figure's own, leaving out what it is read against, has or hides a number. */
function wholly(content: FigureContent, request: FigureRequest): "not_collected" | "not_applicable" | null {
  const own = content.rows.filter((row) => request.member === "each" || row.slice === request.slice);
  const statuses = new Set(own.map(({ status }) => status));
  const [only] = statuses;
  return statuses.size === 1 && (only === "not_collected" || only === "not_applicable") ? only : null;
}

/** The one way a chart reaches a page: finding, subtitle, key, chart, sentence, table, source, definition and data file. */
export function figure(
  content: FigureContent,
  request: FigureRequest,
  place: FigurePlace,
  lookup: Lookup,
  canvas: Canvas,
): Markup {
  const { id } = place;
  if (content.instead !== undefined) return html`<p class="absent" id="${id}">${content.instead}.</p>\n`;
  const nothing = wholly(content, request);
  if (nothing !== null) return absent(content, nothing, place);
  const key = content.key.length > 0 ? html`<ul class="key">${content.key.map(swatch)}</ul>\n` : null;
  return html`<figure class="figure" id="${id}" aria-labelledby="${id}-headline">
<div class="lead">
<h3 id="${id}-headline">${content.headline}</h3>
<p class="subtitle">${content.subtitle}</p>
${key}${content.widths.map((width) => chart(content, request, id, canvas, width))}</div>
<p class="summary">${content.summary.join(" ")}</p>
${dataTable(content.table, id, content.subtitle)}
${source(content, request, place, lookup)}
<template data-file="${place.file}">${content.reference?.csv ?? dataFile(content.rows, lookup.measure(request.measure).version)}</template>
</figure>
`;
}
