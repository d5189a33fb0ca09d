import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initNetwork } from "../../pipelines/init.ts";
import { ConfigurationError, readNetwork } from "../../pipelines/read-network.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const network = `id: small
name: Small
contact: data@example.org
goal: { people: 100, by: 2028-06-30 }
tiers:
  - { id: tier-1, name: One }
`;
const partner = `id: hub
name: Hub
kind: care_coordination_hub
folder: exports/hub
programs:
  - { id: hub-core, name: Core, tier: tier-1 }
feeds:
  - id: people
    record: person
    files: "people.csv"
    columns: { person_token: Person }
`;

/** The mistakes of a configuration as `file:line:column sentence`, with file names alone. */
function mistakes(networkYaml: string, ...partners: string[]): string[] {
  mkdirSync(path.join(folder, "partners"), { recursive: true });
  writeFileSync(path.join(folder, "network.yaml"), networkYaml);
  partners.forEach((text, index) => {
    writeFileSync(path.join(folder, "partners", `${index}.yaml`), text);
  });
  try {
    readNetwork(path.join(folder, "network.yaml"));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.mistakes.map(({ file, line, column, says }) => `${path.basename(file)}:${line}:${column} ${says}`);
  }
}

test("a good configuration has no mistakes, and so has the one that init makes", () => {
  expect(mistakes(network, partner)).toEqual([]);
  const own = path.join(folder, "own");
  expect(initNetwork(own)).toHaveLength(6);
  expect(readNetwork(path.join(own, "network.yaml")).partners.map(({ id }) => id)).toEqual(["first-partner"]);
  expect(() => initNetwork(own)).toThrow("the folder is not empty");
});

test("every mistake is reported at once, with file, line and column", () => {
  const wrong = partner
    .replace("kind: care_coordination_hub", "kind: hub")
    .replace("tier: tier-1", "tier: tier-9")
    .replace("columns: { person_token: Person }", "columns: { person_token: Person }\n    delimeter: ';'");
  expect(mistakes(network.replace("people: 100", "people: many"), wrong)).toEqual([
    "network.yaml:4:17 goal.people: write a number",
    expect.stringMatching(/^0\.yaml:3:7 kind: write one of care_coordination_hub, /),
    "0.yaml:6:39 programs.0.tier: tier-9 is not a tier of network.yaml",
    "0.yaml:12:16 feeds.0.delimeter: there is no such setting",
  ]);
});

test("what fits no other part of the configuration is a mistake where it stands", () => {
  const wrong = partner
    .replace("tier: tier-1", "tier: tier-9")
    .replace("{ person_token: Person }", "{ gender: { from: Sex, words: { F: female } }, shoe_size: Shoe }");
  expect(mistakes(network, wrong, partner)).toEqual([
    "0.yaml:6:39 programs.0.tier: tier-9 is not a tier of network.yaml",
    "0.yaml:11:14 feeds.0.columns: the required field person_token of person is not mapped",
    "0.yaml:11:49 feeds.0.columns.gender.words.F: female is not a code of person.gender; the codes are woman, man, nonbinary, unknown",
    "0.yaml:11:72 feeds.0.columns.shoe_size: person has no field shoe_size; its fields are person_token, linkage_token, gender, race_ethnicity, language, county, zip_area, veteran, disability, age, age_on",
    "1.yaml:1:5 id: partner hub is named twice in the network",
    "1.yaml:4:9 folder: this is the folder of hub too: give every partner its own",
    "1.yaml:6:11 programs.0.id: program hub-core is named twice in the network",
  ]);
});

test("a mistake of form hides no mistake of meaning beside it, and none is told twice", () => {
  const wrong = `id: Hub
name: Hub
kind: other
folder: 7
programs:
  - { id: Core, name: Core, tier: tier-1 }
  - { id: hub-plus, name: Plus, tier: tier-9 }
feeds:
  - id: My Feed
    record: person
    files: [people.csv]
    delimiter: ":"
    stop_above: 2
    columns: { person_token: 5, shoe_size: Shoe, gender: { from: Sex, words: { F: female } } }
  - id: form
    format: xls
  - id: hmis
    format: hmis_csv
    projects: { "1": hub-core }
  - record: person
    files: ""
    columns: { person_token: { from: Person, word: {} } }
