import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { makeSample } from "../../data/sample/make-sample.ts";
import { samplePartners } from "../../data/sample/partner.ts";
import { writePartners } from "../../data/sample/write-partners.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const room = mkdtempSync(path.join(tmpdir(), "sample-"));
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(room, { recursive: true }));

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const file of files(folder)) hash.update(path.relative(folder, file)).update(readFileSync(file));
  return hash.digest("hex");
}

test("the same seed gives the same bytes, another seed gives others", async () => {
  const prints: string[] = [];
  for (const [name, seed] of Object.entries({ once: 1, again: 1, other: 2 })) {
    const out = path.join(room, name);
    await makeSample({ out, people: 400, seed });
    prints.push(fingerprint(out));
  }
  expect(prints[1]).toBe(prints[0]);
  expect(prints[2]).not.toBe(prints[0]);
});

test("the bytes are the same on any number of cores", async () => {
  const [shared, alone] = [path.join(room, "shared"), path.join(room, "alone")];
  const { refused } = await makeSample({ out: shared, people: 4200, seed: 1 });
  const partners = samplePartners(1).map((partner) => partner.id);
  await writePartners({ out: alone, people: 4200, seed: 1, partners });
  rmSync(path.join(shared, refused));
  rmSync(path.join(shared, "juniper-house"), { recursive: true });
  expect(fingerprint(alone)).toBe(fingerprint(shared));
});

test("a sample made over a larger one leaves nothing of it behind", async () => {
  const [fresh, used] = [path.join(room, "fresh"), path.join(room, "used")];
  await makeSample({ out: used, people: 900, seed: 1 });
  await makeSample({ out: used, people: 50, seed: 1 });
  await makeSample({ out: fresh, people: 50, seed: 1 });
  expect(fingerprint(used)).toBe(fingerprint(fresh));
});

test("it makes as many people as asked, and tells how far it is", async () => {
  const told: number[] = [];
  const out = path.join(room, "sized");
  const small = await makeSample({ out, people: 500, seed: 1 });
  const large = await makeSample({ out, people: 2000, seed: 1, onProgress: (done) => told.push(done) });
  expect([small.people, large.people]).toEqual([500, 2000]);
  expect(large.rows / small.rows).toBeGreaterThan(3.4);
  expect(large.rows / small.rows).toBeLessThan(4.6);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.at(-1)).toBe(2000);
});

test("its summary agrees with what is on disk and says how many rows are wrong", async () => {
  const out = path.join(room, "counted");
  const summary = await makeSample({ out, people: 3000, seed: 1 });
  const written = files(out);
  expect(summary.files).toBe(written.length);
  expect(summary.bytes).toBe(written.reduce((sum, file) => sum + readFileSync(file).length, 0));
  const wrong = summary.feeds.flatMap(({ tally }) => Object.entries(tally.wrong));
  expect(wrong.reduce((sum, [, count]) => sum + count, 0)).toBe(summary.wrongRows);
  expect(new Set(wrong.map(([reason]) => reason))).toContain("broken_file");
  const stray = wrong.filter(([reason]) => reason !== "broken_file").reduce((sum, [, count]) => sum + count, 0);
  expect(stray / summary.rows).toBeGreaterThan(0.004);
  expect(stray / summary.rows).toBeLessThan(0.011);
});

test("identifiers stand in the refused list and nowhere else", async () => {
  const out = path.join(room, "searched");
  const { refused } = await makeSample({ out, people: 800, seed: 1 });
  const identifying = /\d{3}-\d{2}-\d{4}|\w@\w/;
  const texts = files(out).filter((file) => !file.endsWith(".xlsx"));
  const telling = texts.filter((file) => identifying.test(readFileSync(file, "latin1")));
  expect(telling).toEqual([path.join(out, refused)]);
  const books = files(out).filter((file) => file.endsWith(".xlsx"));
  expect(books.length).toBe(3);
  for (const book of books) {
    const cells = [...(await readWorkbook(book)).values()].flat(2);
    expect(cells.filter((cell) => identifying.test(cell))).toEqual([]);
  }
});
