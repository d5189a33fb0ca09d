import { expect, test } from "vitest";
import { anyCertificate } from "../../models/measures/any-certificate.ts";
import { credentialTypes } from "../../models/measures/credential-types.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { earned } from "./record-rows.ts";

const seven = ["ann", "bob", "cat", "dan", "eve", "fay", "gus"];
const rows = {
  person: seven.map((who) => person(who)),
  enrollment: seven.map((who) =>
    enrolled(who, "2023-01-10", { exited_on: "2023-06-30", ...(who === "gus" ? { exit_reason: "deceased" } : {}) }),
  ),
  credential: [
    earned("ann", "2023-01-10", { type: "license" }),
    earned("ann", "2023-02-01", { type: "diploma" }),
    earned("bob", "2024-06-30", { type: "certificate" }),
    earned("bob", "2023-03-01", { type: "work_readiness" }),
    earned("cat", "2024-07-01", { type: "certificate" }),
    earned("dan", "2023-05-01", { type: "diploma" }),
    earned("eve", "2023-05-01", { type: "other" }),
    earned("fay", "2023-01-09", { type: "associate" }),
    earned("gus", "2023-05-01", { type: "diploma" }),
  ],
};

test("seven people by hand: on the day of entry, a year after exit, the day after that, the day before entry, and who died", async () => {
  expect(await columnsOf(credentialTypes, ["degree_or_license", "certificate", "diploma"], rows)).toEqual({
    "ann-1": [true, false, true],
    "bob-1": [false, true, false],
    "dan-1": [false, false, true],
    "eve-1": [false, false, false],
  });
});

test("each person counts once, under the highest type", async () => {
  const count = await countsOf(credentialTypes, rows);
  expect(["certified", "recognized", "other"].map(count)).toEqual([4, 3, 1]);
  expect(["degree_or_license", "certificate", "diploma"].map(count)).toEqual([1, 1, 1]);
});

test("its people are those of any certificate by a year after exit, on the first day they count and not before", async () => {
  for (const [asOf, people] of [
    ["2024-06-30", 4],
    ["2024-06-29", 0],
  ] as const) {
    expect((await countsOf(credentialTypes, rows, asOf))("certified")).toBe(people);
    expect((await countsOf(anyCertificate, rows, asOf))("within_year")).toBe(people);
  }
});

test("a credential its partner names for another episode is not this one's", async () => {
  const credential = [earned("ann", "2023-05-01", { type: "diploma", enrollment_key: "ann-2" })];
  expect(await columnsOf(credentialTypes, ["diploma"], { ...rows, credential })).toEqual({});
});
