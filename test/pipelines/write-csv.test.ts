import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvText } from "../../models/csv-text.ts";
import { type Door, openWarehouse, quoteText } from "../../pipelines/warehouse.ts";
import { writeCsv } from "../../pipelines/write-csv.ts";

let folder: string;
let door: Door;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-csv-"));
  door = await openWarehouse(":memory:", { folders: [folder] });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

async function written(query: string): Promise<string> {
  const file = path.join(folder, "report.csv");
  await writeCsv(door, query, file);
  return readFileSync(file, "utf8");
}

test("a report keeps its order and its numbers, and quotes everything", async () => {
  const query = `select * from (values (-1, 'b', date '2026-01-02', null), (2.5, 'say "a"', date '2026-01-01', 'x')) as t(n, "a text", day, "gap") order by n desc`;
  expect(await written(query)).toBe(
    '"n","a text","day","gap"\n"2.5","say ""a""","2026-01-01","x"\n"-1.0","b","2026-01-02",\n',
  );
});

const formulas = [
  '=HYPERLINK("http://x")',
  "+1+cmd",
  "-1+cmd",
  "@SUM(A1)",
  "\tcmd",
  "\rcmd",
  "\ncmd",
  "  =1",
  "\u00a0=1",
  "\ufeff=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "﹢1",
  "﹣1",
  "﹦1",
  "﹫x",
  "⁺1",
  "₌1",
  "\v=1",
  "\u3000-1",
];

test.each(formulas)("%j is no formula in a report", async (text) => {
  expect(await written(`select ${quoteText(text)} as says`)).toBe(`"says"\n"'${text.replaceAll('"', '""')}"\n`);
});

test("what is written by SQL and what is written by the site are made safe alike", async () => {
  const signs = fc.constantFrom(...formulas.join(""), "a", "1", "'", '"', ",", " ", "é", "\u200b");
  const texts = fc.array(signs, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  const cases = fc.sample(texts, { numRuns: 400, seed: 7 });
  const rows = cases.map((text, index) => `(${index}, ${quoteText(text)})`).join(", ");
  const expected = cases.map((text, index) => `"${index}",${csvText(text)}\n`).join("");
  expect(await written(`select * from (values ${rows}) as t(n, says) order by n`)).toBe(`"n","says"\n${expected}`);
});