`;
  const weak = `${network.replace("  - { id: tier-1, name: One }", "  - { id: tier-1 }")}publication: { threshold: 5, width: wide }\n`;
  const found = mistakes(weak, wrong);
  expect(found).toEqual([
    "network.yaml:6:5 tiers.0.name: this setting is missing: write a text",
    "network.yaml:7:14 publication: settings weaker than threshold 11, minimum_denominator 20 and width 11 need a reason in weaker_because",
    "network.yaml:7:37 publication.width: write a number",
    "0.yaml:1:5 id: use lower-case letters, digits and hyphens",
    "0.yaml:4:9 folder: write a text",
    "0.yaml:6:11 programs.0.id: use lower-case letters, digits and hyphens",
    "0.yaml:7:39 programs.1.tier: tier-9 is not a tier of network.yaml",
    "0.yaml:9:9 feeds.0.id: use lower-case letters, digits and hyphens",
    "0.yaml:11:12 feeds.0.files: write a text",
    '0.yaml:12:16 feeds.0.delimiter: write one of ",", ";", "\\t", "|"',
    "0.yaml:13:17 feeds.0.stop_above: write a number of at most 1",
    "0.yaml:14:30 feeds.0.columns.person_token: write a text",
    "0.yaml:14:44 feeds.0.columns.shoe_size: person has no field shoe_size; its fields are person_token, linkage_token, gender, race_ethnicity, language, county, zip_area, veteran, disability, age, age_on",
    "0.yaml:14:83 feeds.0.columns.gender.words.F: female is not a code of person.gender; the codes are woman, man, nonbinary, unknown",
    "0.yaml:16:13 feeds.1.format: write one of hmis_csv, wioa_pirl, csv, xlsx, json, jsonl, parquet, arrow",
    "0.yaml:17:5 feeds.2.files: this setting is missing: write a text",
    "0.yaml:20:5 feeds.3.id: this setting is missing: write a text",
    "0.yaml:21:12 feeds.3.files: write at least 1 character",
    "0.yaml:22:52 feeds.3.columns.person_token.word: there is no such setting",
  ]);
  expect(found.join()).not.toMatch(/invalid|expected|received/i);
});

test("a participant record names programs of the record, and of the partner for each", () => {
  const feed = (settings: string) =>
    partner
      .slice(0, partner.indexOf("feeds:"))
      .concat(`feeds:\n  - id: pirl\n    format: wioa_pirl\n    files: "*.csv"\n${settings}`);
  expect(mistakes(network, feed("    programs: { adult: hub-core, otherwise: hub-core }\n"))).toEqual([]);
  expect(mistakes(network, feed("    programs: { adult: hub-cor, grown: hub-core }\n"))).toEqual([
    "0.yaml:11:24 feeds.0.programs.adult: hub-cor is not a program of hub",
    "0.yaml:11:40 feeds.0.programs.grown: there is no such setting",
  ]);
  expect(mistakes(network, feed("    programs: {}\n    columns: { '99': Age }\n"))).toEqual([
    "0.yaml:11:15 feeds.0.programs: name at least one program, or otherwise",
    "0.yaml:12:22 feeds.0.columns.99: there is no such setting",
  ]);
});

test("linking people needs the partner's word", () => {
  const linking = partner.replace("{ person_token: Person }", "{ person_token: Person, linkage_token: Link }");
  expect(mistakes(network, linking)).toEqual([
    "0.yaml:11:53 feeds.0.columns.linkage_token: the partner sends a linkage token but has not opted in: set links_people to true, or leave the column out",
  ]);
  expect(mistakes(network, linking.replace("folder:", "links_people: true\nfolder:"))).toEqual([]);
});

test("settings weaker than the defaults need a written reason", () => {
  const weaker = `${network}publication: { threshold: 5 }\n`;
  expect(mistakes(weaker, partner)).toEqual([
    "network.yaml:7:14 publication: settings weaker than threshold 11, minimum_denominator 20 and width 11 need a reason in weaker_because",
  ]);
  const reason = "the agreement of 2 May 2025 with the state allows counts of five";
  expect(mistakes(weaker.replace("5 }", `5, weaker_because: "${reason}" }`), partner)).toEqual([]);
});

test("YAML that would harm its reader is refused", () => {
  expect(mistakes(`${network}__proto__: { polluted: true }\n`, partner)[0]).toMatch(/network\.yaml:7:\d+ .*__proto__/);
  expect(mistakes(`${network}name: Twice\n`, partner)).toEqual([
    "network.yaml:7:1 this setting is written twice: keep one of the two",
  ]);
  const bomb = `a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c]\ne: [*d,*d,*d]\n`;
  expect(mistakes(bomb, partner)[0]).toMatch(/alias/i);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("the sample network has no mistakes", () => {
  const data = path.resolve(import.meta.dirname, "../../data");
  cpSync(path.join(data, "network.yaml"), path.join(folder, "network.yaml"));
  cpSync(path.join(data, "partners"), path.join(folder, "partners"), { recursive: true });
  expect(readNetwork(path.join(folder, "network.yaml")).partners.length).toBeGreaterThanOrEqual(12);
});

test("a feed names files and not paths, and what an address brings fits its feed", () => {
  const from = (source: string) =>
    partner.replace('    files: "people.csv"', `    files: "people*.csv"\n    source: ${source}`);
  const address = "https://example.org/export?form=csv";
  expect(mistakes(network, partner.replace("people.csv", "../../etc/*"))).toEqual([
    "0.yaml:10:12 feeds.0.files: write the names of files, without a path",
  ]);
  expect(mistakes(network, from(`{ kind: https, url: "${address}" }`))).toEqual([
    "0.yaml:11:33 feeds.0.source.url: the file would be called export, which does not fit people*.csv: say in save_as what to call it",
  ]);
  expect(mistakes(network, from(`{ kind: https, url: "${address}", save_as: people.csv }`))).toEqual([]);
});

test("the tables of a feed are checked where each stands, beside mistakes of form too", () => {
  const tables = `${partner.slice(0, partner.indexOf("feeds:"))}feeds:
  - id: cases
    files: "cases-*.xlsx"
    format: xlsx
    tables:
      - { sheet: Clients, record: person, columns: { person_token: Client, shoe: Shoe } }
      - { sheet: Cases, record: household_member, only_with: Case, columns: { household_token: Home, person_token: Client } }
  - id: plain
    files: "plain.csv"
    record: person
    sheet: Clients
    columns: { person_token: Client }
