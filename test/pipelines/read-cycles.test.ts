import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initNetwork } from "../../pipelines/init.ts";
import { readCycles } from "../../pipelines/read-cycles.ts";
import { readNetwork } from "../../pipelines/read-network.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-cycles-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cycle = `  - id: first-goal
    title: One goal before the first visit ends
    measure: care-plan
    rate: planned
    started_on: 2025-07-01
    expected: { direction: higher, points: 2.5 }
    happened: Staff ask for one goal.
    went_well: It is short.
    went_badly: Some visits ran long.
    next: Make first visits longer.
`;
const ofHub = `agency: hub\ncycles:\n${cycle}`;

/** What is read of files by name, with mistakes as `file:line:column sentence`. */
function read(files: Readonly<Record<string, string>>) {
  mkdirSync(path.join(folder, "cycles"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, "cycles", name), text);
  const { cycles, mistakes, files: read } = readCycles(folder, new Set(["hub", "school"]));
  const said = mistakes.map(({ file, line, column, says }) => `${path.basename(file)}:${line}:${column} ${says}`);
  return { cycles, said, files: read.map((file) => path.basename(file)) };
}

test("a network without cycles has none, and no mistake", () => {
  expect(readCycles(folder, new Set(["hub"]))).toEqual({ files: [], cycles: [], mistakes: [] });
});

test("a partner's cycle is read by year and the network's by quarter, as the measure is published", () => {
  const ofNetwork = ofHub.replace("agency: hub", "agency: network").replace("first-goal", "all-goals");
  const { cycles, said, files } = read({ "hub.yaml": ofHub, "network.yaml": ofNetwork });
  expect([said, files]).toEqual([[], ["hub.yaml", "network.yaml"]]);
  expect(cycles).toMatchObject([
    { id: "first-goal", agency: "hub", period_kind: "year", series: "all", expected: { points: 2.5 } },
    { id: "all-goals", agency: "network", period_kind: "quarter", started_on: "2025-07-01" },
  ]);
});

test("the cycles are part of the network and of what its hash is made from", () => {
  const own = path.join(folder, "own");
  initNetwork(own);
  const before = readNetwork(path.join(own, "network.yaml"));
  mkdirSync(path.join(own, "cycles"));
  writeFileSync(path.join(own, "cycles", "network.yaml"), ofHub.replace("agency: hub", "agency: network"));
  const after = readNetwork(path.join(own, "network.yaml"));
  expect([before.cycles.length, after.cycles.length]).toEqual([0, 1]);
  expect(after.configurationHash).not.toBe(before.configurationHash);
});

test("every mistake is reported with file, line and column, and no cycle is read", () => {
  const wrong = ofHub
    .replace("direction: higher", "direction: up")
    .replace("2025-07-01", "July 2025")
    .replace("    next: Make first visits longer.\n", "");
  const { cycles, said } = read({ "hub.yaml": wrong });
  expect(cycles).toEqual([]);
  expect(said).toEqual([
    "hub.yaml:7:17 cycles.0.started_on: write the day as YYYY-MM-DD",
    "hub.yaml:8:28 cycles.0.expected.direction: write one of higher, lower",
    "hub.yaml:3:5 cycles.0.next: this setting is missing: write a text",
  ]);
});

test("measure, series and rate must be published by quarter or by year for the agency", () => {
  const at = (from: string, to: string) => read({ "hub.yaml": ofHub.replace(from, to) }).said;
  expect(at("care-plan", "care-plans")).toEqual([
    "hub.yaml:5:14 cycles.0.measure: care-plans is not a measure of the catalogue",
  ]);
  expect(at("planned", "plans")).toEqual(["hub.yaml:6:11 cycles.0.rate: care-plan has no rate plans; it has planned"]);
  expect(at("    rate: planned", "    series: food\n    rate: planned")).toEqual([
    "hub.yaml:6:13 cycles.0.series: care-plan has no series food; it has all",
  ]);
  expect(at("measure: care-plan\n    rate: planned", "measure: job-placement\n    rate: placed")).toEqual([
    "hub.yaml:5:14 cycles.0.measure: job-placement is not published by quarter or by year for hub",
  ]);
});

test("a file is named for its agency, which is a partner or the network, and no cycle is named twice", () => {
  expect(read({ "hub.yaml": ofHub, "school.yaml": ofHub.replace("agency: hub", "agency: school") }).said).toEqual([
    "school.yaml:3:9 cycles.0.id: cycle first-goal is named twice in the network",
  ]);
  rmSync(path.join(folder, "cycles"), { recursive: true });
  expect(
    read({ "clinic.yaml": ofHub, "school.yaml": ofHub.replace("hub", "school").replace("first", "one") }).said,
  ).toEqual(["clinic.yaml:1:9 agency: the file is not named for hub"]);
  rmSync(path.join(folder, "cycles"), { recursive: true });
  expect(read({ "clinic.yaml": ofHub.replace("hub", "clinic") }).said).toEqual([
    "clinic.yaml:1:9 agency: clinic is not a partner of the network",
  ]);
});

test.each(["3 people came back.", "Two young mothers left.", "It helped 12 families."])(
  "a text that says how many people is refused, since nothing protects it: %s",
  (said) => {
    expect(read({ "hub.yaml": ofHub.replace("It is short.", said) }).said).toEqual([
      "hub.yaml:10:16 cycles.0.went_well: this text is published as it stands: leave out how many people",
    ]);
  },
);

test("a text may have numbers of other things", () => {
  expect(
    read({ "hub.yaml": ofHub.replace("It is short.", "Visits took 15 minutes less. People liked it.") }).said,
  ).toEqual([]);
});
