import { knownColumns } from "../../intake/columns.ts";
import { TextDecoding, type TextFault } from "../../intake/decode-text.ts";
import type { Fault } from "../../intake/fault.ts";
import { textHeader } from "../../intake/text-header.ts";
import { screenHeader } from "../../screen/screen-header.ts";
import { checkJson } from "./json-check.ts";
import type { TableToOpen } from "./open-table.ts";
import { type ScreenedFile, unopened } from "./screened-file.ts";
import { beginningOf, TextCheck } from "./text-check.ts";

/** A file is read in parts of this many bytes, wherever it comes from. */
export const PART = 1 << 20;

/** Bytes looked at again where a file is not in its encoding. */
const LOOKED_AT_AGAIN = 2 * PART;

/** Reads, screens and checks delimited text whose bytes come in parts of any size; nothing of it is kept but counts. */
export function checkTextFile(of: TableToOpen, bytes: AsyncIterable<Uint8Array>): Promise<ScreenedFile> {
  const text = new TextCheck(of);
  return readText(
    of,
    bytes,
    (part) => text.add(part),
    () => ({ faults: [], tables: [text.end()], texts: [] }),
  );
}

/** Reads, screens and checks JSON, or JSON lines. */
export function checkJsonFile(
  of: TableToOpen,
  bytes: AsyncIterable<Uint8Array>,
  form: "json" | "jsonl",
): Promise<ScreenedFile> {
  let json = "";
  const add = (part: string) => {
    json += part;
  };
  return readText(of, bytes, add, () => checkJson(of, json, form));
}

async function readText(
  of: TableToOpen,
  bytes: AsyncIterable<Uint8Array>,
  add: (part: string) => void,
  end: () => ScreenedFile,
): Promise<ScreenedFile> {
  const reader = new TextDecoding(of.tables[0]!.encoding);
  const beginning: Uint8Array[] = [];
  for await (const part of inParts(bytes)) {
    if (beginning.length * PART < LOOKED_AT_AGAIN) beginning.push(part);
    add(reader.read(part));
  }
  add(reader.read(null));
  return reader.fault ? unopened(...unreadable(of, reader.fault, beginning)) : end();
}

/** The same bytes in parts of one size, but for the last. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let part = new Uint8Array(PART);
  let filled = 0;
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; ) {
      const some = piece.subarray(at, at + PART - filled);
      part.set(some, filled);
      filled += some.length;
      at += some.length;
      if (filled < PART) continue;
      yield part;
      [part, filled] = [new Uint8Array(PART), 0];
    }
  if (filled > 0) yield part.subarray(0, filled);
}

/** A file in another encoding than agreed still has a header, and an identifying column in it is still named. */
function unreadable(
  { file, tables }: TableToOpen,
  { code, row }: TextFault,
  beginning: readonly Uint8Array[],
): Fault[] {
  const { encoding, delimiter } = tables[0]!;
  const found = { code, facts: { file, row, encoding } } as Fault;
  if (code === "not-text") return [found];
  const reader = new TextDecoding("windows-1252");
  const start = beginningOf(beginning.map((part) => reader.read(part)).join(""));
  const agreed = knownColumns(tables);
  const header = textHeader(start, delimiter, agreed, { titled: true });
  return [found, ...screenHeader(file, header?.cells ?? [], agreed)];
}
