import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildFacts } from "../../../pipelines/build/facts.ts";
import { loadRecords } from "../../../pipelines/build/load.ts";
import { loadCalendar, loadStructure } from "../../../pipelines/build/structure.ts";
import type { ListedFinding } from "../../../pipelines/quality/list-findings.ts";
import { measureQuality } from "../../../pipelines/quality/measure-quality.ts";
import { writeFeedback } from "../../../pipelines/quality/write-feedback.ts";
import { readReceipts } from "../../../pipelines/receive/receipt.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { SmallNetwork, token } from "../../support/small-network.ts";

const feeds = [
  {
    ...{ id: "people", record: "person", files: "people*.csv", sends: "full_snapshot", stop_above: 1, stop_below: 0 },
    columns: { person_token: "Person", gender: { from: "Gender", words: { W: "woman", "?": "unknown" } } },
  },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv", sends: "full_snapshot", stop_above: 1 },
    columns: {
      ...{ enrollment_token: "Stay", person_token: "Person", program_id: { constant: "hub-core" } },
      ...{ entered_on: "In", exited_on: "Out", age_at_entry: "Age" },
    },
  },
];

let small: SmallNetwork;
let before: ListedFinding[] | null;
beforeEach(() => {
  small = new SmallNetwork();
  small.partner("hub", feeds);
  small.partner("school");
  before = null;
});
afterEach(() => small.remove());

const people = (...rows: (readonly [number, string])[]) =>
  small.send(
    "hub/people.csv",
    ["Person,Gender", ...rows.map(([who, gender]) => `${token(who)},${gender}`), ""].join("\n"),
  );
const stays = (...rows: (readonly [number, string, string])[]) =>
  small.send(
    "hub/stays.csv",
    [
      "Stay,Person,In,Out,Age",
      ...rows.map(([who, entered, left]) => `${token(100 + who)},${token(who)},${entered},${left},30`),
      "",
    ].join("\n"),
  );

/** Takes in what was sent, writes the packs and returns the keys of the people, which no pack may hold. */
async function packed(readOn: string): Promise<string[]> {
  const taken = await small.take();
  const folder = small.path("feedback");
  mkdirSync(folder, { recursive: true });
  const door = await openWarehouse(":memory:", { folders: [small.places.intake, folder] });
  try {
    await loadStructure(door, small.network, "2026-01-31");
    await loadRecords(door, { intake: small.places.intake, ...taken });
    await loadCalendar(door, small.network);
    await buildFacts(door, small.network);
    const history = readReceipts(small.places.receipts);
    await measureQuality(door, small.places.intake, { ...taken, history, readOn });
    before = await writeFeedback(door, folder, {
      network: small.network,
      found: taken.found,
      before,
      asOf: "2026-01-31",
      readOn,
    });
    const keys = await door.rows<{ key: string }>(
      "select person_key as key from person union select enrollment_key from enrollment",
    );
    return keys.map(({ key }) => key);
  } finally {
    await door.close();
  }
}

const pack = (file: string, partner = "hub") => readFileSync(small.path(`feedback/${partner}/${file}`), "utf8");
const lines = (file: string) => pack(file).trim().split("\n").slice(1);
const quality = (of: string) => lines("quality.csv").filter((line) => line.includes(of));

test("a pack lists what was set aside and what looks odd, then says what stands, what is new and what is resolved", async () => {
  people([1, "W"], [2, "Zorblatt"], [3, "?"]);
  stays([1, "2025-01-01", "2025-02-01"], [3, "2027-01-01", ""]);
  await packed("2026-01-01");
  expect(lines("findings.csv")).toEqual([
    '"people.csv","3","Gender","unknown_code","the word is not agreed; map it in the partner\'s YAML to one of woman, man, nonbinary, unknown","new","set aside"',
    '"stays.csv","3","In","future_date","the date is later than the day on which the file was received; send what has happened, or correct the year","new","loaded"',
  ]);
  people([1, "W"], [2, "W"], [3, "?"]);
  stays([4, "2025-01-01", ""], [1, "2025-01-01", "2025-02-01"], [3, "2027-01-01", ""]);
  await packed("2026-01-02");
  expect(
    lines("findings.csv").map((line) =>
      line
        .split('","')
        .filter((_, nth) => [0, 1, 3, 5].includes(nth))
        .join(" "),
    ),
  ).toEqual([
    '"stays.csv 2 unknown_person new',
    '"people.csv 3 unknown_code resolved',
    '"stays.csv 4 future_date standing',
  ]);
});

test("shares are of what was received: one of three rows set aside, one of two genders known, one exit told of in time", async () => {
  people([1, "W"], [2, "Zorblatt"], [3, "?"]);
  stays([1, "2025-01-01", ""], [3, "2025-01-01", ""]);
  await packed("2026-01-01");
  expect(quality('"person","any_rule"')[0]).toContain('"1","3","0.3333"');
  expect(quality('"person","gender"')[0]).toContain('"Gender",,,"1","2","0.5"');
  expect(quality('"exited_on"')).toEqual([]);
  stays([1, "2025-01-01", "2025-12-31"], [3, "2025-01-01", "2025-06-01"]);
  await packed("2026-01-02");
  expect(quality('"exited_on"')[0]).toContain('"1","2","0.5","108.5"');
  expect(quality('"timeliness","enrollment","entered_on"')).toEqual([]);
});

test("no pack has a cell of a row set aside, a token or a key, and none has a row of another partner", async () => {
  people([1, "W"], [2, "Zorblatt"]);
  stays([1, "2027-01-01", ""], [9, "2025-01-01", ""]);
  const keys = await packed("2026-01-01");
  expect(keys.length).toBeGreaterThan(1);
  for (const partner of readdirSync(small.path("feedback"))) {
    const text = readdirSync(small.path(path.join("feedback", partner)))
      .map((file) => pack(file, partner))
      .join("");
    for (const secret of ["Zorblatt", "v1:hub", ...keys, ...before!.map(({ address }) => address)])
      expect(text).not.toContain(secret);
  }
  expect(readdirSync(small.path("feedback"))).toEqual(["hub", "school"]);
  expect(pack("findings.csv", "school").trim().split("\n").length).toBe(1);
});

test("a report asks nothing of the network and says at once what there is", async () => {
  people([1, "W"], [2, "Zorblatt"]);
  await packed("2026-01-01");
  const page = pack("report.html");
  expect(page).not.toMatch(/https?:|src=|<script|url\(/);
  expect(page).toContain("We read 2 rows and set 1 aside (50 %).");
  expect(page).toContain("There is 1 finding. This is the first report.");
  expect(pack("report.html", "school")).toContain("No row of yours could be read.");
});

test("a name that a partner gave a file is text on the page", async () => {
  small.send("hub/people<b>.csv", `Person,Gender\n${token(1)},no\n`);
  await packed("2026-01-01");
  expect(pack("report.html")).toContain("people&lt;b&gt;.csv");
});
