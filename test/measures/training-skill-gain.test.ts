import { expect, test } from "vitest";
import { trainingSkillGain } from "../../models/measures/training-skill-gain.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { progressed, tested } from "./education-rows.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { earned, taught } from "./record-rows.ts";

const everybody = ["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal", "ida"];
const rows = {
  person: everybody.map((who) => person(who)),
  enrollment: everybody.map((who) =>
    enrolled(who, "2023-09-01", {
      exited_on: "2024-05-01",
      ...(who === "fay" ? { exit_reason: "institutionalized" } : {}),
    }),
  ),
  service: everybody.map((who) => taught(who, "2023-10-01", who === "gus" ? { type: "coaching" } : {})),
  education_test: [tested("eve", "pre", "2023-09-05", 2)],
  credential: [
    earned("ann", "2024-05-01", { type: "license" }),
    earned("bob", "2024-05-02", { type: "license" }),
    earned("cat", "2023-09-01", { type: "diploma" }),
    earned("cat", "2023-09-01", { type: "certification" }),
    earned("dan", "2024-04-01", { type: "certificate" }),
    earned("eve", "2024-04-01", { type: "license" }),
    earned("fay", "2024-04-01", { type: "license" }),
    earned("gus", "2024-04-01", { type: "license" }),
  ],
  skill_gain: [
    progressed("hal", "milestone", "2024-02-01"),
    progressed("hal", "transcript", "2024-03-01"),
    progressed("ida", "milestone", "2024-05-01"),
    progressed("ida", "progression", "2024-02-01"),
    progressed("bob", "transcript", "2024-05-02"),
  ],
};

test("nine people by hand: who has a level test, left for an institution or had no training is in no denominator", async () => {
  const units = await columnsOf(trainingSkillGain, ["diploma", "transcript", "milestone", "progression"], rows);
  expect(units).toEqual({
    "ann-1/PY2023": [false, false, false, true],
    "bob-1/PY2023": [false, false, false, false],
    "cat-1/PY2023": [true, false, false, true],
    "dan-1/PY2023": [false, false, false, false],
    "hal-1/PY2023": [false, true, true, false],
    "ida-1/PY2023": [false, false, true, true],
  });
});

test("each period counts once, under the first type it shows", async () => {
  const count = await countsOf(trainingSkillGain, rows);
  expect(["trained", "gained", "not_gained"].map(count)).toEqual([6, 4, 2]);
  expect(["diploma", "transcript", "milestone", "progression"].map(count)).toEqual([1, 1, 1, 1]);
});

test("two episodes in one year are two periods, and a year that has not ended is none", async () => {
  const again = enrolled("ann", "2024-06-01", { enrollment_key: "ann-2", exited_on: "2024-06-20" });
  const service = [...rows.service, taught("ann", "2024-06-02")];
  const more = { ...rows, service, enrollment: [...rows.enrollment, again] };
  const count = await countsOf(trainingSkillGain, more);
  expect(["trained", "gained", "not_gained"].map(count)).toEqual([7, 4, 3]);
  expect(await columnsOf(trainingSkillGain, ["diploma"], more, "2024-06-29")).toEqual({});
});
