import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import * as yazl from "yazl";

/** A zip folder of these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(Date.UTC(2026, 0, 1)) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A workbook of these sheets, each a list of rows. */
export const workbookOf = (
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  more: Partial<WriteSheet> = {},
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]), ...more })),
  });

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`;

/** A workbook of one sheet, its cells as XML, with other parts beside it. */
export const rawWorkbook = (
  rows: string,
  {
    parts = {},
    properties = "",
    head = "",
    tail = "",
    state = "",
  }: {
    parts?: Readonly<Record<string, string | Uint8Array>>;
    properties?: string;
    head?: string;
    tail?: string;
    state?: string;
  } = {},
): Promise<Buffer> =>
  zipOf({
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets><sheet name="People" sheetId="1" ${state} r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships ${RELATIONS}><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet>${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`,
    ...parts,
  });

/** A row of a raw workbook with inline texts. */
export const rawRow = (row: number, ...cells: readonly string[]) =>
  `<row r="${row}">${cells.map((cell, at) => (cell.startsWith("<") ? cell : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join("")}</row>`;
