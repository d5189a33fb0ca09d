import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRecords } from "../../../pipelines/build/load.ts";
import { writeSetAsideReports } from "../../../pipelines/build/set-aside-reports.ts";
import { loadStructure } from "../../../pipelines/build/structure.ts";
import { setAsideFiles } from "../../../pipelines/receive/set-aside-files.ts";
import { filesOf } from "../../../pipelines/summary.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { SmallNetwork, token } from "../../support/small-network.ts";

const arabic = (text: string) => text.replaceAll(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!);
const wide = (text: string) => text.replaceAll(/\d/g, (digit) => "０１２３４５６７８９"[Number(digit)]!);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Each kind with values of twelve rows, and a piece of every value that is found nowhere else. */
const POISON: readonly [kind: string, identifier: string, value: (at: number) => string, canary: string][] = [
  ["ssn", "a Social Security number", (at) => `412-65-77${10 + at}`, "65-77"],
  ["bare-ssn", "a Social Security number", (at) => String(412_657_710 + at), "4126577"],
  ["apostrophe-ssn", "a Social Security number", (at) => `'${412_657_710 + at}`, "4126577"],
  ["arabic-ssn", "a Social Security number", (at) => arabic(`412-65-77${10 + at}`), "٦٥-٧٧"],
  ["wide-ssn", "a Social Security number", (at) => wide(`412-65-77${10 + at}`), "６５-７７"],
  ["phone", "a telephone number", (at) => `(901) 555-77${10 + at}`, "555-77"],
  ["email", "an e-mail address", (at) => `canary${at}@example.org`, "canary"],
  ["street", "a street address", (at) => `${300 + at} Canary Road`, "Canary Road"],
  ["zip-4", "a nine-digit ZIP code", (at) => `38104-77${10 + at}`, "38104-77"],
  ["zip", "a ZIP code", (at) => String(38_107 + (at % 5)), ""],
  ["birth", "a date of birth", (at) => `19${61 + at}-07-1${at % 10}`, "-07-1"],
  [
    "name",
    "a person's name",
    (at) => `${["Maria", "James", "Linda"][at % 3]} Q. ${["Castillo", "Nguyen", "Simmons", "Vargas"][at % 4]}`,
    "Castillo",
  ],
  ["place", "an exact place", (at) => `35.14950${at}, -90.04901${at}`, "35.14950"],
  ["ip", "an IP address", (at) => `172.31.77.${at}`, "172.31"],
  ["mac", "a device number", (at) => `00:1A:2B:3C:4D:${10 + at}`, "1A:2B"],
  ["imei", "a device number", () => "352099001761481", "352099001761481"],
  ["card", "a card number", () => "4111 1111 1111 1111", "4111 1111"],
  ["vin", "a vehicle number", () => "1M8GDM9AXKP042788", "1M8GDM9AXKP042788"],
  ["licence", "a driving licence number", (at) => `S123-456-78-${910 + at}-0`, "S123-456"],
  ["plan", "a health plan number", (at) => `1EG4-TE5-MK${60 + at}`, "1EG4"],
  ["url", "a web address", (at) => `https://people.example/canary-${at}`, "people.example"],
  ["social", "a social media account", (at) => `facebook.com/canary.${at}`, "facebook.com"],
  ["photo", "a photograph", (at) => `canary_${at}.jpg`, "canary_"],
  ["hash", "an unsalted hash", (at) => (0xabcdef + at).toString(16).padStart(64, "c0ffee77"), "c0ffee77"],
  ["note", "free text", (at) => `Canary told the worker about the matter again, number ${at}`, "told the worker"],
];

/** Where in a file the poison is put. */
const PLACES = {
  "in a column": (value: (at: number) => string) => ["Person,Worker", ...rows((at) => quoted(value(at)))],
  "in rows that do not fit": (value: (at: number) => string) => [
    "Person,Worker",
    ...rows((at) => `w${at},${quoted(value(at))}`),
  ],
  "in the header": (value: (at: number) => string) => [`Person,${quoted(value(0))}`, ...rows(() => "w")],
} as const;
const rows = (cell: (at: number) => string) => Array.from({ length: 12 }, (_, at) => `${token(at)},${cell(at)}`);

