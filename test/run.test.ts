import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silent } from "../pipelines/progress.ts";
import { readPublication } from "../pipelines/protect/store.ts";
import { scanTerms } from "../pipelines/publish-sites.ts";
import { readNetwork } from "../pipelines/read-network.ts";
import { run } from "../pipelines/run.ts";
import type { RunRecord } from "../pipelines/run-record.ts";
import { scanSites } from "../pipelines/scan/scan.ts";
import type { Effects } from "../pipelines/stages.ts";
import { summaryLines } from "../pipelines/summary.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";
import { reportOf } from "./support/report.ts";

const cases = path.join(import.meta.dirname, "cases");
const projectRoot = path.resolve(import.meta.dirname, "..");

/** A copy of a case's network in a folder of its own, with a clock that moves a day with every run. */
function prepare(name: string): { folder: string; effects: Effects; nextDay(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-"));
  cpSync(path.join(cases, name, "network"), folder, { recursive: true });
  let day = 1;
  const effects = {
    now: () => new Date(Date.UTC(2026, 0, day)),
    environment: { COMMON_MEASURE_KEYS: path.join(folder, "keys") },
    process: 1,
    progress: silent,
    projectRoot,
  };
  return { folder, effects, nextDay: () => day++ };
}

// Every folder in test/cases is a case: network/ is what is configured, sends-1, sends-2, … is what partners send before each run,
// expected/ is what the network holds and says after it.
describe.each(readdirSync(cases))("%s", (name) => {
  const sends = readdirSync(path.join(cases, name)).filter((entry) => entry.startsWith("sends-"));
  test(`after ${sends.length === 1 ? "the run" : `each of ${sends.length} runs`}`, async () => {
    const { folder, effects, nextDay } = prepare(name);
    try {
      for (const send of sends.sort()) {
        cpSync(path.join(cases, name, send), path.join(folder, "exports"), { recursive: true });
        const record = await run(readNetwork(path.join(folder, "network.yaml")), effects, { withoutSite: true });
        const golden = path.join(cases, name, "expected", `${send}.txt`);
        await expect(await reportOf(folder, record)).toMatchFileSnapshot(golden);
        nextDay();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

/** A network of one partner with six people, as it stands before its first run. */
function fullSnapshot() {
  const name = "a full snapshot deletes what it leaves out";
  const { folder, ...rest } = prepare(name);
  cpSync(path.join(cases, name, "sends-1"), path.join(folder, "exports"), { recursive: true });
  return { folder, ...rest, network: readNetwork(path.join(folder, "network.yaml")) };
}

describe("a run that finds nothing new", () => {
  test("does none without the site either, whether or not there is one, and builds it when it is wanted", async () => {
    const { folder, effects, nextDay, network } = fullSnapshot();
    const withoutSite = { withoutSite: true };
    const outcomes = [];
    for (const options of [withoutSite, withoutSite, {}, {}, withoutSite]) {
      outcomes.push((await run(network, effects, options)).outcome);
      nextDay();
    }
    expect(outcomes).toEqual(["published", "unchanged", "published", "unchanged", "unchanged"]);
    rmSync(folder, { recursive: true });
  }, 180_000);
});

describe("a network that has published once", () => {
  let it: ReturnType<typeof fullSnapshot>;
  let first: RunRecord;
  beforeAll(async () => {
    it = fullSnapshot();
    first = await run(it.network, it.effects);
  });
  afterAll(() => rmSync(it.folder, { recursive: true }));

  test("does no work twice and changes nothing", async () => {
    it.nextDay();
    const second = await run(it.network, it.effects);
    expect([first.outcome, second.outcome]).toEqual(["published", "unchanged"]);
    expect([first.files.length, second.files.length]).toEqual([2, 0]);
    expect([first.site, second.site]).toEqual(["dist/staff", "dist/staff"]);
    expect([second.inputs_hash, second.publication]).toEqual([first.inputs_hash, first.publication]);
    expect(second.stages.map(({ stage }) => stage)).toEqual(["receive"]);
    expect(existsSync(path.join(it.folder, "intake", ".work"))).toBe(false);
  });

  test("has sites in which no token and no key of anybody is found", async () => {
    const tokens = tokensOf(it.folder);
    const door = await openWarehouse(path.join(it.folder, "warehouse.duckdb"), { readOnly: true });
    const people = await door.rows<{ person_key: string }>("select person_key from person");
    await door.close();
    const canaries = [...tokens, ...tokens.map((token) => token.slice(-20)), ...people.map((one) => one.person_key)];
    expect(canaries.length).toBe(18);
    const publication = await readPublication(path.join(it.folder, "published.duckdb"));
    const sites = path.join(it.folder, "dist/.builds/current");
    const scan = await scanSites(sites, scanTerms(publication, [it.folder], canaries));
    expect(scan).toMatchObject({ sites: 3, failures: [] });
  });

  test("keeps its sites when those of a later run say what they must not", async () => {
    it.nextDay();
    const cycles = { agency: "network", cycles: [cycle(tokensOf(it.folder)[0]!)] };
    mkdirSync(path.join(it.folder, "cycles"));
    writeFileSync(path.join(it.folder, "cycles/network.yaml"), JSON.stringify(cycles));
    const later = await run(readNetwork(path.join(it.folder, "network.yaml")), it.effects);
    const says = "improvement.html holds a person's token, or part of one";
    expect([later.outcome, later.error]).toEqual([
      "failed",
      `the scan refuses the sites: staff/${says}; agency/hub/${says}`,
    ]);
    expect(readlinkSync(path.join(it.folder, "dist/.builds/current"))).toBe(first.run);
    expect(readdirSync(path.join(it.folder, "dist/.builds")).sort()).toEqual(["current", first.run]);
    expect(readFileSync(path.join(it.folder, "dist/staff/improvement.html"), "utf8")).not.toContain("hand-off");
  });
});

const tokensOf = (folder: string) =>
  readFileSync(path.join(folder, "exports/hub/people.csv"), "utf8").match(/v1:\S+(?=,)/g)!;

const cycle = (token: string) => ({
  ...{ id: "hand-off", title: "A warm hand-off", measure: "care-plan", rate: "planned", started_on: "2025-01-01" },
  ...{ expected: { direction: "higher", points: 5 }, happened: `We began with ${token}.`, went_well: "It was easy." },
  ...{ went_badly: "It took long.", next: "Go on." },
});

describe("a file that is set aside as a whole", () => {
  const listed = (folder: string) =>
    readFileSync(path.join(folder, "set-aside", "hub.csv"), "utf8")
      .trim()
      .split("\n");

  test.each([
    ["Person,Gender,Shoe", "stopped", "unknown-column"],
    ["Person,Gender,SSN", "refused", "identifier-column"],
  ])(
    "stands in the partner's list, and the rows that wait for it stand there once: %s",
    async (header, outcome, code) => {
      const { folder, effects, network } = fullSnapshot();
      const people = path.join(folder, "exports/hub/people.csv");
      writeFileSync(
        people,
        readFileSync(people, "utf8")
          .replace("Person,Gender", header)
          .replaceAll(/,[FM]$/gm, "$&,x"),
      );
      const record = await run(network, effects, { withoutSite: true });
      expect(record.files.map((file) => [file.name, file.outcome])).toEqual([
        ["people.csv", outcome],
        ["enrollments.csv", "accepted"],
      ]);
      const column = header.split(",")[2];
      expect(listed(folder)).toEqual([
        '"file","row","column","rule","says"',
        `"enrollments.csv","2","Person","waits_for_file","the record it refers to may be in people.csv, which was ${outcome}: mend that first (6 rows, of which this is the first)"`,
        expect.stringMatching(`^"people.csv",(?:"")?,"${column}","${code}","people.csv: .* column ""${column}""`),
      ]);
      expect(record.totals?.rows_set_aside).toBe(6);
      const lines = summaryLines(record, { preview: "", setAside: "set-aside", feedback: "feedback" });
      expect(lines.filter((line) => line.includes("enrollments.csv, Person"))).toEqual([
        `    6 × hub/enrollments.csv, Person: the record it refers to may be in people.csv, which was ${outcome}: mend that first (first in row 2)`,
      ]);
      rmSync(folder, { recursive: true });
    },
  );

  test("is in the list although nothing else has changed, and out of it when it is gone", async () => {
    const { folder, effects, nextDay, network } = fullSnapshot();
    const bad = path.join(folder, "exports/hub/people-2.csv");
    const lists = [];
    for (const change of [() => undefined, () => writeFileSync(bad, "Person,SSN\n"), () => rmSync(bad)]) {
      change();
      nextDay();
      await run(network, effects, { withoutSite: true });
      lists.push(existsSync(path.join(folder, "set-aside", "hub.csv")) ? listed(folder).length : 0);
    }
    expect(lists).toEqual([0, 2, 0]);
    rmSync(folder, { recursive: true });
  });
});
