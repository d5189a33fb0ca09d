import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeSchemas } from "./schema/write-schemas.ts";
import { schemaLine } from "./schema-line.ts";

/** Makes the folder of a new network: network.yaml and one partner to begin from. Throws when the folder is not empty. Returns what to do next. */
export function initNetwork(folder: string): string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`the folder is not empty: ${folder}`);
  mkdirSync(path.join(folder, "partners"), { recursive: true, mode: 0o700 });
  mkdirSync(path.join(folder, "exports", "first-partner"), { recursive: true, mode: 0o700 });
  const id =
    path
      .basename(path.resolve(folder))
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "network";
  writeSchemas(path.join(folder, "schema"));
  writeFileSync(path.join(folder, "network.yaml"), networkYaml(id));
  writeFileSync(path.join(folder, "partners", "first-partner.yaml"), PARTNER);
  writeFileSync(
    path.join(folder, ".gitignore"),
    "inbox/\nintake/\nruns/\nset-aside/\nfeedback/\nclaims/\nexports/\ndist/\n*.duckdb*\n",
  );
  const network = path.join(folder, "network.yaml");
  return [
    `${folder} is ready. Next:`,
    `  1. Say what your network is in ${network}.`,
    `  2. Describe each partner in a file of its own in ${path.join(folder, "partners")}: let npm run map propose it from the partner's files, or rename and edit first-partner.yaml.`,
    `  3. Put what the partners send into the folders named there, such as ${path.join(folder, "exports", "first-partner")}.`,
    `  4. npm run run -- --network ${network}`,
    `  5. npm run preview -- --network ${network}`,
  ];
}

const networkYaml = (id: string) => `${schemaLine("schema/network.schema.json")}
# What the network is and how it publishes. Every setting is checked when a run begins.
id: ${id}
name: Our Network
contact: data@example.org

# What the network set out to do.
goal:
  people: 20000
  by: 2028-06-30

# Month in which the program year begins (7: July).
program_year_starts: 7

# Levels of service. Every program of every partner has one.
tiers:
  - id: tier-1
    name: Care coordination
  - id: referral
    name: Referral partners

# How small numbers are protected. Weaker settings than these need a reason in weaker_because.
publication:
  threshold: 11
  minimum_denominator: 20
  width: 11

# Where the finished sites go, from this folder.
site: dist
`;

const PARTNER = `${schemaLine("../schema/partner.schema.json")}
# One partner: who it is, its programs, and what it sends. Copy this file for each partner.
id: first-partner
name: First Partner
kind: care_coordination_hub

# True when the partner sends a linkage token, so that its people count once in the whole network.
links_people: false

# The data use agreement under which the partner sends rows about people, as you name it; it is kept in the record of every run.
agreement: the-id-of-our-agreement

# Folder with the partner's files, from the folder of network.yaml.
folder: exports/first-partner

programs:
  - id: first-partner-coordination
    name: Care coordination
    tier: tier-1

feeds:
  - id: people
    record: person
    files: "people*.csv"
    columns:
      # field of the contract: column of the partner's file
      person_token: person_token

  - id: enrollments
    record: enrollment
    files: "enrollments*.csv"
    dates: YYYY-MM-DD
    columns:
      enrollment_token: enrollment_token
      person_token: person_token
      program_id: { constant: first-partner-coordination }
      entered_on: start_date
      exited_on: end_date
      age_at_entry: age
`;
