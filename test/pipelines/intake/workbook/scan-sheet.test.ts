import { expect, test } from "vitest";
import { scanSheet } from "../../../../pipelines/intake/workbook/scan-sheet.ts";

const sheet = (row: string, tail = "") =>
  `<worksheet><sheetData><row r="1">${row}</row></sheetData>${tail}</worksheet>`;

async function* inPieces(xml: string, length: number) {
  for (let at = 0; at < xml.length; at += length) yield xml.slice(at, at + length);
}

test.each([1, 3, 7, 50, 10_000])(
  "formulas without a stored result are counted, in pieces of %i letters",
  async (length) => {
    const row = [
      '<c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c>',
      '<c r="C1"><f>A1</f></c><c r="D1"><f>A1</f><v>3</v></c>',
      '<c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f>1</f><v/></c>',
    ].join("");
    const scan = await scanSheet(inPieces(sheet(row, "<hyperlinks/>"), length));
    expect(scan.formulas).toEqual({ cells: 2, first: "C1" });
    expect([scan.declares, scan.tail]).toEqual([false, "</sheetData><hyperlinks/></worksheet>"]);
  },
);

test("what stands above the cells and the texts of formulas are kept in mind, wherever a piece ends", async () => {
  const cells = '<c r="A1"><f>IF(B1=&quot;of 412-65-0001&quot;,"a ""b""",C1)</f><v>1</v></c>';
  for (const length of [1, 5, 1000]) {
    const scan = await scanSheet(
      inPieces(`<worksheet><sheetPr codeName="x"/><sheetData>${cells}</sheetData></worksheet>`, length),
    );
    expect(scan.head).toBe('<worksheet><sheetPr codeName="x"/>');
    expect([...scan.literals]).toEqual(["of 412-65-0001", 'a ""b""']);
  }
});

test("names with a prefix are the same names", async () => {
  const xml =
    '<x:worksheet><x:sheetData><x:c r="A1"><x:f>1</x:f></x:c><x:c r="B1"><x:f>1</x:f></x:c></x:sheetData></x:worksheet>';
  for (const length of [1, 5, 1000])
    expect((await scanSheet(inPieces(xml, length))).formulas).toEqual({ cells: 2, first: "A1" });
});

test("a declaration is found wherever a piece ends", async () => {
  for (const length of [1, 4, 1000])
    expect((await scanSheet(inPieces(`<!DOCTYPE a>${sheet("")}`, length))).declares).toBe(true);
});
