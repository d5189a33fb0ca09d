import { expect, test } from "vitest";
import type { Evidence } from "../../models/contracts/outcome-contract.ts";
import { earned, employed, taught } from "../measures/record-rows.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { claimsIn, contractOf, openIn, outcomeOf } from "./contract-of.ts";

const training: Evidence = { kind: "component_begun", service: "training" };
const certificate: Evidence = { kind: "certificate_earned" };
const begun = outcomeOf("begun", training);

/** People who each begin training on the days given, in an episode from January 1, 2024. */
function beginners(days: Readonly<Record<string, string>>): Rows {
  const who = Object.keys(days);
  return {
    person: who.map((one) => person(one)),
    enrollment: who.map((one) => enrolled(one, "2024-01-01")),
    service: who.map((one) => taught(one, days[one]!)),
  };
}

test("an outcome with evidence is payable, and one without is not", async () => {
  const contract = contractOf({ outcomes: [begun, outcomeOf("certified", certificate)] });
  expect(await claimsIn(contract, beginners({ ann: "2024-02-01" }))).toEqual({
    "ann-1 begun 1": 10_000,
    "ann-1 certified 1": "no_evidence",
  });
});

test("the window includes its last day, and not the day after", async () => {
  const contract = contractOf({ outcomes: [{ ...begun, window_days: 30 }] });
  expect(await claimsIn(contract, beginners({ ann: "2024-01-31", bob: "2024-02-01" }))).toEqual({
    "ann-1 begun 1": 10_000,
    "bob-1 begun 1": "outside_window",
  });
});

test("the contract includes its first and its last day, and no others", async () => {
  const contract = contractOf({ starts_on: "2024-02-01", ends_on: "2024-03-01", outcomes: [begun] });
  const days = { ann: "2024-01-31", bob: "2024-02-01", cat: "2024-03-01", dan: "2024-03-02" };
  expect(await claimsIn(contract, beginners(days))).toEqual({
    "ann-1 begun 1": "outside_dates",
    "bob-1 begun 1": 10_000,
    "cat-1 begun 1": 10_000,
    "dan-1 begun 1": "outside_dates",
  });
});

test("the amount is the one in force on the day, from the day on which it changes, and nothing where none is", async () => {
  const rates = [
    { from: "2024-01-01", to: "2024-06-30", amount_cents: 10_000 },
    { from: "2024-07-01", to: "2024-12-31", amount_cents: 12_345 },
  ];
  const contract = contractOf({ outcomes: [{ ...begun, rates }] });
  const days = { ann: "2024-06-30", bob: "2024-07-01", cat: "2024-12-31", dan: "2025-01-01" };
  expect(await claimsIn(contract, beginners(days))).toEqual({
    "ann-1 begun 1": 10_000,
    "bob-1 begun 1": 12_345,
    "cat-1 begun 1": 12_345,
    "dan-1 begun 1": "no_rate",
  });
});

test("an initial payment and the rest of it come to the amount of the component", async () => {
  const rates = [{ from: "2024-01-01", amount_cents: 12_345_00 }];
  const outcomes = [
    outcomeOf("begun", training, { share_percent: 40, rates }),
    outcomeOf("completed", { kind: "component_completed", service: "training" }, { share_percent: 60, rates }),
  ];
  const stay = enrolled("ann", "2024-01-01", { exited_on: "2024-06-01", exit_reason: "completed" });
  const rows = { ...beginners({ ann: "2024-02-01" }), enrollment: [stay] };
  expect(await claimsIn(contractOf({ outcomes }), rows)).toEqual({
    "ann-1 begun 1": 493_800,
    "ann-1 completed 1": 740_700,
  });
});

test("the outcome that must come first must be payable on the same day or earlier", async () => {
  const contract = contractOf({ outcomes: [begun, outcomeOf("certified", certificate, { prerequisite: "begun" })] });
  const rows = beginners({ ann: "2024-02-01", bob: "2024-02-02" });
  const credential = [earned("ann", "2024-02-01"), earned("bob", "2024-02-01")];
  expect(await claimsIn(contract, { ...rows, credential })).toEqual({
    "ann-1 begun 1": 10_000,
    "ann-1 certified 1": 10_000,
    "bob-1 begun 1": 10_000,
    "bob-1 certified 1": "prerequisite_missing",
  });
});

test("a prerequisite that is itself not payable, or lacks its own, leaves what follows unpaid", async () => {
  const held: Evidence = { kind: "job_held", days: 30 };
  const outcomes = [
    outcomeOf("begun", training, { window_days: 30 }),
    outcomeOf("certified", certificate, { prerequisite: "begun" }),
    outcomeOf("placed", held, { prerequisite: "certified" }),
  ];
  const credential = [earned("ann", "2024-03-01"), earned("bob", "2024-03-01")];
  const job = ["ann", "bob"].map((who) => employed(who, "2024-03-01", { ended_on: "2024-12-01" }));
  const rows = { ...beginners({ ann: "2024-01-31", bob: "2024-02-01" }), credential, job };
  expect(await claimsIn(contractOf({ outcomes }), rows)).toEqual({
    "ann-1 begun 1": 10_000,
    "ann-1 certified 1": 10_000,
    "ann-1 placed 1": 10_000,
    "bob-1 begun 1": "outside_window",
    "bob-1 certified 1": "prerequisite_missing",
    "bob-1 placed 1": "prerequisite_missing",
  });
});

