import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { feedTables } from "../../pipelines/feed-tables.ts";
import { Partner, type TableFeed } from "../../pipelines/network.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const PARTNERS = path.join(import.meta.dirname, "../../data/partners");

/** The partners of the sample network that send rows, from their YAML. */
export function readPartners(): Partner[] {
  return readdirSync(PARTNERS)
    .sort()
    .map((file) => parse(readFileSync(path.join(PARTNERS, file), "utf8")))
    .filter(({ profile }) => profile !== "aggregate_only")
    .map((partner) => Partner.parse(partner));
}

/** The feeds of a partner, all of them tables. */
export function tableFeeds(partner: Partner): TableFeed[] {
  return partner.feeds.flatMap(feedTables);
}

/** The files a feed's name stands for, without the list that has to be refused. */
export function filesOf(feed: TableFeed, folder: string): string[] {
  const pattern = new RegExp(`^${feed.files.replaceAll(".", "\\.").replace("*", "\\d{4}")}$`);
  return readdirSync(folder).filter((file) => pattern.test(file));
}

const workbooks = new Map<string, Map<string, string[][]>>();

/** Reads the workbooks of a sample, so that its tables can be read as those of text are. */
export async function openWorkbooks(out: string): Promise<void> {
  for (const name of readdirSync(out, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".xlsx")))
    workbooks.set(path.join(out, name), await readWorkbook(path.join(out, name)));
}

/** The columns of a file and its rows, each row as cells; quotation marks are understood. */
export function readTable(file: string, feed: TableFeed): { header: string[]; rows: string[][] } {
  if (feed.format === "xlsx") {
    const sheets = workbooks.get(file)!;
    const [header, ...rows] = sheets.get(feed.sheet ?? [...sheets.keys()][0]!)!;
    return { header: header!, rows };
  }
  const { delimiter, encoding } = feed;
  const text = new TextDecoder(encoding === "utf-8" ? "utf-8" : "windows-1252").decode(readFileSync(file));
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^"\r\n]*?))(?=[\r\n]|$|D)(D|\r?\n|$)/g;
  const source = cell.source.replaceAll("D", delimiter === "|" ? "\\|" : delimiter);
  for (const [, quoted, plain, end] of text.matchAll(new RegExp(source, "g"))) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === delimiter) continue;
    if (cells.length > 1) rows.push(cells);
    cells = [];
  }
  return { header: rows[0] ?? [], rows: rows.slice(1) };
}

/** The rows of a feed in all its files, each as values by column. */
export function readFeed(feed: TableFeed, folder: string): Record<string, string>[] {
  return filesOf(feed, folder).flatMap((file) => {
    const { header, rows } = readTable(path.join(folder, file), feed);
    return rows.map((row) => Object.fromEntries(header.map((heading, at) => [heading, row[at] ?? ""])));
  });
}
