import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { peopleFile, SmallNetwork, said, token } from "../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const ATTACKS = [
  `x" ; drop table staged_0; --`,
  `x'); attach 'evil.duckdb' as evil; --`,
  `x", "y`,
  `"`,
  `''`,
  "$1",
  "?",
  `x"); copy (select 1) to '/tmp/common-measure-evil.csv'; --`,
  "x\\' or 1=1 --",
  "/* x */",
  "x;select 1",
  "{x: 1}",
  "select",
  "__proto__",
  "constructor",
  "table.column",
  "x::int",
  "*",
  "x'||'y",
];
const odd = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
const isPlain = (text: string) => /^[^\s"\p{C}][^"\p{C}]*[^\s"\p{C}]$/u.test(text) && text.trim() === text;
const RANDOM = fc.sample(odd.filter(isPlain), { numRuns: 10, seed: 20 });

/** A cell of a CSV file. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

test("a column may be called anything: it is data, and never a part of a statement", async () => {
  // No mapping may name these (test/pipelines/read-yaml.test.ts); a file may, below.
  const names = [...ATTACKS.filter((name) => !["__proto__", "constructor"].includes(name)), ...RANDOM];
  small.partner(
    "hub",
    names.map((name, index) => ({
      id: `feed-${index}`,
      record: "person",
      files: `people-${index}.csv`,
      columns: { person_token: name, gender: { from: `${name} 2`, words: { [name]: "woman", "it's; --": "man" } } },
      ignore: [`${name} 3`],
    })),
  );
  for (const [index, name] of names.entries()) {
    const header = [name, `${name} 2`, `${name} 3`].map(cell).join(",");
    small.send(
      `hub/people-${index}.csv`,
      `${header}\n${token(index)},${cell(name)},1\n${token(1000 + index)},it's; --,\n`,
    );
  }
  const { fresh } = await small.take();
  expect(fresh.map(({ name, outcome, converted }) => [name, outcome, converted[0]?.accepted])).toEqual(
    names.map((_, index) => [`people-${index}.csv`, "accepted", 2]),
  );
});

test("an unknown column may be called anything too, and is quoted as it is", async () => {
  for (const [index, name] of ATTACKS.entries())
    small.send(`hub/people-${index}.csv`, `Person,${cell(name)}\n${token(index)},1\n`);
  const { fresh } = await small.take();
  expect(fresh.map(({ outcome }) => outcome)).toEqual(ATTACKS.map(() => "stopped"));
  const stray = readdirSync(small.folder, { recursive: true, encoding: "utf8" }).filter((name) => /evil/.test(name));
  expect([stray, ({} as { polluted?: true }).polluted]).toEqual([[], undefined]);
});

test("a file may be called anything: its name is data as well", async () => {
  const names = [`people'; drop table x; --.csv`, `people" .csv`, "people$1.csv", "people`x`.csv", "people%s{}.csv"];
  for (const [index, name] of names.entries()) small.send(`hub/${name}`, peopleFile(index));
  const taken = await small.take();
  expect(said(taken.fresh).flat().sort()).toEqual(names.map((name) => `hub/${name} accepted`).sort());
  expect((await small.load(taken)).records).toBe(names.length);
  for (const receipt of taken.fresh)
    expect(readFileSync(path.join(small.places.inbox, receipt.hash), "utf8")).toContain("Person");
});
