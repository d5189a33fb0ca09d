import { expect, test } from "vitest";
import { earned } from "../measures/record-rows.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const any = { kind: "certificate_earned" } as const;
const certificates = (
  credential: NonNullable<Rows["credential"]>,
  types?: ("diploma" | "license")[],
  asOf?: string,
) => {
  const who = [...new Set(credential.map(({ person_key }) => person_key!))];
  const enrollment = who.map((one) => enrolled(one, "2024-01-10", { exited_on: "2024-06-01" }));
  return evidenceIn(
    types ? { ...any, types } : any,
    { person: who.map((one) => person(one)), enrollment, credential },
    asOf,
  );
};

test("a certificate counts from the first day of the episode to 90 days after its last, and not on the ninety-first", async () => {
  const days = { ann: "2024-01-09", bob: "2024-01-10", cat: "2024-06-01", dan: "2024-08-30", eve: "2024-08-31" };
  expect(await certificates(Object.entries(days).map(([who, on]) => earned(who, on)))).toEqual({
    "bob-1": ["2024-01-10"],
    "cat-1": ["2024-06-01"],
    "dan-1": ["2024-08-30"],
  });
});

test("where types are named, the others do not count", async () => {
  const two = [earned("ann", "2024-03-01", { type: "diploma" }), earned("ann", "2024-04-01", { type: "other" })];
  expect(await certificates(two, ["diploma", "license"])).toEqual({ "ann-1": ["2024-03-01"] });
  expect(await certificates(two)).toEqual({ "ann-1": ["2024-03-01", "2024-04-01"] });
});

test("one that is dated after the last day counted is not on record yet", async () => {
  expect(await certificates([earned("ann", "2024-03-01")], undefined, "2024-02-29")).toEqual({});
});

test("it belongs to the episode its partner names, else to the latest that had begun", async () => {
  const enrollment = [enrolled("ann", "2024-01-10"), enrolled("ann", "2024-07-01", { enrollment_key: "ann-2" })];
  const of = (facts: object) =>
    evidenceIn(any, { person: [person("ann")], enrollment, credential: [earned("ann", "2024-08-01", facts)] });
  expect(await of({})).toEqual({ "ann-2": ["2024-08-01"] });
  expect(await of({ enrollment_key: "ann-1" })).toEqual({ "ann-1": ["2024-08-01"] });
});
