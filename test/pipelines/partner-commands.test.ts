import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zipOf } from "../support/container-files.ts";
import { token } from "../support/small-network.ts";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-partner-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a user sees of one command: what it prints and its exit code; whatever it makes for itself is in the folder's `tmp`. */
function command(...words: string[]): { code: number | null; says: string } {
  const env = { ...process.env, COMMON_MEASURE_KEYS: path.join(folder, "keys"), CI: "1", TMPDIR: folder };
  const cli = path.join(root, "pipelines", "cli.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { code: status, says: stdout + stderr };
}

const people = (...cells: string[]) =>
  ["Client,Gender", ...cells.map((cell, at) => `${token(at)},${cell}`), ""].join("\n");

test("a partner's file is mapped, checked under the mapping and left alone", () => {
  writeFileSync(path.join(folder, "people.csv"), people("F", "M", "F", "M"));
  const mapped = command("map", "people.csv", "--partner", "hub", "--out", "hub.yaml");
  expect(mapped).toEqual({
    code: 0,
    says: expect.stringMatching(/^people\.csv: person, 2 fields mapped\nhub\.yaml is written\. 2 places say TODO/),
  });
  expect(command("check", "people.csv", "--partner-file", "hub.yaml")).toEqual({
    code: 0,
    says: "people.csv, as the feed people: accepted\n  4 rows: 4 person records accepted\n\nIt would be accepted.\n",
  });
  expect(command("map", "people.csv", "--out", "hub.yaml")).toEqual({
    code: 1,
    says: "there is a file already: hub.yaml\n",
  });
  expect(readdirSync(folder).sort()).toEqual(["hub.yaml", "people.csv"]);
});

test("what is proposed of several tables, and of participant records, is said table by table", async () => {
  const inside = { "people.csv": people("F", "M", "F"), "visits.csv": `Visit,Client\n${token(7)},${token(1)}\n` };
  writeFileSync(path.join(folder, "export.zip"), await zipOf(inside));
  const participants = path.join(root, "test", "fixtures", "pirl", "participants.csv");
  const { code, says } = command("map", "export.zip", participants, "--out", "several.yaml");
  rmSync(path.join(folder, "several.yaml"));
  rmSync(path.join(folder, "export.zip"));
  expect([code, says]).toEqual([
    0,
    expect.stringMatching(
      /^export\.zip\/people\.csv: person, 2 fields mapped\nexport\.zip\/visits\.csv: service, \d fields mapped\nparticipants\.csv: WIOA participant records, 5 programs\n/,
    ),
  ]);
});

test("a file that would be stopped ends with 1, with every finding in the CSV", () => {
  writeFileSync(path.join(folder, "people.csv"), people("F", "Q", "Q", "M"));
  const { code, says } = command("check", "people.csv", "--partner-file", "hub.yaml", "--csv", "found.csv");
  expect([code, says]).toEqual([
    1,
    expect.stringMatching(
      /2 of 4 rows break their rules[\s\S]*It would be stopped\.\n3 findings are in found\.csv\.\n$/,
    ),
  ]);
  expect(readFileSync(path.join(folder, "found.csv"), "utf8").split("\r\n").length).toBe(5);
});

test("the table of an agency that sends totals only is judged as a run would judge it", () => {
  const row = "people-served,people,everyone,everyone,to-date";
  writeFileSync(path.join(folder, "counts-1.csv"), `measure,part,slice,member,period,count\n${row},4\n`);
  const { code, says } = command("check", "counts-1.csv", "--partner", "juniper-house");
  rmSync(path.join(folder, "counts-1.csv"));
  expect([code, says]).toEqual([
    1,
    expect.stringMatching(
      /^counts-1\.csv, as the feed table of counts: refused\n {2}counts-1\.csv: row 2 holds a count below 11/,
    ),
  ]);
});

test("mistakes in what is asked, or in the partner's YAML, end with 2", () => {
  writeFileSync(path.join(folder, "wrong.yaml"), "id: hub\nname: Hub\n");
  const wrong = command("check", "people.csv", "--partner-file", "wrong.yaml");
  expect([wrong.code, wrong.says]).toEqual([
    2,
    expect.stringContaining("wrong.yaml:1:1 kind: this setting is missing"),
  ]);
  expect(command("check", "people.csv", "--partner", "nobody")).toEqual({
    code: 2,
    says: expect.stringMatching(/^nobody is not a partner of the network; its partners are brightwater-outreach, /),
  });
  expect(command("check", "none.csv", "--partner-file", "hub.yaml")).toEqual({
    code: 2,
    says: "there is no file none.csv\n",
  });
});

test("templates and schemas are written into the folders that are named", () => {
  const { code, says } = command("templates", "--out", "templates");
  expect([code, says]).toEqual([0, expect.stringContaining("templates/templates.xlsx\n")]);
  const yaml = readFileSync(path.join(folder, "templates", "template-partner.yaml"), "utf8");
  const [, schema] = /^# yaml-language-server: \$schema=(.+)\n/.exec(yaml)!;
  expect(path.resolve(folder, "templates", schema!)).toBe(path.join(root, "data", "schema", "partner.schema.json"));
  expect(command("schema", "--out", "schema").says).toContain("schema/partner.schema.json\n");
  expect(readdirSync(path.join(folder, "schema")).sort()).toEqual(
    readdirSync(path.join(root, "data", "schema")).sort(),
  );
});
