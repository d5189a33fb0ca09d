import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordKinds } from "../../models/contract/catalogue.ts";
import { cellText, cellTextSql } from "../../models/contract/cell-text.ts";
import { checkRow, type TextRow } from "../../models/contract/check-row.ts";
import { checkSql } from "../../models/contract/check-sql.ts";
import type { Field, RecordKind } from "../../models/contract/field.ts";
import { type Door, openWarehouse, quoteName } from "../../pipelines/warehouse.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

const token = `v1:hub:${"abcdefghij234567klmnopqrst"}`;
const odd = [
  "",
  " ",
  "0",
  "1e3",
  "-1",
  "NaN",
  "07",
  "2024-02-30",
  "2024-1-5",
  "2024-13-01",
  "yes",
  "TRUE",
  "é",
  "n/a",
  "12345678901234567",
  "0x1f",
  "１２",
  "\u00a0",
  "a'b",
  "5.555",
];

/** Blanks of every kind that may stand around a value, and none. */
const blanks = [
  "",
  " ",
  "\t",
  "\r",
  "\n",
  "\u0085",
  "\u00a0",
  "\u2009",
  "\u200b",
  "\u2028",
  "\u3000",
  "\ufeff",
  " \t\u00a0",
];

/** Cells a field may meet: good ones, ones at its limits, and nonsense. */
function cells(field: Field): fc.Arbitrary<string | null> {
  const wrong = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 12 }));
  const good: Record<Field["type"], () => fc.Arbitrary<string>> = {
    token: () => fc.constantFrom(token, token.toUpperCase(), "0".repeat(64), "a".repeat(32), "v1:hub:short"),
    text: () => fc.constantFrom("hub-core", "housing", "az-ssm-18", "TN-157", "Upper", "a".repeat(70)),
    code: () => fc.constantFrom(...(field.type === "code" ? Object.keys(field.codes) : []), "Other", "nonsense"),
    date: () =>
      fc
        .date({ min: new Date("1989-12-25"), max: new Date("2100-01-05"), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    month: () => fc.constantFrom("2024-01", "2024-12", "2024-13", "2024-1", "24-01"),
    integer: () => fc.integer({ min: -3, max: 150 }).map(String),
    decimal: () => fc.double({ min: -2, max: 200, noNaN: true }).map((number) => number.toFixed(2)),
    money: () => fc.double({ min: -2, max: 120_000, noNaN: true }).map((number) => number.toFixed(2)),
    boolean: () => fc.constantFrom("yes", "no", "Y", "N", "True", "0", "1", "ja", "sí", "Sí", "SÍ", "Si", "SI"),
  };
  const cell = fc.oneof({ weight: 6, arbitrary: good[field.type]() }, { weight: 1, arbitrary: wrong });
  const padded = fc.tuple(fc.constantFrom(...blanks), cell, fc.constantFrom(...blanks)).map((parts) => parts.join(""));
  return fc.oneof(
    { weight: 5, arbitrary: cell.map((text) => (text === "" ? null : text)) },
    { weight: 1, arbitrary: padded },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function rowsOf(record: RecordKind): fc.Arbitrary<TextRow[]> {
  const row = fc.record(Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, cells(field)])));
  return fc.array(row, { minLength: 250, maxLength: 250 });
}

async function reasonsInSql(record: RecordKind, rows: readonly TextRow[]): Promise<string[][]> {
  const names = Object.keys(record.fields);
  const columns = { _row: "integer", ...Object.fromEntries(names.map((name) => [name, "varchar"])) } as const;
  await door.run(
    `create or replace temp table text_rows (_row integer, ${names.map((name) => `${quoteName(name)} varchar`).join(", ")})`,
  );
  await door.append(
    "text_rows",
    columns as Record<string, "varchar" | "integer">,
    rows.map((row, index) => ({ _row: index, ...row })),
  );
  const read = names.map((name) => `${cellTextSql(quoteName(name))} as ${quoteName(name)}`).join(", ");
  const checked = await door.rows<{ _why: string[] }>(
    `select _why from (${checkSql(record, `(select _row, ${read} from text_rows)`)}) order by _row`,
  );
  return checked.map(({ _why }) => _why);
}

for (const record of recordKinds) {
  test(`the set-based and the row-by-row check of ${record.kind} give the same reasons`, async () => {
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(rowsOf(record), async (rows) => {
        const inRows = rows.map((row) => checkRow(record, row));
        broken += inRows.filter((reasons) => reasons.length > 0).length;
        expect(await reasonsInSql(record, rows)).toEqual(inRows);
      }),
      { numRuns: 3, seed: 7, endOnFailure: true },
    );
    expect(broken).toBeGreaterThan(50);
  });
}

test("whatever stands around a value goes, in SQL as in the row-by-row check, and nothing inside it", async () => {
  const cell = fc.array(fc.oneof(fc.constantFrom(...blanks, "a", "é", "5 5"), fc.string({ unit: "grapheme" })), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 200, maxLength: 200 }), async (cells) => {
      const texts = cells.map((parts) => parts.join("").replaceAll("\u0000", ""));
      await door.run("create or replace temp table cells (n integer, cell varchar)");
      await door.append(
        "cells",
        { n: "integer", cell: "varchar" },
        texts.map((text, n) => ({ n, cell: text })),
      );
      const read = await door.rows<{ cell: string | null }>(
        `select ${cellTextSql("cell")} as cell from cells order by n`,
      );
      expect(read.map(({ cell }) => cell)).toEqual(texts.map(cellText));
    }),
    { numRuns: 5, seed: 11, endOnFailure: true },
  );
  expect(blanks.map((blank) => cellText(`${blank}a b${blank}`))).toEqual(blanks.map(() => "a b"));
});
