import { recordKind } from "../../../models/contract/catalogue.ts";
import { TextDecoding } from "../../intake/decode-text.ts";
import { separatorLine, textHeader } from "../../intake/text-header.ts";
import type { TableFeed } from "../../network.ts";
import { beginningOf } from "./text-check.ts";

/** The feed of a file in the contract's own columns and words, as its templates have them; columns that are not required may be left out. */
export function templateFeed(record: TableFeed["record"], beginning: Uint8Array): TableFeed {
  const text = beginningOf(new TextDecoding("utf-8").read(beginning));
  const { fields } = recordKind(record);
  const under = separatorLine(text) ? text.slice(text.indexOf("\n") + 1) : text;
  const found = textHeader(under, ",", new Set(Object.keys(fields)), { titled: true });
  const delimiter = (found?.delimiter ?? ",") as TableFeed["delimiter"];
  const header = new Set(found?.cells);
  const used = Object.keys(fields).filter((name) => fields[name]!.required || header.has(name));
  return {
    id: record.replaceAll("_", "-"),
    files: "*",
    format: "csv",
    record,
    sends: "partial",
    stop_above: 0.1,
    stop_below: 0.5,
    encoding: "utf-8",
    delimiter,
    dates: "YYYY-MM-DD",
    columns: Object.fromEntries(used.map((name) => [name, { from: name, words: undefined, constant: undefined }])),
    distinct: false,
    ignore: [],
  };
}
