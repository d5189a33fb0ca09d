import { JSDOM } from "jsdom";
import { parse } from "yaml";
import type { Publication } from "../models/published.ts";
import { aggregatePeople, aggregateTotals } from "./blocks/aggregates.ts";
import { benefitRules } from "./blocks/benefit-rules.ts";
import { contractTerms } from "./blocks/contract-terms.ts";
import { cycleCards } from "./blocks/cycle-cards.ts";
import { dataDictionary } from "./blocks/data-dictionary.ts";
import { definitions, statuses } from "./blocks/definitions.ts";
import { contributorsOf, freshness, partnerLinks } from "./blocks/freshness.ts";
import { groupingLinks } from "./blocks/grouping-links.ts";
import { keyFigures } from "./blocks/key-figures.ts";
import { dataReceived, programs } from "./blocks/partner-facts.ts";
import { figure } from "./figure.ts";
import type { FigureRequest } from "./figure-request.ts";
import { figureMakers } from "./figures/catalogue.ts";
import { eachLikeGroup } from "./figures/like-groups.ts";
import { groupSlicesOf, type Lookup, lookUp } from "./lookup.ts";
import { figureRequests, type Markdown, type PageBlocks, type PageContext, teachMarkdown } from "./markdown.ts";
import { Markup } from "./markup.ts";
import { pageFooter, pageHeader } from "./page-frame.ts";
import { passThrough } from "./passed-through.ts";
import { publishedWord } from "./published-words.ts";

const toRoot = (page: PageContext) => "../".repeat(page.path.split("/").length - 2) || "./";

/** `people-reached.csv` in the site's data folder; a parameterised page has a folder of its own there. */
function fileOf(page: PageContext, id: string): string {
  return page.params && Object.keys(page.params).length > 0 ? `data${page.path}/${id}.csv` : `data/${id}.csv`;
}

function renderFigure(request: FigureRequest, page: PageContext, lookup: Lookup, document: Document): string {
  const make = figureMakers[request.chart];
  if (make === undefined) throw new Error(`unknown chart on ${page.path}: ${request.chart}`);
  const place = { id: `figure-${request.id}`, file: fileOf(page, request.id), toRoot: toRoot(page) };
  return passThrough(figure(make(request, lookup), request, place, lookup, document).text);
}

function renderFacts(source: string, page: PageContext, lookup: Lookup, document: Document): Markup {
  const { show, series = [], measure = "" } = parse(source) as { show: string; series?: string[]; measure?: string };
  const partner = page.params?.partner ?? "";
  const makers: Readonly<Record<string, () => Markup>> = {
    freshness: () => freshness(lookup),
    contributors: () => contributorsOf(lookup, measure),
    "key-figures": () => keyFigures(lookup, series),
    groupings: () => groupingLinks(lookup),
    cycles: () => cycleCards(lookup, (request) => new Markup(renderFigure(request, page, lookup, document))),
    "benefit-rules": () => benefitRules(lookup),
    contracts: () => contractTerms(lookup),
    "aggregate-people": () => aggregatePeople(lookup),
    "aggregate-totals": () => aggregateTotals(lookup),
    "partner-links": () => partnerLinks(lookup),
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

function blocksOf(lookup: Lookup): PageBlocks {
  const { document } = new JSDOM("").window;
  const seriesOf = (measure: string) => lookup.series(measure).map(({ series }) => series);
  return {
    figure(source, page) {
      const asked = figureRequests(source, page, seriesOf);
      const requests = asked.flatMap((request) => eachLikeGroup(request, lookup));
      const figures = requests.map((request) => renderFigure(request, page, lookup, document)).join("");
      return asked.length > 1 ? `<div class="each">\n${figures}</div>\n` : figures;
    },
    facts: (source, page) => `${renderFacts(source, page, lookup, document).text}\n`,
    word: (group, name, page) => publishedWord(group, name, page.params ?? {}, lookup),
  };
}

/** Framework's configuration of the staff edition, made from one publication and the site's stylesheet. */
export function staffSite(publication: Publication, stylesheet: string) {
  const lookup = lookUp(publication);
  const blocks = blocksOf(lookup);
  return {
    title: lookup.release.network_name,
    head: passThrough(`<style>${stylesheet}</style>`),
    header: ({ path }: { path: string }) => pageHeader(lookup, path),
    footer: pageFooter(lookup),
    style: null,
    globalStylesheets: [],
    pages: [],
    sidebar: false,
    toc: false,
    search: false,
    pager: false,
    linkify: false,
    preserveExtension: true,
    preserveIndex: true,
    dynamicPaths: [
      ...publication.partner.map((partner) => `/partner/${partner.partner_id}`),
      ...groupSlicesOf(publication).map((slice) => `/equity/${slice}`),
    ],
    markdownIt: <M extends Markdown>(md: M) => teachMarkdown(md, blocks),
  };
}
