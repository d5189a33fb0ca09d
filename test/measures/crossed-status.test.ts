import { expect, test } from "vitest";
import { crossedStatus } from "../../models/measures/crossed-status.ts";
import { employmentAfterExit } from "../../models/measures/employment-after-exit.ts";

test("both times add up from all crossings but the one from not known to known to be without a job", () => {
  expect(crossedStatus("q2", "q4").identities).toEqual([
    { total: "employed_q2", of: ["employed_q2_employed_q4", "employed_q2_not_employed_q4", "employed_q2_unknown_q4"] },
    {
      total: "not_employed_q2",
      of: ["not_employed_q2_employed_q4", "not_employed_q2_not_employed_q4", "not_employed_q2_unknown_q4"],
    },
    { total: "unknown_q2", of: ["unknown_q2_employed_q4", "unknown_q2_unknown_q4"] },
    { total: "employed_q4", of: ["employed_q2_employed_q4", "not_employed_q2_employed_q4", "unknown_q2_employed_q4"] },
    { total: "not_employed_q4", of: ["employed_q2_not_employed_q4", "not_employed_q2_not_employed_q4"] },
    { total: "unknown_q4", of: ["employed_q2_unknown_q4", "not_employed_q2_unknown_q4", "unknown_q2_unknown_q4"] },
  ]);
});

test("employment after exit states the crossing of its two quarters", () => {
  const { parts, identities } = crossedStatus("q2", "q4");
  expect(employmentAfterExit.kind.parts).toEqual(expect.arrayContaining(parts));
  expect(employmentAfterExit.kind.identities).toEqual(expect.arrayContaining(identities));
});
