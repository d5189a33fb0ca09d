import { xmlText } from "./xml-text.ts";

/** What a sheet's XML says besides its cells' values. */
export interface SheetScan {
  /** Cells with a formula whose result was never stored, and the first of them. */
  formulas: { cells: number; first: string };
  declares: boolean;
  /** The XML before the cells, and after them: links, headings, lists to choose from. */
  head: string;
  tail: string;
  /** The texts that formulas hold. */
  literals: Set<string>;
}

const CELL = /<(?:\w+:)?c\b[^>]*\/>|<(?:\w+:)?c\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?c>/g;
const START = /<(?:\w+:)?sheetData\b/;
const FORMULA = /<(?:\w+:)?f\b[^>]*>([^<]*"|[^<]*&quot;|[^<]*&#)[^<]*/g;
const LITERAL = /"((?:[^"]|"")*)"/g;
/** More different texts than this are in no formulas that people write. */
const MOST_LITERALS = 100_000;
const END = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/;
/** In characters, escapes and all. */
const LONGEST_CELL = 1_000_000;
const LONGEST_TAIL = 16 * 1024 * 1024;
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;

/** Whether XML declares a document type or an entity. */
export const declares = (xml: string) => DECLARES.test(xml);

/** Reads a sheet's XML in pieces, never more of it at a time than a few cells and what follows them. */
export async function scanSheet(pieces: AsyncIterable<string>): Promise<SheetScan> {
  const scan: SheetScan = {
    formulas: { cells: 0, first: "" },
    declares: false,
    head: "",
    tail: "",
    literals: new Set(),
  };
  let open = "";
  let began = false;
  let ended = false;
  for await (const piece of pieces) {
    if (ended) {
      if (scan.tail.length < LONGEST_TAIL) scan.tail += piece;
      continue;
    }
    open += piece;
    if (!began) {
      const start = START.exec(open);
      if (start) [began, scan.head] = [true, open.slice(0, start.index)];
    }
    scan.declares ||= declares(open);
    const end = END.exec(open);
    const cut = end ? end.index : closedCells(open);
    lookIntoFormulas(open.slice(0, cut), scan);
    if (end) [ended, scan.tail] = [true, open.slice(end.index)];
    else open = open.slice(cut);
  }
  return scan;
}

/** Where the last whole cell ends; far on where there is none, for no cell is as long. */
function closedCells(xml: string): number {
  const cut = Math.max(xml.lastIndexOf("/c>"), xml.lastIndexOf(":c>")) + 3;
  return cut > 2 ? cut : Math.max(0, xml.length - LONGEST_CELL);
}

function lookIntoFormulas(xml: string, scan: SheetScan) {
  if (!/<(?:\w+:)?f\b/.test(xml)) return;
  for (const [formula] of xml.matchAll(FORMULA))
    for (const [, text] of xmlText(formula.slice(formula.indexOf(">") + 1)).matchAll(LITERAL))
      if (scan.literals.size < MOST_LITERALS && text !== "") scan.literals.add(text!);
  for (const [, attributes, body] of xml.matchAll(CELL)) {
    if (!body || !/<(?:\w+:)?f\b/.test(body) || hasResult(attributes!, body)) continue;
    scan.formulas.cells += 1;
    scan.formulas.first ||= /\br="([A-Z]{1,3}[0-9]{1,7})"/.exec(attributes!)?.[1] ?? "";
  }
}

/** A result is a value that is not empty; of a formula for text, an empty one is a result too. */
const hasResult = (attributes: string, body: string) =>
  /<(?:\w+:)?v[^>]*>[^<]/.test(body) || (/\bt="str"/.test(attributes) && /<(?:\w+:)?v\b/.test(body));
