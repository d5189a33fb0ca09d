import { expect, test } from "vitest";
import { contractMistakes } from "../../models/contracts/contract-mistakes.ts";
import { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import { contractOf, outcomeOf } from "./contract-of.ts";

const begun = outcomeOf("begun", { kind: "component_begun", service: "training" });
const said = (terms: Parameters<typeof contractOf>[0]) =>
  contractMistakes(contractOf(terms)).map(({ where, says }) => `${where.join(".")}: ${says}`);
const rated = (...rates: (typeof begun)["rates"]) => said({ outcomes: [{ ...begun, rates }] });

test("terms that agree with each other have no mistake", () => {
  const later = outcomeOf("done", { kind: "component_completed", service: "training" }, { prerequisite: "begun" });
  expect(said({ outcomes: [begun, later] })).toEqual([]);
});

test("a contract that ends before it starts is a mistake, and one of a single day is not", () => {
  const outcomes = [begun];
  expect(said({ outcomes, starts_on: "2024-02-02", ends_on: "2024-02-02" })).toEqual([]);
  expect(said({ outcomes, starts_on: "2024-02-02", ends_on: "2024-02-01" })).toEqual([
    "ends_on: the contract ends before it starts, on 2024-02-02",
  ]);
});

test("an outcome must be named once, and after the one that must come first", () => {
  const first = { ...begun, prerequisite: "done" };
  const done = outcomeOf("done", { kind: "certificate_earned" });
  expect(said({ outcomes: [first, done, done] })).toEqual([
    "outcomes.0.prerequisite: done is not an outcome listed before this one",
    "outcomes.2.code: outcome done is named twice",
  ]);
  expect(said({ outcomes: [{ ...begun, prerequisite: "begun" }] })).toHaveLength(1);
});

test("two amounts are never in force on one day", () => {
  const [old, next] = [
    { from: "2024-01-01", to: "2024-06-30", amount_cents: 100 },
    { from: "2024-07-01", amount_cents: 100 },
  ];
  expect(rated(old, next)).toEqual([]);
  expect(rated(old, { ...next, from: "2024-06-30" })).toEqual([
    "outcomes.0.rates.1.from: the rate from 2024-01-01 is still in force then",
  ]);
  expect(rated({ ...old, to: "2023-12-31" })).toEqual(["outcomes.0.rates.0.to: the rate ends before it begins"]);
});

test("a share of an amount must be whole cents", () => {
  const shared = (amount_cents: number) =>
    said({ outcomes: [{ ...begun, share_percent: 40, rates: [{ from: "2024-01-01", amount_cents }] }] });
  expect(shared(1005)).toEqual([]);
  expect(shared(1001)).toEqual(["outcomes.0.rates.0.amount_cents: 40 percent of it is not a whole cent"]);
});

test("cents are whole and positive, and a setting nobody knows is refused", () => {
  const terms = contractOf({ outcomes: [begun] });
  expect(OutcomeContract.safeParse({ ...terms, cap_cents: 1.5 }).success).toBe(false);
  expect(OutcomeContract.safeParse({ ...terms, cap_cents: 0 }).success).toBe(false);
  expect(OutcomeContract.safeParse({ ...terms, bonus: 1 }).success).toBe(false);
});
