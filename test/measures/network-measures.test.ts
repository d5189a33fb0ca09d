import { expect, test } from "vitest";
import { measures } from "../../models/measures/catalogue.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { measuresOf } from "../../models/measures/network-measures.ts";
import { populationsOf } from "../../models/relations/strand.ts";

const partners = [
  { id: "hub", name: "Hub", kind: "care_coordination_hub" },
  { id: "school", name: "School", kind: "adult_education" },
];
const all = measuresOf(partners);
const made = all.filter((one) => !measures.includes(one));

test("a network has every measure that all share, in their order, and those made of its partners", () => {
  expect(all.filter((one) => measures.includes(one))).toEqual(measures);
  expect(made.map(({ id }) => id)).toEqual(["referral-matrix"]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

const periodsBy = ({ shape }: Measure, slice: string) =>
  shape.filter((cut) => cut.slice === slice).flatMap(({ periods }) => periods.filter((kind) => kind !== "all"));

test("a made measure is published to date alone, and not by tier, as others of its people may be", () => {
  for (const one of made) {
    const siblings = measures.filter((other) => populationsOf(other).some((each) => populationsOf(one).includes(each)));
    expect(siblings.length).toBeGreaterThan(0);
    expect(["network", "partner", "program", "tier"].flatMap((slice) => periodsBy(one, slice))).toEqual([]);
    expect(one.shape.map(({ slice }) => slice)).not.toContain("tier");
  }
});
