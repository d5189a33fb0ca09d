import { JSDOM } from "jsdom";
import { parse } from "yaml";
import type { Publication } from "../models/published.ts";
import { type Audience, folderOf, mayPrint } from "./audience.ts";
import { aggregatePeople, aggregateTotals } from "./blocks/aggregates.ts";
import { benefitRules } from "./blocks/benefit-rules.ts";
import { contractTerms } from "./blocks/contract-terms.ts";
import { cycleCards } from "./blocks/cycle-cards.ts";
import { dataDictionary } from "./blocks/data-dictionary.ts";
import { definitions, statuses } from "./blocks/definitions.ts";
import { contributorsOf, freshness, partnerTable } from "./blocks/freshness.ts";
import { groupingLinks } from "./blocks/grouping-links.ts";
import { keyFigures, ownKeyFigures } from "./blocks/key-figures.ts";
import { dataReceived, programs } from "./blocks/partner-facts.ts";
import { type Canvas, figure } from "./figure.ts";
import type { FigureContent } from "./figure-content.ts";
import type { FigureRequest } from "./figure-request.ts";
import { figureMakers } from "./figures/catalogue.ts";
import { eachLikeGroup } from "./figures/like-groups.ts";
import { indexFigures, type Lookup, lookUp } from "./lookup.ts";
import { figureRequests, type Markdown, type PageBlocks, type PageContext, teachMarkdown } from "./markdown.ts";
import { Markup } from "./markup.ts";
import { framePage, relativeLinks, toRoot } from "./page-frame.ts";
import { pagesOf, type SitePage } from "./page-map.ts";
import { pageText } from "./page-text.ts";
import { passThrough } from "./passed-through.ts";
import { publishedWord } from "./published-words.ts";
import { seenBy } from "./seen-by.ts";

/** `people-reached.csv` in the site's data folder; a parameterised page has a folder of its own there. */
function fileOf(page: PageContext, id: string): string {
  return page.params && Object.keys(page.params).length > 0 ? `data${page.path}/${id}.csv` : `data/${id}.csv`;
}

/** What the figures of one site are drawn from, and on. */
interface Drawing {
  lookup: Lookup;
  canvas: Canvas;
}

/** A figure may hold no row that its readers may not have: a mistake of a page, found before anything is written. */
function checkRows({ rows }: FigureContent, request: FigureRequest, page: PageContext, { audience }: Lookup): void {
  const stray = rows.find((row) => !mayPrint(audience, row));
  if (stray === undefined) return;
  throw new Error(
    `figure ${request.id} on ${page.path} is not for ${folderOf(audience)}: ${stray.slice} ${stray.member}`,
  );
}

function renderFigure(request: FigureRequest, page: PageContext, { lookup, canvas }: Drawing): string {
  const make = figureMakers[request.chart];
  if (make === undefined) throw new Error(`unknown chart on ${page.path}: ${request.chart}`);
  const content = make(request, lookup);
  checkRows(content, request, page, lookup);
  const place = { id: `figure-${request.id}`, file: fileOf(page, request.id), toRoot: toRoot(page.path) };
  return figure(content, request, place, lookup, canvas).text;
}

function renderFacts(source: string, page: PageContext, drawing: Drawing): Markup {
  const { lookup } = drawing;
  const { show, series = [], measure = "" } = parse(source) as { show: string; series?: string[]; measure?: string };
  const partner = page.params?.partner ?? "";
  const makers: Readonly<Record<string, () => Markup>> = {
    freshness: () => freshness(lookup),
    contributors: () => contributorsOf(lookup, measure),
    "key-figures": () => keyFigures(lookup, series),
    groupings: () => groupingLinks(lookup),
    cycles: () => cycleCards(lookup, (request) => new Markup(renderFigure(request, page, drawing))),
    "benefit-rules": () => benefitRules(lookup),
    contracts: () => contractTerms(lookup),
    "aggregate-people": () => aggregatePeople(lookup),
    "aggregate-totals": () => aggregateTotals(lookup),
    "own-key-figures": () => ownKeyFigures(lookup, partner),
    "partner-links": () => partnerTable(lookup, { linked: true }),
    "partner-table": () => partnerTable(lookup, { linked: false }),
    programs: () => programs(lookup, partner),
    "data-received": () => dataReceived(lookup, partner),
    "data-dictionary": dataDictionary,
    definitions: () => definitions(lookup),
    statuses,
  };
  const make = makers[show];
  if (make === undefined) throw new Error(`unknown facts on ${page.path}: ${show}`);
  return make();
}

function blocksOf(drawing: Drawing): PageBlocks {
  const { lookup } = drawing;
  const seriesOf = (measure: string) => lookup.series(measure).map(({ series }) => series);
  return {
    figure(source, page) {
      const asked = figureRequests(source, page, seriesOf);
      const requests = asked.flatMap((request) => eachLikeGroup(request, lookup));
      const figures = requests.map((request) => renderFigure(request, page, drawing)).join("");
      return passThrough(asked.length > 1 ? `<div class="each">\n${figures}</div>\n` : figures);
    },
    facts: (source, page) => passThrough(relativeLinks(`${renderFacts(source, page, drawing).text}\n`, page.path)),
    word: (group, name, page) => publishedWord(group, name, page.params ?? {}, lookup),
  };
}

/** One audience's site: its pages, how their Markdown is read, and what stands around them. */
export interface Site {
  folder: string;
  pages: readonly SitePage[];
  /** Of a page's Markdown what is for this audience. */
  textOf(source: string): string;
  markdownIt<M extends Markdown>(md: M): M;
  frame(page: string, path: string): string;
}

/** The sites of one publication, each made when it is asked for; all have the stylesheet. */
export function sitesOf(publication: Publication, stylesheet: string): (audience: Audience) => Site {
  const figures = indexFigures(publication);
  const canvas: Canvas = { document: new JSDOM("").window.document, charts: new Map() };
  return (audience) => {
    const lookup = lookUp(seenBy(audience, publication), audience, figures);
    const blocks = blocksOf({ lookup, canvas });
    return {
      folder: folderOf(audience),
      textOf: (source) => pageText(source, audience.kind),
      pages: pagesOf(audience, publication),
      markdownIt: (md) => teachMarkdown(md, blocks),
      frame: (page, path) => framePage(page, path, lookup, stylesheet),
    };
  };
}