/** Those that are also put where there are no columns. */
const MISFITS = new Set(["ssn", "arabic-ssn", "email", "card", "birth", "name", "place", "photo"]);
/** Kinds that are looked for in a header. */
const IN_HEADER = new Set(["a Social Security number", "a telephone number", "an e-mail address"]);

const files: { file: string; identifier: string; lines: readonly string[]; canary: string }[] = POISON.flatMap(
  ([kind, identifier, value, canary]) =>
    Object.entries(PLACES).flatMap(([place, linesOf]) => {
      if (place === "in rows that do not fit" && !MISFITS.has(kind)) return [];
      if (place === "in the header" && (!IN_HEADER.has(identifier) || kind === "apostrophe-ssn")) return [];
      return [{ file: `people-${kind}-${place.replaceAll(" ", "-")}.csv`, identifier, lines: linesOf(value), canary }];
    }),
);
const named = [
  { file: "people 412-65-7799.csv", canary: "65-7799" },
  { file: "people-canary@example.org.csv", canary: "canary@" },
  { file: "people (901) 555-7799.csv", canary: "555-7799" },
];

let small: SmallNetwork;
let received: ReturnType<typeof filesOf>;
beforeAll(async () => {
  small = new SmallNetwork();
  small.partner("hub", [{ ...small.peopleFeed(), ignore: ["Worker"] }]);
  small.send("hub/people.csv", `Person,Worker\n${token(90)},w1\n`);
  for (const { file, lines } of files) small.send(`hub/${file}`, `${lines.join("\n")}\n`);
  for (const [at, { file }] of named.entries()) small.send(`hub/${file}`, `Person,Worker\n${token(at)},w1\n`);
  const taken = await small.take();
  received = filesOf(taken.fresh);
  const door = await openWarehouse(small.path("warehouse.duckdb"), { folders: [small.places.intake, small.path("set-aside")] });
  await loadStructure(door, small.network, "2026-01-01");
  await loadRecords(door, { intake: small.places.intake, ...taken });
  await setAsideFiles(door, [...taken.refused, ...taken.stopped]);
  await writeSetAsideReports(door, small.path("set-aside"));
  await door.close();
}, 120_000);
afterAll(() => small.remove());

describe("a poisoned file is refused by its kind, with file and column and never a value", () => {
  test.each(files)("$file", ({ file, identifier, canary }) => {
    const refused = received.find(({ name }) => name === file);
    expect(refused?.outcome).toBe("refused");
    const says = refused!.says.join("\n");
    expect(says).toContain(identifier);
    expect(says).toContain(`${file}:`);
    if (canary !== "") expect(says).not.toContain(canary);
  });

  test.each(named)("$file, for its name", ({ file, canary }) => {
    expect(received.find(({ name }) => name === file)).toBeUndefined();
    expect(JSON.stringify(received)).not.toContain(canary);
  });

  test("and the good file beside them is not", () => {
    const accepted = received.filter(({ outcome }) => outcome === "accepted");
    expect(accepted.map(({ name }) => name)).toEqual(["people.csv"]);
    expect(received.length).toBe(files.length + named.length + 1);
  });
});

/** Every file that a run leaves, but for what the partners sent. */
function leftBehind(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(folder, "exports")));
}

test("no file the run left holds a piece of what it refused: inbox, intake, receipts, reports, warehouse", () => {
  const left = leftBehind(small.folder);
  expect(left.map((file) => path.relative(small.folder, file))).toEqual(
    expect.arrayContaining(["warehouse.duckdb", "set-aside/hub.csv", "inbox/receipts.json"]),
  );
  const canaries = [...files, ...named].map(({ canary }) => canary).filter((canary) => canary.length > 4);
  const found = left.flatMap((file) => {
    const bytes = readFileSync(file);
    const plain = bytes.subarray(0, 2).toString("hex") === "1f8b" ? gunzipSync(bytes) : bytes;
    return canaries.filter((canary) => plain.includes(canary)).map((canary) => `${path.basename(file)}: ${canary}`);
  });
  expect(found).toEqual([]);
});
