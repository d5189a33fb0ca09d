import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { recordKinds } from "../../../models/contract/catalogue.ts";
import { templateWorkbook } from "../../../pipelines/templates/workbook.ts";

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
let workbook: Workbook;
beforeAll(async () => {
  workbook = await readXlsx(await templateWorkbook(), { readStyles: true });
});
const sheet = (name: string) => workbook.sheets.find((each) => each.name === name)!;

test("there is a sheet for each record kind, with its fields as header, then the codes", () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual([...recordKinds.map(({ kind }) => kind), "codes"]);
  for (const { kind, fields } of recordKinds) {
    expect(sheet(kind).rows[0]).toEqual(Object.keys(fields));
    expect(
      sheet(kind)
        .rows.slice(1)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual([]);
  }
});

test("a code is chosen from a list that holds all its codes and no other", () => {
  const rule = sheet("person").dataValidations!.find(({ range }) => range.startsWith("C2:"))!;
  expect([rule.type, rule.showErrorMessage, rule.inputTitle]).toEqual(["list", true, "gender"]);
  const [, column, first, last] = /^codes!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(rule.formula1!)!;
  const at = column!.charCodeAt(0) - 65;
  const codes = sheet("codes")
    .rows.slice(Number(first) - 1, Number(last))
    .map((row) => row[at]);
  expect(codes).toEqual(["woman", "man", "nonbinary", "unknown"]);
  expect(sheet("codes").rows[0]![at]).toBe("person.gender");
});

test("every column has its rule, with the limits of the contract", () => {
  for (const { kind, fields } of recordKinds)
    expect(sheet(kind).dataValidations!.length).toBe(Object.keys(fields).length);
  const rules = new Map(sheet("job").dataValidations!.map((rule) => [rule.inputTitle, rule]));
  expect(rules.get("hours_per_week")).toMatchObject({
    type: "decimal",
    formula1: "0",
    formula2: "112",
    allowBlank: true,
  });
  expect(rules.get("started_on")).toMatchObject({
    type: "date",
    formula1: "DATE(1990,1,1)",
    formula2: "DATE(2099,12,31)",
  });
  expect(rules.get("started_on")!.allowBlank ?? false).toBe(false);
  expect(rules.get("verified_by")!.type).toBe("list");
});

test("days are formatted as days and months as text, and a header says what its column means", () => {
  const cells = sheet("benefit_month").cells!;
  expect(cells.get("1,2")?.style?.numFmt).toBe("@");
  expect(sheet("job").cells!.get("5,4")?.style?.numFmt).toBe("yyyy-mm-dd");
  expect(cells.get("0,1")?.comment?.text).toContain("Benefit program.\nRequired; code.");
});
