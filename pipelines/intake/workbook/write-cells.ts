import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { writeZip, type ZipMember } from "../../write-zip.ts";
import { readCells } from "../cell-file.ts";
import type { UnpackedSheet } from "./unpack-workbook.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const AT_ONCE = 1 << 20;

/** A sheet to write: what it is called, whether it shows, and its cells. */
export type SheetToWrite = Pick<UnpackedSheet, "name" | "visible" | "cells">;

/** Writes a workbook of nothing but cells, each in its row and column, all as text; what was unpacked of it is what was unpacked to make it. */
export async function writeCells(to: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const members: ZipMember[] = [];
  const add = (name: string, content: string) => {
    const file = `${to}-${members.length}`;
    writeFileSync(file, HEAD + content, { mode: 0o600 });
    members.push({ name, file });
    return file;
  };
  try {
    add("[Content_Types].xml", contentTypes(sheets));
    add("_rels/.rels", relations([`officeDocument" Target="xl/workbook.xml`]));
    add("xl/workbook.xml", workbook(sheets));
    add("xl/_rels/workbook.xml.rels", relations(sheets.map((_, at) => `worksheet" Target="${part(at)}`)));
    for (const [at, { cells }] of sheets.entries()) await writeRows(add(`xl/${part(at)}`, OPEN), cells.path);
    writeZip(to, members);
  } finally {
    for (const { file } of members) rmSync(file);
  }
}

const OPEN = `<worksheet xmlns="${SHEETS}"><sheetData>`;
const part = (at: number) => `worksheets/sheet${at + 1}.xml`;

const contentTypes = (sheets: readonly SheetToWrite[]) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/${part(at)}" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`;

const relations = (of: readonly string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${of.map((each, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${each}"/>`).join("")}</Relationships>`;

const workbook = (sheets: readonly SheetToWrite[]) =>
  `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, visible }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${visible ? "" : ' state="hidden"'} r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`;

async function writeRows(file: string, cells: string): Promise<void> {
  let text = "";
  const write = () => {
    appendFileSync(file, text);
    text = "";
  };
  for await (const { row, cells: texts } of readCells(cells)) {
    text += `<row r="${row}">${texts.map(cellOf).join("")}</row>`;
    if (text.length > AT_ONCE) write();
  }
  text += "</sheetData></worksheet>";
  write();
}

/** A cell without a place stands behind the one before it. */
const cellOf = (text: string) =>
  text === ""
    ? "<c/>"
    : /^(?:0|[1-9]\d{0,8})$/.test(text)
      ? `<c><v>${text}</v></c>`
      : `<c t="str"><v>${escaped(text)}</v></c>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML cannot hold, and what would be read as standing for it, stands there by its number, as in every workbook. */
const escaped = (text: string) =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    .replaceAll(/[\x00-\x1f\x7f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0")}_`);
