import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initNetwork } from "../../pipelines/init.ts";
import { readContracts } from "../../pipelines/read-contracts.ts";
import { readNetwork } from "../../pipelines/read-network.ts";
import { testNetwork } from "../support/network.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-contracts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terms = `id: pay
title: Paid for starting
provider: hub
payer: The state
programs: [hub-core]
starts_on: 2024-07-01
ends_on: 2026-06-30
cap_cents: 5000000
source: The amounts are made up.
outcomes:
  - code: enrolled
    title: Enrollment completed
    evidence: { kind: hours_of_service, hours: 40 }
    window_days: 180
    rates:
      - { from: 2024-07-01, to: 2025-06-30, amount_cents: 50000 }
      - { from: 2025-07-01, amount_cents: 55000 }
`;

/** What is read of one file, with mistakes as `file:line:column sentence`. */
function read(text: string, name = "pay.yaml") {
  mkdirSync(path.join(folder, "contracts"), { recursive: true });
  writeFileSync(path.join(folder, "contracts", name), text);
  const { contracts, mistakes } = readContracts(folder, testNetwork.partners);
  const said = mistakes.map(({ file, line, column, says }) => `${path.basename(file)}:${line}:${column} ${says}`);
  return { contracts, said };
}

test("a network without contracts has none, and no mistake", () => {
  expect(readContracts(folder, testNetwork.partners)).toEqual({ files: [], contracts: [], mistakes: [] });
});

test("a contract is read with what it leaves out: paid once, in full", () => {
  const { contracts, said } = read(terms);
  expect(said).toEqual([]);
  expect(contracts[0]!.outcomes).toMatchObject([{ code: "enrolled", max_per_episode: 1, share_percent: 100 }]);
});

test("the contracts are part of the network and of what its hash is made from", () => {
  const own = path.join(folder, "own");
  initNetwork(own);
  const network = () => readNetwork(path.join(own, "network.yaml"));
  const before = network();
  const { id, programs } = before.partners[0]!;
  mkdirSync(path.join(own, "contracts"));
  const text = terms.replace("provider: hub", `provider: ${id}`).replace("hub-core", programs[0]!.id);
  writeFileSync(path.join(own, "contracts", "pay.yaml"), text);
  expect([before.contracts.length, network().contracts.length]).toEqual([0, 1]);
  expect(network().configurationHash).not.toBe(before.configurationHash);
});

test("what is missing or has the wrong form is said with its place, and no contract is read", () => {
  const wrong = terms
    .replace("cap_cents: 5000000", "cap_cents: 500.5")
    .replace("    window_days: 180\n", "")
    .replace("from: 2025-07-01", "from: July");
  const { contracts, said } = read(wrong);
  expect(contracts).toEqual([]);
  expect(said).toEqual([
    "pay.yaml:8:12 cap_cents: write a whole number",
    "pay.yaml:11:5 outcomes.0.window_days: this setting is missing: write a number",
    "pay.yaml:16:17 outcomes.0.rates.1.from: write the day as YYYY-MM-DD",
  ]);
});

test("an evidence of a kind nobody knows, and one that lacks what its kind needs, are mistakes", () => {
  expect(read(terms.replace("hours_of_service", "hours_of_sleep")).said).toEqual([
    "pay.yaml:13:23 outcomes.0.evidence.kind: write one of hours_of_service, job_held, certificate_earned, levels_gained, component_begun, component_completed",
  ]);
  expect(read(terms.replace(", hours: 40", "")).said).toEqual([
    "pay.yaml:13:15 outcomes.0.evidence.hours: this setting is missing: write a number",
  ]);
});

test("the file is named for its contract, the provider is a partner and the programs are its own", () => {
  expect(read(terms, "other.yaml").said).toEqual(["other.yaml:1:5 id: the file is not named for pay"]);
  rmSync(path.join(folder, "contracts", "other.yaml"));
  expect(read(terms.replace("provider: hub", "provider: bank")).said).toEqual([
    "pay.yaml:3:11 provider: bank is not a partner of the network",
  ]);
  expect(read(terms.replace("hub-core", "hub-core, school-class")).said).toEqual([
    "pay.yaml:5:22 programs.1: school-class is not a program of hub",
  ]);
});

test("terms that contradict each other are said where they stand", () => {
  expect(read(terms.replace("from: 2025-07-01", "from: 2025-06-30")).said).toEqual([
    "pay.yaml:17:17 outcomes.0.rates.1.from: the rate from 2024-07-01 is still in force then",
  ]);
});

test("the sample network has a contract by outcome, one by component and one by level gained", () => {
  const { contracts } = readNetwork(path.resolve(import.meta.dirname, "../../data/network.yaml"));
  const kinds = contracts.map(({ id, outcomes }) => [id, [...new Set(outcomes.map(({ evidence }) => evidence.kind))]]);
  expect(kinds).toEqual([
    ["job-coaching", ["component_begun", "hours_of_service", "component_completed", "job_held"]],
    ["learning-gains", ["levels_gained", "certificate_earned"]],
    ["young-adult-pathways", ["hours_of_service", "certificate_earned", "job_held"]],
  ]);
});
