import { expect, test } from "vitest";
import { contractTerms } from "../../pipelines/contract-terms.ts";
import { contractOf, outcomeOf } from "../contracts/contract-of.ts";

const training = { kind: "component_begun", service: "training" } as const;

test("a contract is published with its terms, an amount for each time it holds, the latest to the end of the contract", () => {
  const rates = [
    { from: "2025-01-01", amount_cents: 20_000 },
    { from: "2024-01-01", to: "2024-12-31", amount_cents: 10_000 },
  ];
  const begun = outcomeOf("begun", training, { share_percent: 40, rates, target: { payments: 12, by: "2025-06-30" } });
  const { contract, contract_rate } = contractTerms([
    contractOf({ programs: ["hub-core", "hub-plus"], outcomes: [begun] }),
  ]);
  expect(contract).toMatchObject([{ contract: "pay", partner_id: "hub", programs: "hub-core hub-plus" }]);
  expect(contract_rate).toMatchObject([
    { effective_from: "2024-01-01", effective_to: "2024-12-31", paid_cents: 4000, target_payments: 12, position: 0 },
    {
      effective_from: "2025-01-01",
      effective_to: "2025-12-31",
      paid_cents: 8000,
      target_by: "2025-06-30",
      position: 1,
    },
  ]);
  expect(contract_rate[0]!.evidence).toBe(
    "A first service of the type “training or class” in the episode. Pays 40 percent of the component.",
  );
});

test("what must come first is said by its title, and what must be on record in a sentence", () => {
  const outcomes = [
    outcomeOf("hours", { kind: "hours_of_service", hours: 40, service: "coaching" }, { title: "Enrolled" }),
    outcomeOf("held", { kind: "job_held", days: 30 }, { prerequisite: "hours" }),
    outcomeOf("earned", { kind: "certificate_earned", types: ["diploma", "license"] }),
    outcomeOf("any", { kind: "certificate_earned" }),
    outcomeOf("level", { kind: "levels_gained", levels: 1 }),
    outcomeOf("done", { kind: "component_completed", service: "training" }),
  ];
  const { contract_rate } = contractTerms([contractOf({ outcomes })]);
  expect(contract_rate.map(({ prerequisite }) => prerequisite)).toEqual([null, "Enrolled", null, null, null, null]);
  expect(contract_rate.map(({ evidence }) => evidence)).toEqual([
    "40 hours of service of the type “coaching” in the episode.",
    "A job held for 30 days, begun in the episode or at most 90 days after it. Jobs at most 14 days apart count as one.",
    "A certificate earned in the episode or at most 90 days after it, of the type “secondary diploma or equivalent” or “occupational licensure”.",
    "A certificate earned in the episode or at most 90 days after it.",
    "A post-test at least 1 level above the first pre-test of the same subject.",
    "The episode ended as completed, with a service of the type “training or class” in it.",
  ]);
});