`;
  const found = [
    "0.yaml:12:82 feeds.0.tables.0.columns.shoe: person has no field shoe; its fields are person_token, linkage_token, gender, race_ethnicity, language, county, zip_area, veteran, disability, age, age_on",
    "0.yaml:13:62 feeds.0.tables.1.only_with: Case is neither mapped under columns nor listed under ignore",
    "0.yaml:13:77 feeds.0.tables.1.columns: the required field role of household_member is not mapped",
    "0.yaml:17:12 feeds.1.sheet: a file of the format csv has no sheets; only xlsx has",
  ];
  expect(mistakes(network, tables)).toEqual(found);
  const misformed = tables.replace("    format: xlsx", "    format: xlsx\n    stop_above: 2");
  expect(mistakes(network, misformed).map((says) => says.replace(/^\S+ /, ""))).toEqual([
    "feeds.0.stop_above: write a number of at most 1",
    ...found.map((says) => says.replace(/^\S+ /, "")),
  ]);
});

test("words that are a level and not applicable at once are a mistake", () => {
  const both = `${partner}  - id: form
    record: assessment_score
    files: "form.csv"
    columns: { enrollment_token: E, person_token: P, assessed_on: D, stage: S }
    wide:
      instrument: isat
      domains: { isat_housing: Life domain 1 }
      not_applicable: ["0", "Not applicable"]
      levels: { "not Applicable": 1 }
`;
  expect(mistakes(network, both)).toEqual([
    "0.yaml:20:35 feeds.1.wide.levels.not Applicable: these words are listed under not_applicable too: keep one of the two",
  ]);
});

test("a partner's folder is its own, and nothing that the network keeps", () => {
  const at = (place: string) => mistakes(network, partner.replace("exports/hub", place));
  const own =
    "0.yaml:4:9 folder: this folder is the network's own: give the partner's files another, such as exports/name";
  for (const place of [".", "..", "/", "inbox", "./exports/../inbox/", "runs/below", "partners", "intake", "claims/x"])
    expect([place, at(place)]).toEqual([place, [own]]);
  for (const place of ["exports", "inbox-of-hub", "../exports-of-hub", "/srv/exports/hub"])
    expect([place, at(place)]).toEqual([place, []]);
  expect(at('"exports/\\0hub"')).toEqual(["0.yaml:4:9 folder: write the folder without signs that cannot be seen"]);
  const second = partner
    .replaceAll(/id: hub/g, "id: school")
    .replace("hub-core", "school-core")
    .replace("exports/hub", "./exports/hub/");
  expect(mistakes(network, partner, second)).toEqual([
    "1.yaml:4:9 folder: this is the folder of hub too: give every partner its own",
  ]);
});
