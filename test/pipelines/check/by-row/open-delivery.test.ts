import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Feed } from "../../../../pipelines/network.ts";
import { BothChecks } from "../../../support/both-checks.ts";
import { workbookOf, zipOf } from "../../../support/container-files.ts";
import { token } from "../../../support/small-network.ts";

vi.setConfig({ testTimeout: 60_000 });
let both: BothChecks;
beforeAll(() => {
  both = new BothChecks();
});
afterAll(() => both.close());

const people = (settings: object = {}) =>
  Feed.parse({
    id: "people",
    record: "person",
    files: "*",
    stop_above: 0.9,
    columns: { person_token: "Person", gender: { from: "Gender", words: { F: "woman" } } },
    ...settings,
  });
const csv = (...rows: string[]) => ["Person,Gender", ...rows, ""].join("\n");
const row = (at: number) => `${token(at)},F`;

type Content = () => Promise<Uint8Array> | Uint8Array;
const zip =
  (files: Parameters<typeof zipOf>[0], change: (bytes: Buffer) => Uint8Array | undefined = () => undefined): Content =>
  async () => {
    const bytes = await zipOf(files);
    return change(bytes) ?? bytes;
  };
/** Where in the directory an entry stands. */
const entry = (bytes: Buffer, name: string) => bytes.lastIndexOf(name) - 46;
const end = (bytes: Buffer) => bytes.length - 22;

test.each<[string, "accepted" | "stopped" | "refused", Content, object?]>([
  ["files of one kind", "accepted", zip({ "b.csv": csv(row(1), "x,F", row(2)), "a/a.csv": csv(row(1), row(3), "y") })],
  ["what systems put there", "accepted", zip({ "a.csv": csv(row(1)), "__MACOSX/a.csv": "x", ".DS_Store": "x" })],
  ["one file among strangers", "refused", zip({ "a.csv": csv(row(1)), "notes.bak": "x" })],
  ["strangers", "stopped", zip({ "readme.md": "x" })],
  ["another one in it", "refused", zip({ "a.csv": csv(row(1)), "more.zip": "x" })],
  ["a file called like a number", "refused", zip({ "a.csv": csv(row(1)), "b-412-65-0001.csv": csv(row(1)) })],
  ["a folder called like a number", "refused", zip({ "412-65-0001/b.csv": csv(row(1)) })],
  ["an identifier in one file", "refused", zip({ "a.csv": csv(row(1)), "b.csv": csv("412-65-0001,F") })],
  [
    "a file of another encoding",
    "stopped",
    zip({ "a.csv": Buffer.from(csv(row(1), "é,F"), "latin1"), "b.csv": csv() }),
  ],
  ["unknown columns", "stopped", zip({ "a.csv": csv(row(1)).replace("Gender", "Sex"), "b.csv": "" })],
  ["files that another pattern is for", "accepted", zip({ "x-1.dat": csv(row(1)) }), { inside: "x-*.dat" }],
  ["two names but for their case", "refused", zip({ "a.csv": csv(row(1)), "A.csv": csv(row(1)) })],
  [
    "more files than an export has",
    "refused",
    zip(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, ""]))),
  ],
  ["a bomb", "refused", zip({ "a.csv": " ".repeat(12_000_000) })],
  [
    "a password",
    "refused",
    zip({ "a.csv": csv(row(1)) }, (bytes) => void bytes.writeUInt16LE(1, entry(bytes, "a.csv") + 8)),
  ],
  [
    "a path out of it",
    "refused",
    zip({ "xx/a.csv": csv(row(1)) }, (bytes) => void bytes.write("..", entry(bytes, "xx/a") + 46)),
  ],
  [
    "a path from the root",
    "refused",
    zip({ "xx/a.csv": csv(row(1)) }, (bytes) => void bytes.write("/x", entry(bytes, "xx/a") + 46)),
  ],
  [
    "another checksum",
    "refused",
    zip(
      { "a.csv": csv(row(1)) },
      (bytes) => void bytes.writeUInt8(bytes[entry(bytes, "a.csv") + 16]! ^ 1, entry(bytes, "a.csv") + 16),
    ),
  ],
  [
    "less than it says",
    "refused",
    zip({ "a.csv": csv(row(1)) }, (bytes) => void bytes.writeUInt32LE(9_999, entry(bytes, "a.csv") + 24)),
  ],
  [
    "another way of packing",
    "refused",
    zip({ "a.csv": csv(row(1)) }, (bytes) => void bytes.writeUInt16LE(12, entry(bytes, "a.csv") + 10)),
  ],
  [
    "entries that overlap",
    "refused",
    zip(
      { "a.csv": csv(row(1)), "b.csv": csv(row(2)) },
      (bytes) => void bytes.writeUInt32LE(1, entry(bytes, "b.csv") + 42),
    ),
  ],
  [
    "a broken directory",
    "refused",
    zip({ "a.csv": csv(row(1)) }, (bytes) => void bytes.writeUInt32LE(3, end(bytes) + 16)),
  ],
  ["several disks", "refused", zip({ "a.csv": csv(row(1)) }, (bytes) => void bytes.writeUInt16LE(1, end(bytes) + 4))],
  [
    "bytes behind its end",
    "refused",
    zip({ "a.csv": csv(row(1)) }, (bytes) => Buffer.concat([bytes, Buffer.from("x")])),
  ],
  ["no directory", "refused", () => Buffer.from("PK\u0003\u0004 and no more")],
  ["nothing", "refused", () => Buffer.alloc(0)],
])("of a zip folder with %s both say the same", async (_, outcome, content, settings) => {
  expect((await both.say("people.zip", await content(), people(settings), 999)).outcome).toBe(outcome);
});

