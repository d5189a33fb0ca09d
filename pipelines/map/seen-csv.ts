import { cellText } from "../../models/contract/cell-text.ts";
import type { Encoding } from "../intake/decode-text.ts";
import { firstRecord } from "../intake/first-record.ts";
import { beginning } from "../intake/header.ts";
import { readText } from "../intake/read-text.ts";
import { separatorLine } from "../intake/text-header.ts";
import { DELIMITERS } from "../network.ts";

/** How a delimited file seems to be written, and the names of its columns. */
export interface SeenCsv {
  encoding: Encoding;
  delimiter: string;
  header: readonly string[];
}

const LINES = 50;
const BEGINNING = 1 << 18;

/** Looks at a file of delimited text, copying it to a scratch file; a file that is no text is taken as UTF-8, for the screen to say so. */
export async function seenCsv(file: string, copy: string): Promise<SeenCsv> {
  const asUtf8 = await readText(file, copy, "utf-8");
  const encoding = asUtf8.fault?.code === "wrong-encoding" ? "windows-1252" : "utf-8";
  if (encoding !== "utf-8") await readText(file, copy, encoding);
  const text = beginning(copy);
  const separator = separatorLine(text);
  const delimiter = separator ?? likeliest(text.slice(0, BEGINNING));
  const under = separator ? text.slice(text.indexOf("\n") + 1) : text;
  const header = cellText(under) === null ? [] : firstRecord(under, delimiter).map((cell) => cellText(cell) ?? "");
  return { encoding, delimiter, header };
}

/** The delimiter that cuts the first lines into as many cells as the header, and most of them. */
function likeliest(text: string): string {
  const lines = text.split("\n").slice(0, LINES).filter(Boolean);
  const scores = DELIMITERS.map((delimiter) => {
    const [header = 0, ...rest] = lines.map((line) => firstRecord(line, delimiter).length);
    const alike = rest.filter((cells) => cells === header).length;
    return { delimiter, score: header < 2 ? 0 : header * ((1 + alike) / (1 + rest.length)) };
  });
  return scores.sort((a, b) => b.score - a.score)[0]!.delimiter;
}
