import { recordKind } from "../../../models/contract/catalogue.ts";
import { seemingDelimiterIn } from "../../intake/delimiter-in-text.ts";
import { headerIn } from "../../intake/first-record.ts";
import type { TableFeed } from "../../network.ts";
import { beginningOf } from "./text-check.ts";

/** The feed of a file in the contract's own columns and words, as its templates have them; columns that are not required may be left out. */
export function templateFeed(record: TableFeed["record"], beginning: Uint8Array): TableFeed {
  const text = beginningOf(new TextDecoder().decode(beginning).replaceAll(/\r\n?/g, "\n"));
  const { fields } = recordKind(record);
  const delimiter = (seemingDelimiterIn(text, ",", new Set(Object.keys(fields))) ?? ",") as TableFeed["delimiter"];
  const header = new Set(headerIn(text, delimiter));
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
