import { cellText } from "../../models/contract/cell-text.ts";
import type { Encoding } from "../intake/decode-text.ts";
import { HEADER_AMONG } from "../intake/find-header.ts";
import { recordAt } from "../intake/first-record.ts";
import { beginning } from "../intake/header.ts";
import { readText } from "../intake/read-text.ts";
import { separatorLine } from "../intake/text-header.ts";
import { DELIMITERS } from "../network.ts";
import { isParticipantRecord } from "./is-participant-record.ts";
import { likelyHeader } from "./likely-header.ts";

/** How a delimited file seems to be written, and the names of its columns. */
export interface SeenCsv {
  encoding: Encoding;
  delimiter: string;
  header: readonly string[];
}

const BEGINNING = 1 << 18;

/** Looks at a file of delimited text, copying it to a scratch file; a file that is no text is taken as UTF-8, for the screen to say so. */
export async function seenCsv(file: string, copy: string): Promise<SeenCsv> {
  const encoding = await encodingOf(file, copy);
  const text = beginning(copy);
  const separator = separatorLine(text);
  const under = separator ? text.slice(text.indexOf("\n") + 1) : text;
  const { delimiter, header } = likeliest(under.slice(0, BEGINNING), separator ? [separator] : DELIMITERS);
  return { encoding, delimiter, header };
}

/** The encoding in which a file can be read, with its copy made from that. */
async function encodingOf(file: string, copy: string): Promise<Encoding> {
  const { fault } = await readText(file, copy, "utf-8");
  if (!fault) return "utf-8";
  const other = fault.code === "wrong-encoding" ? "windows-1252" : "utf-16";
  const again = await readText(file, copy, other);
  if (other === "windows-1252" || (!again.fault && /[a-z]/i.test(beginning(copy)))) return other;
  await readText(file, copy, "utf-8");
  return "utf-8";
}

/** The delimiter that cuts the first records into as many cells as the header, and most of them, with that header. */
function likeliest(text: string, delimiters: readonly string[]): Omit<SeenCsv, "encoding"> {
  const tried = delimiters.map((delimiter) => {
    const rows = firstRows(text, delimiter);
    const at = isParticipantRecord(rows[0] ?? []) ? 0 : likelyHeader(rows);
    const header = rows[at] ?? [];
    const below = rows.slice(at + 1);
    const alike = below.filter(({ length }) => length === header.length).length;
    return { delimiter, header, score: header.length < 2 ? 0 : header.length * ((1 + alike) / (1 + below.length)) };
  });
  return tried.sort((a, b) => b.score - a.score)[0]!;
}

/** The first records that are not blank, their cells trimmed. */
function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  for (let start = 0; start < text.length && rows.length < HEADER_AMONG; ) {
    const { cells, end } = recordAt(text, delimiter, start);
    const trimmed = cells.map((cell) => cellText(cell) ?? "");
    if (trimmed.some((cell) => cell !== "")) rows.push(trimmed);
    start = end;
  }
  return rows;
}
