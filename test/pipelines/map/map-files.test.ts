import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { mapFiles } from "../../../pipelines/map/map-files.ts";
import { readPartner } from "../../../pipelines/read-network.ts";
import { schemas } from "../../../pipelines/schema/schemas.ts";
import { breaches } from "../../support/json-schema.ts";
import { testNetwork } from "../../support/network.ts";
import { token } from "../../support/small-network.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-map-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is proposed for one file of lines. */
async function proposal(name: string, lines: readonly string[], network?: typeof testNetwork): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, [...lines, ""].join("\n"));
  const scratch = path.join(folder, "scratch");
  const mapped = await mapFiles({ files: [file], partner: "hub", network, scratch, schema: "s.json" });
  expect(
    readdirSync(folder)
      .filter((each) => each === "scratch")
      .flatMap((each) => readdirSync(path.join(folder, each))),
  ).toEqual([]);
  return "held" in mapped ? mapped.held.join("\n") : mapped.yaml;
}

const many = (lines: (at: number) => string) => Array.from({ length: 12 }, (_, at) => lines(at));
const days = ["01/05/2025", "02/07/2025"];

test("a proposal in which everything was decided is a partner without mistakes", async () => {
  const yaml = await proposal(
    "enrollments-2025.csv",
    [
      "Episode|Client|Program|Start Date|End Date",
      ...many((at) =>
        [token(at), token(at % 5), at % 2 ? "hub-core" : "Plus", `0${1 + (at % 8)}/1${at % 9}/2025`, ""].join("|"),
      ),
    ],
    testNetwork,
  );
  expect(yaml).toContain("# Everything was decided.");
  expect(yaml).toContain('files: "enrollments-*.csv"\n    # sends: full_snapshot');
  const file = path.join(folder, "hub.yaml");
  writeFileSync(file, yaml);
  const partner = readPartner(file);
  expect(breaches(schemas()["partner.schema.json"]!, parse(yaml))).toEqual([]);
  expect([partner.name, partner.programs.map(({ id }) => id)]).toEqual(["Hub", ["hub-core", "hub-plus"]]);
  expect(partner.feeds[0]).toMatchObject({
    record: "enrollment",
    delimiter: "|",
    dates: "MM/DD/YYYY",
    columns: {
      enrollment_token: { from: "Episode" },
      person_token: { from: "Client" },
      program_id: { from: "Program", words: { Plus: "hub-plus" } },
      entered_on: { from: "Start Date" },
      exited_on: { from: "End Date" },
    },
  });
});

test("a file the screen suspects is refused in the pipeline's words, and nothing of it is proposed or repeated", async () => {
  const said = await proposal("clients.csv", [
    "Client,SSN,Gender",
    ...many((at) => `${token(at)},412-65-00${10 + at},Zorblax`),
  ]);
  expect(said).toMatch(
    /^clients\.csv: the column "SSN" is for a Social Security number, which identifies people\. Nothing of the file was kept\./,
  );
  expect(said).not.toMatch(/412-65|Zorblax|feeds/);
});

test("values that identify refuse a file whatever its columns are called", async () => {
  const said = await proposal("clients.csv", ["Client,Code", ...many((at) => `${token(at)},ana${at}@example.org`)]);
  expect(said).toContain('the column "Code" holds what looks like an e-mail address in 12 rows.');
  expect(said).not.toContain("@example.org");
});

test("a word the contract does not know is repeated from the third row on, and not before", async () => {
  const yaml = await proposal("clients.csv", [
    "Client,Gender",
    ...many((at) => `${token(at)},${at < 4 ? "Zorblax" : at < 6 ? "Maria of Elm" : "F"}`),
  ]);
  expect(yaml).toContain("F: woman");
  expect(yaml).toContain("# TODO under words, Zorblax: what does it stand for?");
  expect(yaml).toContain("# TODO 1 more word is not repeated here, each in one or two rows only.");
  expect(yaml).not.toContain("Maria");
});

test("days that could be months are said to be, and columns nobody knows are only a comment", async () => {
  const yaml = await proposal("services.csv", [
    "Service,Client,Date of Service,Service Type,Shelf",
    ...many((at) => `${token(at)},${token(at % 5)},${days[at % 2]},Workshop,s${at}`),
  ]);
  expect(yaml).toContain(
    "# TODO no day is above 12, so day and month may have changed places: MM/DD/YYYY or DD/MM/YYYY.",
  );
  expect(yaml).toContain("    # ignore: [Shelf]");
  expect(yaml).toMatch(
    /# TODO program_id is required and has no column yet\. The program, by its id in the partner's YAML\./,
  );
});

test("the files of two years are one feed, with the words of both", async () => {
  const scratch = path.join(folder, "scratch");
  const files = ["2024", "2025"].map((year) => path.join(folder, `people-${year}.csv`));
  for (const [at, file] of files.entries())
    writeFileSync(file, ["Client,Gender", ...many((row) => `${token(row)},${["F", "Male"][at]}`), ""].join("\n"));
  const mapped = await mapFiles({ files, partner: "hub", scratch, schema: "s.json" });
  if ("held" in mapped) throw new Error(mapped.held.join());
  expect(mapped.feeds.map(({ files: pattern }) => pattern)).toEqual(["people-*.csv"]);
  expect(mapped.yaml).toMatch(/F: woman[\s\S]*Male: man|Male: man[\s\S]*F: woman/);
});

test("a form with the word for its lowest level that begins like not applicable is read as the form means it", async () => {
  const domains = ["Housing", "Employment", "Income", "Food", "Legal", "Community Involvement"];
  const lowest = "Not applicable due to crisis situation; in 'survival' mode";
  const yaml = await proposal("matrix.csv", [
    `Enrollment,Client,Assessment Date,Stage,${domains.join(",")},Housing goal`,
    ...many((at) =>
      [
        token(at),
        token(at),
        `2025-01-1${at % 9}`,
        "Intake",
        "Safe",
        "N/A",
        "Stable",
        "0",
        "Vulnerable",
        lowest,
        "yes",
      ].join(","),
    ),
  ]);
  expect(yaml).toContain('not_applicable: ["N/A", "0"]');
  expect(yaml).toMatch(/Not applicable due to crisis situation; in 'survival' mode"?: 1/);
  expect(yaml).toContain("        community: Community Involvement");
  expect(yaml).toContain("      goals:\n        housing: Housing goal");
  expect(yaml).toContain("instrument: az-ssm-15");
});

test("a file that is no text is said to be none, as in a run", async () => {
  expect(await proposal("people.bin", ["Client\0Gender"])).toMatch(
    /^people\.bin: the file has a NUL byte near row 1, so it is not a text file\./,
  );
});

test("a file without its header, and one of nothing the contract has, are said to be", async () => {
  expect(await proposal("blank.csv", [""])).toContain("blank.csv: the file is empty.");
  expect(await proposal("other.csv", ["Shelf,Aisle", "a,b", "c,d"])).toBe(
    "other.csv: no column of it looks like anything the contract asks for.",
  );
});
