import type { TableFeed } from "../../network.ts";

/** A file is read in parts of this many bytes, wherever it comes from. */
export const PART = 1 << 20;

/** What keeps bytes from being text, and the row it is near. */
export interface TextFault {
  code: "not-text" | "wrong-encoding";
  row: number;
}

/** Makes text with LF line ends of a file's parts, `PART` bytes each but the last: the same as `readText` makes of a file. */
export class ChunkText {
  readonly #decoder: TextDecoder;
  #rows = 1;
  #endsWithReturn = false;
  fault: TextFault | null = null;

  constructor(encoding: TableFeed["encoding"]) {
    this.#decoder = new TextDecoder(encoding === "utf-8" ? "utf-8" : "windows-1252", { fatal: true });
  }

  /** The text of a part, or of the end where there is none; empty from a fault on. */
  read(part: Uint8Array | null): string {
    if (this.fault) return "";
    const nul = part ? part.indexOf(0) : -1;
    if (part && nul >= 0) return this.#failed("not-text", lines(part.subarray(0, nul)));
    try {
      const text = this.#text(part);
      if (part) this.#rows += lines(part);
      return text;
    } catch {
      return this.#failed("wrong-encoding", part ? readableLines(part) : 0);
    }
  }

  #failed(code: TextFault["code"], further: number): string {
    this.fault = { code, row: this.#rows + further };
    return "";
  }

  #text(part: Uint8Array | null): string {
    const text =
      (this.#endsWithReturn ? "\r" : "") +
      (part ? this.#decoder.decode(part, { stream: true }) : this.#decoder.decode());
    this.#endsWithReturn = part !== null && text.endsWith("\r");
    const whole = this.#endsWithReturn ? text.slice(0, -1) : text;
    return whole.includes("\r") ? whole.replaceAll(/\r\n?/g, "\n") : whole;
  }
}

function lines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** The whole lines with which a part begins that are UTF-8. */
function readableLines(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [count, end] = [0, 0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    try {
      decoder.decode(bytes.subarray(end, at));
    } catch {
      return count;
    }
    [count, end] = [count + 1, at + 1];
  }
  return count;
}
