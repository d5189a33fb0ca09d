import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import type { Unsafe } from "../../findings.ts";
import type { ReadSheet } from "./book-tables.ts";
import { declares, type SheetScan, scanSheet } from "./scan-sheet.ts";
import { listSheets, relationsOf, workbookPart } from "./workbook-sheets.ts";
import { textsIn } from "./xml-text.ts";

/** Reads the parts of a workbook that are wanted, by their names, one after the other: each as pieces of UTF-8 text. */
export type BookParts = (
  wanted: (name: string) => boolean,
  read: (name: string, content: AsyncIterable<string>) => Promise<void>,
) => Promise<void>;

/** A row of a sheet: its number in the spreadsheet, and its cells as text. */
export interface SheetRow {
  row: number;
  cells: string[];
}

/** Rows among which a header is looked for. */
export const FIRST_ROWS = 50;
const LOOSE_PART = /[.](?:xml|rels|vml)$/i;
const NOBODY_WRITES_IN = /(?:^|\/)(?:theme\d*|calcChain|persons\/[^/]*)[.]xml$|^\[Content_Types\]/i;
/** Who made a workbook and who saved it last stands in every one, written by its program; it is not kept. */
const AUTHORS = /<(?:\w+:)?(creator|lastModifiedBy)\b[^>]*>.*?<\/(?:\w+:)?\1>/gs;

/** A sheet whose cells can be read, by its place among all sheets, from 0. */
export interface SheetToRead extends ReadSheet {
  index: number;
}

/** Lists the sheets of a workbook and hands on every text outside their cells, in pieces. Throws what `parts` and `say` throw. */
export async function bookOf(
  parts: BookParts,
  say: (text: string) => void,
): Promise<{ sheets: SheetToRead[] } | { unsafe: Unsafe }> {
  const package_ = await readParts(parts, ["_rels/.rels"]);
  const main = workbookPart(package_.get("_rels/.rels") ?? "");
  const own = await readParts(parts, [main, relationsOf(main)]);
  const workbook = own.get(main);
  if (workbook === undefined) return { unsafe: "broken" };
  const listed = listSheets(main, workbook, own.get(relationsOf(main)) ?? "");
  for (const { name } of listed) sayTexts(say, [name]);
  const scans = await scanParts(parts, new Set(listed.flatMap(({ part }) => part ?? [])), say);
  if (!scans) return { unsafe: "declarations" };
  const sheets = listed.flatMap(({ part, ...sheet }) =>
    part === null ? [] : [{ ...sheet, formulas: scans.get(part)?.formulas ?? NONE }],
  );
  return { sheets };
}

const NONE = { cells: 0, first: "" };

/** The sheets' XML by their parts; null when a part declares entities. Texts of all other parts are handed on. */
async function scanParts(parts: BookParts, sheets: ReadonlySet<string>, say: (text: string) => void) {
  const scans = new Map<string, SheetScan>();
  let declaring = false;
  await parts(
    () => true,
    async (name, content) => {
      if (sheets.has(name)) {
        const scan = await scanSheet(content);
        scans.set(name, scan);
        declaring ||= scan.declares || declares(scan.tail);
        for (const more of [textsIn(scan.head), textsIn(scan.tail), [...scan.literals]]) sayTexts(say, more);
        return;
      }
      // What is read of no part is unpacked all the same: it has to be as long as the directory says.
      if (!LOOSE_PART.test(name)) return drain(content);
      const xml = await whole(content);
      declaring ||= declares(xml);
      if (!NOBODY_WRITES_IN.test(name)) sayTexts(say, textsIn(xml.replaceAll(AUTHORS, "")));
    },
  );
  return declaring ? null : scans;
}

function sayTexts(say: (text: string) => void, of: readonly string[]) {
  for (const text of of) for (const piece of text.match(/[\s\S]{1,30000}/g) ?? []) say(piece);
}

/** The rows of a sheet that are not blank. */
export async function* sheetRows(book: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  for await (const row of streamXlsxRows(book, { sheet })) {
    const cells = trimmed(row.values.map(cellOf));
    if (cells.length > 0) yield { row: row.index + 1, cells };
  }
}

/** The cells of a row without the empty ones at its end. */
const trimmed = (cells: string[]) => cells.slice(0, 1 + cells.findLastIndex((cell) => cell.trim() !== ""));

/** A cell's value as text: days as YYYY-MM-DD, with a time behind where it is not midnight, whole numbers without a point. */
function cellOf(value: StreamRow["values"][number]): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return typeof value === "number" ? numberOf(value) : String(value);
  if (Number.isNaN(value.getTime())) return "not a day";
  const seconds = new Date(Math.round(value.getTime() / 1000) * 1000);
  return seconds
    .toISOString()
    .replace("T", " ")
    .replace(/(?: 00:00:00)?[.]000Z$/, "");
}

/** Without an exponent, as far as a number is exact. */
const numberOf = (value: number) =>
  Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);

/** The parts of these names, whole. */
async function readParts(parts: BookParts, names: readonly string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  await parts(
    (name) => names.includes(name),
    async (name, content) => {
      read.set(name, await whole(content));
    },
  );
  return read;
}

async function drain(content: AsyncIterable<string>): Promise<void> {
  for await (const _ of content);
}

async function whole(content: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of content) all += piece;
  return all;
}
