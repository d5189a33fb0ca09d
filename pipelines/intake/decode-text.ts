export type Encoding = "utf-8" | "utf-16" | "windows-1252" | "latin-1";

/** What keeps bytes from being text, and the row it is near. */
export interface TextFault {
  code: "not-text" | "wrong-encoding";
  row: number;
}

/**
 * Makes text with LF line ends and without byte-order mark of bytes that come in parts. A byte-order mark says which encoding they are in,
 * whatever was agreed. A NUL byte or a byte sequence that is not of the encoding is a fault.
 */
export class TextDecoding {
  readonly #agreed: Encoding;
  #decoder: TextDecoder | null = null;
  #rows = 1;
  #endsWithReturn = false;
  fault: TextFault | null = null;

  constructor(agreed: Encoding) {
    this.#agreed = agreed;
  }

  /** The text of the next part, or of the end where there is none; empty from a fault on. */
  read(part: Uint8Array | null): string {
    if (this.fault) return "";
    this.#decoder ??= new TextDecoder(labelOf(part, this.#agreed), { fatal: true });
    const { encoding } = this.#decoder;
    try {
      const text = this.#textOf(part, this.#decoder);
      const nul = text.indexOf("\0");
      if (nul >= 0) return this.#failed("not-text", lines(text.slice(0, nul)));
      this.#rows += lines(text);
      return text;
    } catch {
      // A NUL byte says more of a file than that it is in no encoding.
      const nul = encoding === "utf-8" && part ? part.indexOf(0) : -1;
      if (part && nul >= 0) return this.#failed("not-text", lineEnds(part.subarray(0, nul)));
      return this.#failed("wrong-encoding", encoding === "utf-8" && part ? readableLines(part) : 0);
    }
  }

  #failed(code: TextFault["code"], further: number): string {
    this.fault = { code, row: this.#rows + further };
    return "";
  }

  #textOf(part: Uint8Array | null, decoder: TextDecoder): string {
    const text =
      (this.#endsWithReturn ? "\r" : "") + (part ? decoder.decode(part, { stream: true }) : decoder.decode());
    this.#endsWithReturn = part !== null && text.endsWith("\r");
    const whole = this.#endsWithReturn ? text.slice(0, -1) : text;
    return whole.includes("\r") ? whole.replaceAll(/\r\n?/g, "\n") : whole;
  }
}

/** The encoding bytes begin to be in: that of their byte-order mark, or the one agreed. */
function labelOf(beginning: Uint8Array | null, agreed: Encoding): string {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => beginning?.[at] === byte));
  return mark?.label ?? LABELS[agreed];
}

const LABELS: Readonly<Record<Encoding, string>> = {
  "utf-8": "utf-8",
  "utf-16": "utf-16le",
  "windows-1252": "windows-1252",
  "latin-1": "windows-1252",
};

const MARKS: readonly { bytes: readonly number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8" },
  { bytes: [0xff, 0xfe], label: "utf-16le" },
  { bytes: [0xfe, 0xff], label: "utf-16be" },
];

function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** The whole lines with which bytes begin that are UTF-8. */
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
