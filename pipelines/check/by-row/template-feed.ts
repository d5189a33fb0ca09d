import { recordKind } from "../../../models/contract/catalogue.ts";
import { TextDecoding } from "../../intake/decode-text.ts";
import { findHeader } from "../../intake/find-header.ts";
import { LONGEST_HEADER } from "../../intake/first-record.ts";
import { kindOfBytes } from "../../intake/kind-of-bytes.ts";
import { separatorLine, textHeader } from "../../intake/text-header.ts";
import type { TableFeed } from "../../network.ts";
import { firstRows } from "./book-check.ts";
import { NotReadHere } from "./not-read-here.ts";
import { beginningOf } from "./text-check.ts";

/**
 * The feed of a file in the contract's own columns and words, as its templates have them, CSV or a workbook; columns that are not
 * required may be left out. Throws NotReadHere for files of another format, of which only a partner's feed says how they are read.
 */
export async function templateFeed(record: TableFeed["record"], file: Blob): Promise<TableFeed> {
  const beginning = new Uint8Array(await file.slice(0, LONGEST_HEADER).arrayBuffer());
  const kind = kindOfBytes(beginning);
  if (kind && !kind.includes("XLSX")) throw new NotReadHere(`${kind}, which only a partner's feed says how to read`);
  return kind ? bookFeed(record, file) : textFeed(record, beginning);
}

function textFeed(record: TableFeed["record"], beginning: Uint8Array): TableFeed {
  const text = beginningOf(new TextDecoding("utf-8").read(beginning));
  const under = separatorLine(text) ? text.slice(text.indexOf("\n") + 1) : text;
  const found = textHeader(under, ",", namesOf(record), { titled: true });
  const delimiter = (found?.delimiter ?? ",") as TableFeed["delimiter"];
  return { ...feedOf(record, found?.cells ?? []), delimiter };
}

/** Of the workbook of templates the sheet that is named for the record; else the first one that is shown. */
async function bookFeed(record: TableFeed["record"], book: Blob): Promise<TableFeed> {
  const sheets = await firstRows(book);
  const named = sheets.find(({ name }) => name.trim().toLowerCase() === record);
  const rows = (named ?? sheets.find(({ visible }) => visible))?.first ?? [];
  const cells = rows.map((row) => row.cells.map((cell) => cell.trim()));
  const header = findHeader(cells, namesOf(record));
  const feed = { ...feedOf(record, header ? cells[header.at]! : []), format: "xlsx" as const };
  return named ? { ...feed, sheet: record } : feed;
}

const namesOf = (record: TableFeed["record"]) => new Set(Object.keys(recordKind(record).fields));

function feedOf(record: TableFeed["record"], header: readonly string[]): TableFeed {
  const { fields } = recordKind(record);
  const used = Object.keys(fields).filter((name) => fields[name]!.required || header.includes(name));
  return {
    id: record.replaceAll("_", "-"),
    files: "*",
    format: "csv",
    record,
    sends: "partial",
    stop_above: 0.1,
    stop_below: 0.5,
    encoding: "utf-8",
    delimiter: ",",
    dates: "YYYY-MM-DD",
    columns: Object.fromEntries(used.map((name) => [name, { from: name, words: undefined, constant: undefined }])),
    distinct: false,
    ignore: [],
  };
}
