import path from "node:path";
import { fileKind } from "../intake/file-kind.ts";
import { beginning } from "../intake/header.ts";
import type { TableFeed } from "../network.ts";

type Format = TableFeed["format"];

const KINDS: Readonly<Record<string, Format>> = {
  "a zip folder or a workbook (XLSX)": "xlsx",
  Parquet: "parquet",
  Arrow: "arrow",
};

const ENDINGS: Readonly<Record<string, Format>> = {
  ".xlsx": "xlsx",
  ".xls": "xlsx",
  ".xlsm": "xlsx",
  ".parquet": "parquet",
  ".arrow": "arrow",
  ".arrows": "arrow",
  ".feather": "arrow",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** The format of a file that is no zip folder: by what it begins with, else by how its name ends; delimited text when neither says more. */
export function formatOf(file: string, name: string): Format {
  const ending = path.extname(name).toLowerCase();
  const known = KINDS[fileKind(file) ?? ""] ?? ENDINGS[ending];
  if (known) return known;
  const text = beginning(file)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (isLine(text)) return "jsonl";
  return ending === ".json" || /^(?:\{|\[\s*\{)/.test(text) ? "json" : "csv";
}

/** Whether a text begins with a line that is an object by itself, and goes on. */
function isLine(text: string): boolean {
  const end = text.indexOf("\n");
  if (!text.startsWith("{") || end < 0 || text.slice(end).trim() === "") return false;
  try {
    return typeof JSON.parse(text.slice(0, end)) === "object";
  } catch {
    return false;
  }
}