const table = (inside: string, record: string, columns: object) => ({ inside, record, columns });
const all = Feed.parse({
  id: "all",
  files: "*",
  stop_above: 0.9,
  tables: [
    table("clients*.csv", "person", { person_token: "Person" }),
    table("homes*.csv", "household_member", {
      household_token: "Home",
      person_token: "Person",
      role: { constant: "head" },
    }),
    table("homes*.csv", "person", { person_token: "Person" }),
  ],
});
const homes = `Home,Person\n${token(9)},${token(1)}\n${token(8)},${token(2)}\nx,y\nz\n`;

test.each<[string, string, Content | string, string]>([
  ["every file", "a.zip", zip({ "clients.csv": `Person\n${token(1)}\n`, "homes-2.csv": homes }), "accepted"],
  ["a file missing", "b.zip", zip({ "clients.csv": `Person\n${token(1)}\n` }), "stopped"],
  ["a file of one table outside of one", "clients-2.csv", `Person\n${token(2)}\n`, "accepted"],
  ["a file of two tables outside of one", "homes-2.csv", homes, "accepted"],
  ["a file of none", "others.csv", `Person\n${token(2)}\n`, "stopped"],
])("of the tables of a feed with %s both say the same", async (_, name, content, outcome) => {
  const bytes = typeof content === "string" ? content : await content();
  expect((await both.say(name, bytes, all)).outcome).toBe(outcome);
});

test("of workbooks in a zip folder both say the same, with what stands outside their cells", async () => {
  const book = (name: string) =>
    workbookOf({
      [name]: [
        ["Person", "Gender"],
        [token(1), "F"],
      ],
    });
  const feed = people({ format: "xlsx" });
  const files = { "a.xlsx": await book("People"), "b.xlsx": await book("People") };
  expect((await both.say("people.zip", await zipOf(files), feed)).records).toEqual([
    { record: "person", file: "people.zip", accepted: 1, broken: 1, rows: 2 },
  ]);
  const poisoned = { ...files, "c.xlsx": await book("412-65-0001"), "d.xlsx": await book("412-65-0002") };
  const { findings } = await both.say("people.zip", await zipOf(poisoned), feed);
  expect(findings.map(({ code }) => code)).toEqual(["identifier-in-workbook"]);
});
