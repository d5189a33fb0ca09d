import { cellText } from "../../models/contract/cell-text.ts";
import type { Finding } from "../findings.ts";

/** What separates columns of a table of counts: whatever of these the header has. */
const DELIMITERS = [",", ";", "\t"];

export const COLUMNS = ["measure", "series", "part", "slice", "member", "period", "count"] as const;
type Column = (typeof COLUMNS)[number];

/** One row of a table of counts as text, with its number in the file; the header is row 1. */
export type CountLine = { row: number } & Readonly<Record<Column, string>>;

type CountFinding = Extract<Finding, { code: `counts-${string}` }>;

/** Something wrong with a table of counts. */
export type CountFault = CountFinding extends infer One extends Finding ? Pick<One, "code" | "facts"> : never;

/** The rows of a table of counts, or what keeps it from being one. `series` may be left out and is `all` then. */
export function readCounts(file: string, bytes: Uint8Array): { lines: CountLine[]; faults: CountFault[] } {
  const text = textOf(bytes);
  if (text === null)
    return { lines: [], faults: [{ code: "counts-unreadable", facts: { file, because: "it is not UTF-8 text" } }] };
  const [first = "", ...rest] = text.split("\n");
  const delimiter = DELIMITERS.find((one) => first.includes(one)) ?? ",";
  const header = cellsOf(first, delimiter).map((name) => name.toLowerCase());
  const isAgreed = new Set(header).size === header.length && header.every((name) => COLUMNS.includes(name as Column));
  const isWhole = COLUMNS.every((name) => name === "series" || header.includes(name));
  if (!isAgreed || !isWhole)
    return { lines: [], faults: [{ code: "counts-header", facts: { file, columns: COLUMNS.join(", ") } }] };
  const lines: CountLine[] = [];
  const faults: CountFault[] = [];
  rest.forEach((line, at) => {
    const row = at + 2;
    if (cellText(line) === null) return;
    const cells = cellsOf(line, delimiter);
    if (cells.length !== header.length) {
      faults.push({ code: "counts-ragged", facts: { file, row, cells: cells.length, columns: header.length } });
      return;
    }
    const cell = (name: Column) => cells[header.indexOf(name)] ?? "";
    const named = Object.fromEntries(COLUMNS.map((name) => [name, cell(name).toLowerCase()])) as Record<Column, string>;
    lines.push({ ...named, row, series: named.series || "all", period: cell("period") });
  });
  return { lines, faults };
}

/** No word that a cell may hold needs a quotation mark, so those around a cell go. */
const cellsOf = (line: string, delimiter: string) =>
  line.split(delimiter).map((cell) => (cellText(cell) ?? "").replaceAll(/^"|"$/g, ""));

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? null : text.replaceAll(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}