test("an outcome is paid for once in an episode unless the contract allows more, in the order of the days", async () => {
  const rates = [
    { from: "2024-01-01", to: "2024-03-31", amount_cents: 500 },
    { from: "2024-04-01", amount_cents: 700 },
  ];
  const credential = ["2024-05-01", "2024-03-01", "2024-04-01"].map((on) => earned("ann", on));
  const rows = { ...beginners({ ann: "2024-02-01" }), credential };
  const certified = (max_per_episode: number) => outcomeOf("certified", certificate, { max_per_episode, rates });
  expect(await claimsIn(contractOf({ outcomes: [certified(1)] }), rows)).toEqual({
    "ann-1 certified 1": 500,
    "ann-1 certified 2": "already_paid",
    "ann-1 certified 3": "already_paid",
  });
  expect(await claimsIn(contractOf({ outcomes: [certified(2)] }), rows)).toEqual({
    "ann-1 certified 1": 500,
    "ann-1 certified 2": 700,
    "ann-1 certified 3": "already_paid",
  });
});

test("evidence that is not payable does not use up what an episode allows", async () => {
  const credential = [earned("ann", "2024-01-15"), earned("ann", "2024-02-15")];
  const contract = contractOf({ starts_on: "2024-02-01", outcomes: [outcomeOf("certified", certificate)] });
  expect(await claimsIn(contract, { ...beginners({ ann: "2024-02-01" }), credential })).toEqual({
    "ann-1 certified 1": 10_000,
    "ann-1 certified 2": "outside_dates",
  });
});

test("two episodes of a person are paid for one by one", async () => {
  const rows = beginners({ ann: "2024-02-01" });
  const again = enrolled("ann", "2024-09-01", { enrollment_key: "ann-2" });
  const first = enrolled("ann", "2024-01-01", { exited_on: "2024-06-01" });
  const service = [...rows.service!, taught("ann", "2024-09-02")];
  expect(await claimsIn(contractOf({ outcomes: [begun] }), { ...rows, enrollment: [first, again], service })).toEqual({
    "ann-1 begun 1": 10_000,
    "ann-2 begun 1": 10_000,
  });
});

test("the contract's most is paid to the cent in the order of the days, and nothing after what would go over it", async () => {
  const days = { ann: "2024-02-03", bob: "2024-02-01", cat: "2024-02-02" };
  const capped = async (cap_cents: number) => claimsIn(contractOf({ cap_cents, outcomes: [begun] }), beginners(days));
  expect(await capped(20_000)).toEqual({
    "bob-1 begun 1": 10_000,
    "cat-1 begun 1": 10_000,
    "ann-1 begun 1": "over_cap",
  });
  expect(await capped(19_999)).toMatchObject({ "bob-1 begun 1": 10_000, "cat-1 begun 1": "over_cap" });
  const cheaper = { ...begun, code: "cheap", rates: [{ from: "2024-01-01", amount_cents: 1 }] };
  const both = contractOf({ cap_cents: 15_000, outcomes: [begun, cheaper] });
  expect(await claimsIn(both, beginners({ bob: "2024-02-01", cat: "2024-02-02", dan: "2024-02-03" }))).toEqual({
    "bob-1 begun 1": 10_000,
    "bob-1 cheap 1": 1,
    "cat-1 begun 1": "over_cap",
    "cat-1 cheap 1": "over_cap",
    "dan-1 begun 1": "over_cap",
    "dan-1 cheap 1": "over_cap",
  });
});

test("only episodes of the provider's programs that the contract overlaps by a day are under it", async () => {
  const who = ["ann", "bob", "cat", "dan", "eve"];
  const stay = (one: string, facts: object) => enrolled(one, "2024-01-01", facts);
  const enrollment = [
    stay("ann", { exited_on: "2024-02-29" }),
    stay("bob", { exited_on: "2024-03-01" }),
    stay("cat", { program_id: "hub-plus" }),
    stay("dan", { entered_on: "2024-05-31" }),
    stay("eve", { entered_on: "2024-06-01" }),
  ];
  const contract = contractOf({ starts_on: "2024-03-01", ends_on: "2024-05-31", outcomes: [begun] });
  const found = await claimsIn(contract, { person: who.map((one) => person(one)), enrollment });
  expect(Object.keys(found).sort()).toEqual(["bob-1 begun 1", "dan-1 begun 1"]);
});

test("an outcome is open until the days allowed, the contract or what counts after the exit is over, the soonest", async () => {
  const outcomes = [
    outcomeOf("begun", training, { window_days: 31 }),
    outcomeOf("certified", certificate),
    outcomeOf("held", { kind: "job_held", days: 30 }),
  ];
  const enrollment = [enrolled("ann", "2024-01-01"), enrolled("bob", "2024-01-01", { exited_on: "2024-01-10" })];
  const rows = { person: [person("ann"), person("bob")], enrollment };
  expect(await openIn(contractOf({ ends_on: "2024-12-31", outcomes }), rows)).toEqual({
    "ann-1 begun": "2024-02-01",
    "ann-1 certified": "2024-12-31",
    "ann-1 held": "2024-12-31",
    "bob-1 begun": "2024-01-10",
    "bob-1 certified": "2024-04-09",
    "bob-1 held": "2024-05-09",
  });
});
