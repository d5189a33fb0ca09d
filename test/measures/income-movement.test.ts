import { expect, test } from "vitest";
import { incomeMovement } from "../../models/measures/income-movement.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { incomesAtHub, reported } from "./income-rows.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

const none = [0, 0] as const;

const eight = incomesAtHub({
  ann: [none, none],
  bob: [none, [800, 800]],
  cat: [none, [800, 0]],
  dan: [[500, 500], none],
  eve: [[500, 0], none],
  fay: [
    [500, 0],
    [900, 900],
  ],
  gus: [
    [900, 500],
    [900, 0],
  ],
  hal: [
    [900, 600],
    [800, 650],
  ],
});

test("eight people by hand: each in one class of any income and in one of income from work", async () => {
  const count = await countsOf(incomeMovement, eight);
  const classes = ["gained", "more", "same", "less", "lost", "none"];
  expect(classes.map((name) => count(`total_${name}`))).toEqual([2, 1, 1, 1, 2, 1]);
  expect(classes.map((name) => count(`earned_${name}`))).toEqual([2, 1, 0, 0, 2, 3]);
  expect(["total_increased", "earned_increased", "known", "not_known"].map(count)).toEqual([3, 3, 8, 0]);
});

test("the same amount to the cent is the same, a cent more is more and a cent less is less", async () => {
  const count = await countsOf(
    incomeMovement,
    incomesAtHub({
      ann: [
        [500, 400],
        [500, 400],
      ],
      bob: [
        [500, 400],
        [500.01, 400.01],
      ],
      cat: [
        [500, 400],
        [499.99, 399.99],
      ],
    }),
  );
  for (const id of ["total", "earned"]) {
    expect(["same", "more", "less"].map((name) => count(`${id}_${name}`))).toEqual([1, 1, 1]);
  }
});

test("people whose income is not known twice stay in the share, as a class of their own", async () => {
  const rows = incomesAtHub({ ann: [none, [800, 800]], bob: [none, [800, 800]], cat: [none, none] });
  const income = rows.income!.filter(({ person_key, stage }) => person_key !== "bob" || stage === "entry");
  const count = await countsOf(incomeMovement, { ...rows, income });
  expect(["entered", "known", "not_known"].map(count)).toEqual([3, 2, 1]);
  expect(["total_increased", "total_not_increased", "total_no_more"].map(count)).toEqual([1, 2, 1]);
  expect(incomeMovement.kind.rates.every(({ denominator }) => denominator === "entered")).toBe(true);
});

test("amounts of an episode are known all four or none", async () => {
  const rows = incomesAtHub({
    ann: [
      [500, 400],
      [600, 0],
    ],
    bob: [[500, 400], none],
  });
  const income = rows.income!.filter(({ person_key, stage }) => person_key !== "bob" || stage === "entry");
  const amounts = ["total_before", "total_after", "earned_before", "earned_after"];
  expect(await columnsOf(incomeMovement, amounts, { ...rows, income })).toEqual({
    "ann-1": [50000, 60000, 40000, 0],
    "bob-1": [null, null, null, null],
  });
});

test("an episode counts once 395 days have passed since it began, and not the day before", async () => {
  const rows = incomesAtHub({ ann: [none, none] });
  expect(Object.keys(await columnsOf(incomeMovement, [], rows, "2025-02-08"))).toEqual(["ann-1"]);
  expect(await columnsOf(incomeMovement, [], rows, "2025-02-07")).toEqual({});
});

test("people who are still there count by their annual assessment, and two episodes count twice", async () => {
  const count = await countsOf(incomeMovement, {
    person: [person("ann")],
    enrollment: [
      enrolled("ann", "2023-01-10", { enrollment_key: "ann-0", exited_on: "2023-03-01" }),
      enrolled("ann", "2024-01-10"),
    ],
    income: [
      reported("ann", "entry", "2024-01-10", [500, 500]),
      reported("ann", "annual", "2025-01-10", [700, 700]),
      reported("ann", "exit", "2025-03-01", [100, 100]),
    ],
  });
  expect(["entered", "total_more", "earned_more", "not_known"].map(count)).toEqual([2, 1, 1, 1]);
});
