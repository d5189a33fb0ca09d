import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyWithoutBlankLines } from "../../../pipelines/intake/without-blank-lines.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-blank-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function dense(text: string, columns = 2) {
  const [from, to] = [path.join(folder, "from.csv"), path.join(folder, "to.csv")];
  writeFileSync(from, text);
  const blanks = await copyWithoutBlankLines(from, to, columns, ",");
  return { text: blanks && readFileSync(to, "utf8"), blanks };
}

test("blank lines between records go, those within quotation marks stay, and where they were is known", async () => {
  expect(await dense('a,b\n\n\n1,1\n2,"x\n\ny"\n\nz')).toEqual({
    text: 'a,b\n1,1\n2,"x\n\ny"\nz',
    blanks: [
      { after: 1, lines: 2 },
      { after: 3, lines: 3 },
    ],
  });
});

test("without blank lines between records, or where a blank line is a record, there is no copy", async () => {
  expect((await dense('a,b\n1,"x\n\ny"\n')).blanks).toBeNull();
  expect((await dense("a\n\n1\n", 1)).blanks).toBeNull();
});

test("a file of several parts keeps every record, also where a quotation mark is never closed", async () => {
  const lines = Array.from({ length: 300_000 }, (_, at) => `${at},é`);
  const spaced = await dense(`${lines.join("\n\n")}\n`);
  expect(spaced.text).toBe(`${lines.join("\n")}\n`);
  expect(spaced.blanks!.at(-1)).toEqual({ after: 299_999, lines: 299_999 });
  const open = `a,b\n1,"open\n${lines.join("\n\n")}\n`;
  expect((await dense(`\n${open}`)).text).toBe(open);
});
