import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import type { Unsafe } from "../../findings.ts";
import { readEntries } from "../archive/unpack-entry.ts";
import { CellFile, TooLongText } from "../cell-file.ts";
import { declares, type SheetScan, scanSheet } from "./scan-sheet.ts";
import { type ListedSheet, listSheets, relationsOf, workbookPart } from "./workbook-sheets.ts";
import { textsIn } from "./xml-text.ts";

/** Where a workbook is, and where its cells are to go: `<to>-<sheet>.cells`, one file per sheet. */
export interface UnpackOrder {
  file: string;
  to: string;
  /** Whether it is a copy that the inbox holds. */
  isSealed?: boolean;
}

/** A row of a sheet: its number in the spreadsheet, and its cells as text. */
export interface SheetRow {
  row: number;
  cells: string[];
}

/** A sheet that was read, with its first rows that are not blank. */
export interface UnpackedSheet extends Pick<ListedSheet, "name" | "visible"> {
  cells: Pick<CellFile, "path" | "width">;
  first: SheetRow[];
  formulas: SheetScan["formulas"];
}

/** What a workbook holds: its sheets, and every text outside their cells. */
export interface Unpacked {
  sheets: UnpackedSheet[];
  texts: Pick<CellFile, "path" | "width">;
}

export type UnpackAnswer = Unpacked | { unsafe: Unsafe };

/** Rows among which a header is looked for. */
const FIRST_ROWS = 50;
const LOOSE_PART = /[.](?:xml|rels|vml)$/i;
const NOBODY_WRITES_IN = /(?:^|\/)(?:theme\d*|calcChain|persons\/[^/]*)[.]xml$|^\[Content_Types\]/i;
/** Who made a workbook and who saved it last stands in every one, written by its program; it is not kept. */
const AUTHORS = /<(?:\w+:)?(creator|lastModifiedBy)\b[^>]*>.*?<\/(?:\w+:)?\1>/gs;

async function unpack({ file, to }: UnpackOrder): Promise<UnpackAnswer> {
  const package_ = await readParts(file, ["_rels/.rels"]);
  const main = workbookPart(package_.get("_rels/.rels") ?? "");
  const parts = await readParts(file, [main, relationsOf(main)]);
  const workbook = parts.get(main);
  if (workbook === undefined) return { unsafe: "broken" };
  const listed = listSheets(main, workbook, parts.get(relationsOf(main)) ?? "");
  const texts = new CellFile(`${to}-texts.cells`);
  for (const { name } of listed) addTexts(texts, [name]);
  const scans = await scanParts(file, new Set(listed.flatMap(({ part }) => part ?? [])), texts);
  texts.close();
  if (!scans) return { unsafe: "declarations" };
  const bytes = readFileSync(file);
  const sheets: UnpackedSheet[] = [];
  for (const { part, ...sheet } of listed) {
    if (part === null) continue;
    const read = await readSheet(bytes, sheet.index, `${to}-${sheet.index}.cells`);
    sheets.push({ name: sheet.name, visible: sheet.visible, ...read, formulas: scans.get(part)?.formulas ?? NONE });
  }
  return { sheets, texts: { path: texts.path, width: texts.width } };
}

const NONE = { cells: 0, first: "" };

/** The sheets' XML by their parts; null when a part declares entities. Texts of all other parts go to a file. */
async function scanParts(file: string, sheets: ReadonlySet<string>, texts: CellFile) {
  const scans = new Map<string, SheetScan>();
  let declaring = false;
  await readEntries(
    file,
    () => true,
    async ({ fileName }, content) => {
      if (sheets.has(fileName)) {
        const scan = await scanSheet(text(content));
        scans.set(fileName, scan);
        declaring ||= scan.declares || declares(scan.tail);
        for (const more of [textsIn(scan.head), textsIn(scan.tail), [...scan.literals]]) addTexts(texts, more);
        return;
      }
      // What is read of no part is unpacked all the same: it has to be as long as the directory says.
      if (!LOOSE_PART.test(fileName)) return drain(content);
      const xml = await whole(content);
      declaring ||= declares(xml);
      if (!NOBODY_WRITES_IN.test(fileName)) addTexts(texts, textsIn(xml.replaceAll(AUTHORS, "")));
    },
  );
  return declaring ? null : scans;
}

function addTexts(texts: CellFile, of: readonly string[]) {
  for (const text of of) for (const piece of text.match(/[\s\S]{1,30000}/g) ?? []) texts.add(1, [piece]);
}

async function readSheet(bytes: Uint8Array, sheet: number, path: string) {
  const cells = new CellFile(path);
  const first: SheetRow[] = [];
  try {
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      const texts = trimmed(row.values.map(cellOf));
      if (texts.length === 0) continue;
      cells.add(row.index + 1, texts);
      if (first.length < FIRST_ROWS) first.push({ row: row.index + 1, cells: texts });
    }
  } finally {
    cells.close();
  }
  return { cells: { path, width: cells.width }, first };
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
async function readParts(file: string, names: readonly string[]): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await readEntries(
    file,
    ({ fileName }) => names.includes(fileName),
    async ({ fileName }, content) => {
      parts.set(fileName, await whole(content));
    },
  );
  return parts;
}

async function drain(content: Readable): Promise<void> {
  for await (const _ of content);
}

async function* text(content: Readable): AsyncGenerator<string> {
  for await (const piece of content.setEncoding("utf8")) yield piece as string;
}

async function whole(content: Readable): Promise<string> {
  let all = "";
  for await (const piece of text(content)) all += piece;
  return all;
}

const answer = await unpack(workerData as UnpackOrder).catch(
  (error): UnpackAnswer => ({ unsafe: error instanceof TooLongText ? "too_long_text" : "broken" }),
);
parentPort?.postMessage(answer);
