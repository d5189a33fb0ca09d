import { bytesOf, KEPT } from "../../intake/scan-records.ts";

const decoder = new TextDecoder();

/** What is kept of a rejected record's text. */
export interface KeptText {
  text: string;
  /** The lines of the file that are lost with the record, as far as the kept text shows. */
  lines: number;
  /** Whether something may be missing at its end. */
  cut: boolean;
}

/** The text of a rejected record as DuckDB keeps it. */
export function keptText(text: string): KeptText {
  const kept = text.length > KEPT / 3 ? beginningOf(text) : text;
  const written = kept.replace(/^\n+|\n+$/g, "");
  return { text: kept, lines: written.split("\n").length, cut: bytesOf(kept) > KEPT - 4 };
}

function beginningOf(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, KEPT));
  return bytes.length <= KEPT && text.length <= KEPT
    ? text
    : decoder.decode(bytes.subarray(0, KEPT)).replace(/\ufffd$/, "");
}
