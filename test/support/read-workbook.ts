import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";

/** The tables of a workbook by sheet, from their header on: the first row of several cells; days as YYYY-MM-DD, empty cells as empty text. */
export async function readWorkbook(file: string): Promise<Map<string, string[][]>> {
  const { sheets } = await readXlsx(readFileSync(file));
  return new Map(
    sheets.map(({ name, rows }) => {
      const texts = rows.map((row) => row.map(textOf));
      return [name, texts.slice(texts.findIndex((row) => row.filter((cell) => cell !== "").length > 1))] as const;
    }),
  );
}

const textOf = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === null || value === undefined ? "" : String(value);
