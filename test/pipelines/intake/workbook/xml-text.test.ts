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

test("attributes people write in are read, others are not", () => {
  expect(textsIn('<definedName name="a &amp; b" id="7"/>')).toEqual(["a & b"]);
});
