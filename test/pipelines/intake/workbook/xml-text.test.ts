import { expect, test } from "vitest";
import { textsIn } from "../../../../pipelines/intake/workbook/xml-text.ts";

test("a text in several runs is read as people see it, and run by run", () => {
  const comment = "<comments><comment><text><r><t>412-34</t></r><r><t>-5678</t></r></text></comment></comments>";
  expect(textsIn(comment)).toEqual(["412-34", "-5678", "412-34-5678"]);
  expect(textsIn("<sst><si><r><t>Maria </t></r><r><t>Lopez</t></r></si></sst>")).toContain("Maria Lopez");
});

test("what stands in a section that XML takes as it is is read too", () => {
  expect(textsIn("<t><![CDATA[412-34-5678 <b>]]></t>")).toEqual(["412-34-5678 <b>"]);
});

test("attributes are read, but for numbers where nobody writes and what stands in every workbook", () => {
  expect(textsIn('<definedName name="a &amp; b" id="7" comment="412-65-0001"/>')).toEqual(["a & b", "412-65-0001"]);
  expect(textsIn('<s v="412650001"/><row ht="412650001"/>')).toEqual(["412650001"]);
  const every =
    '<a xmlns:r="http://schemas.openxmlformats.org/x" ref="A1:B2" uid="{0477D2FF-9011-E58A-5BFE-1F9FD31D0E31}" Target="docProps/thumbnail.jpeg"/>';
  expect(textsIn(every)).toEqual([]);
});

test.each([
  ["a hint beside a cell", '<dataValidation promptTitle="412-65-0001" sqref="A1"/>'],
  ["a list to choose from", '<dataValidation><formula1>"412-65-0001,x"</formula1></dataValidation>'],
  ["a number format", '<numFmt formatCode=\'"412-65-0001"\' numFmtId="170"/>'],
  ["a property", '<property name="Case"><vt:lpwstr>412-65-0001</vt:lpwstr></property>'],
  ["a remark", "<a><!-- of 412-65-0001 --></a>"],
  ["an order to a program", "<?mso of 412-65-0001?><a/>"],
])("%s is read", (_, xml) => {
  expect(textsIn(xml).join(" ")).toContain("412-65-0001");
});

test("the folder a workbook was saved in and who has it open are its program's to write, and are not read", () => {
  const book =
    '<workbook><fileSharing userName="ana@example.org"/><x15ac:absPath url="C:\\Users\\ana@example.org\\"/></workbook>';
  expect(textsIn(book)).toEqual([]);
});
