import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Feed } from "../../../../pipelines/network.ts";
import { BothChecks } from "../../../support/both-checks.ts";
import { zipOf } from "../../../support/container-files.ts";
import { token } from "../../../support/small-network.ts";

vi.setConfig({ testTimeout: 60_000 });
let both: BothChecks;
beforeAll(() => {
  both = new BothChecks();
});
afterAll(() => both.close());

const feed = (format: string, settings: object = {}) =>
  Feed.parse({
    id: "people",
    record: "person",
    files: "*",
    format,
    stop_above: 1,
    columns: { person_token: "Person", age: "Age", age_on: "Aged on" },
    ...settings,
  });
const person = (at: number, more: object = {}) => ({
  Person: token(at),
  Age: 30 + at,
  "Aged on": "2024-07-01",
  ...more,
});
const text = (...people: object[]) => JSON.stringify(people);
const good = text(person(1), person(2));

test.each<[string, "accepted" | "stopped" | "refused", string | Uint8Array]>([
  ["an array", "accepted", text(person(1), person(2, { Age: null }), person(2), { Person: "x" }, {})],
  ["an array with blanks and a byte-order mark", "accepted", `\ufeff \n${JSON.stringify([person(1)], null, 2)}\r\n\t`],
  ["fields in another order", "accepted", '[{"Age":1},{"Person":"x","Aged on":"2024-07-01 09:30:00","Age":"2"}]'],
  [
    "numbers as they may be written",
    "accepted",
    `[${["31.0", "3.1e1", "-0", "1E2", "0.5", "1e400", "NaN", "-inf", "true"].map((age) => `{"Person":"x","Aged on":"y","Age":${age}}`).join()}]`,
  ],
  ["escaped letters", "accepted", '[{"Person":"\\u00e9\\ud83d\\ude00\\n\\/\\"","Age":" 7 ","Aged on":"\\t"}]'],
  ["commas at the end of objects", "accepted", `[{"Person":"${token(1)}","Age":31,"Aged on":"2024-07-01",}]`],
  ["an end after a comma", "accepted", good.replace(/\]$/, ",")],
  ["an array in an object", "accepted", JSON.stringify({ made: "2024", more: { a: [1] }, data: [person(1)] })],
  ["two arrays in an object", "refused", JSON.stringify({ one: [person(1)], two: [person(2)] })],
  ["an empty array in an object", "stopped", '{"data":[]}'],
  ["an address beside the records", "refused", JSON.stringify({ made: "ana@example.org", data: [person(1)] })],
  ["a number for the name of the records", "refused", JSON.stringify({ "412-34-5678": [person(1)] })],
  ["one object", "accepted", JSON.stringify(person(1))],
  ["objects one after the other", "accepted", `${JSON.stringify(person(1))} ${JSON.stringify(person(2))}`],
  ["numbers for records", "refused", "[1, 2]"],
  ["something else among the records", "refused", `[${JSON.stringify(person(1))}, null, [], {"Age":1,"Age":2}]`],
  ["a field twice", "refused", '[{"Person":"a"},{"Person":"a","Person":"b"}]'],
  ["an object in a field", "refused", '[{"Person":"a"},{"Person":{"first":["x",{"y":{}}]},"Age":[]}]'],
  ["a NUL", "stopped", '[{"Person":"a\\u0000b"}]'],
  ["nothing", "stopped", ""],
  ["blanks", "stopped", " \n "],
  ["an empty array", "stopped", "[]"],
  ["objects without a field", "refused", "[{},{}]"],
  ["an array that does not end", "stopped", good.slice(0, -1)],
  ["a text that does not end", "stopped", '[{"Person":"a'],
  ["something behind it", "stopped", `${good} x`],
  ["two arrays", "stopped", `${good} ${good}`],
  ["a comma too many", "stopped", `[${JSON.stringify(person(1))},,${JSON.stringify(person(2))}]`],
  ["half a letter", "stopped", '[{"Person":"\\ud800x"}]'],
  ["a line end in a text", "stopped", '[{"Person":"a\nb"}]'],
  ["a number with a zero before it", "stopped", '[{"Age":01}]'],
  ["no JSON", "stopped", "Person,Age\n"],
  ["a PDF", "stopped", "%PDF-1.7"],
  ["another encoding", "refused", Buffer.from('[{"SSN":"Pe\xf1a"}]', "latin1")],
  ["an identifying column", "refused", text(person(1, { SSN: "x" }))],
  ["an identifier in a column", "refused", text(person(1), person(2, { Age: "412-65-0001" }))],
  ["an unknown column", "stopped", text(person(1, { Shoe: 9 }))],
  ["a missing column", "stopped", text({ Person: token(1), Age: 3 })],
])("of JSON with %s both say the same", async (_, outcome, content) => {
  expect((await both.say("people.json", content, feed("json"), 77)).outcome).toBe(outcome);
});

test.each<[string, "accepted" | "stopped" | "refused", string]>([
  ["blank lines", "accepted", `${JSON.stringify(person(1))}\r\n\n  \n ${JSON.stringify(person(2))} \n{"Person":"x"}`],
  ["two records in a line", "stopped", `${JSON.stringify(person(1))}${JSON.stringify(person(2))}\n`],
  ["a record over two lines", "stopped", '{"Person":\n"a"}\n'],
  ["a record that does not end", "stopped", '{"Person": "a"}\n{"Person"'],
  ["an array", "refused", good],
  ["nothing", "stopped", "\n\n"],
])("of JSON lines with %s both say the same", async (_, outcome, content) => {
  expect((await both.say("people.jsonl", content, feed("jsonl"))).outcome).toBe(outcome);
});

test("of JSON in a zip folder both say the same", async () => {
  const zip = await zipOf({ "a.json": good, "b.json": text(person(2), person(3)) });
  expect((await both.say("people.zip", zip, feed("json"))).records).toEqual([
    { record: "person", file: "people.zip", accepted: 3, broken: 1, rows: 4 },
  ]);
});

test("of values of any kind, and of files cut short anywhere, both say the same", async () => {
  const value = fc.oneof(
    fc.double().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer({ min: -5, max: 130 }),
    fc.constantFrom(token(3), "2024-07-01", "", null, true, 1e21, 123456789012, 0.1),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );
  const records = fc.array(fc.record({ Person: value, Age: value, "Aged on": value }, { requiredKeys: [] }), {
    minLength: 1,
    maxLength: 8,
  });
  const one = async ([made, cut]: [object[], number]) => {
    const json = JSON.stringify([person(1), ...made]);
    await both.say("people.json", json.slice(0, cut < 0.8 ? json.length : Math.floor(json.length * cut)), feed("json"));
  };
  await fc.assert(fc.asyncProperty(fc.tuple(records, fc.double({ min: 0.5, max: 1, noNaN: true })), one), {
    numRuns: Number(process.env.RUNS ?? 12),
    seed: Number(process.env.SEED ?? 3),
  });
});
