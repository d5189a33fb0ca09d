import { expect, test } from "vitest";
import { incidenceOf } from "../../../models/relations/incidence.ts";
import { strandsOf } from "../../../models/relations/strand.ts";
import { relationSystem } from "../../../models/relations/system.ts";
import { forget, sumsOf, takeOver, takeOverHarmless, worldsFrom } from "../../../pipelines/interval-solver/worlds.ts";
import { measureOf } from "../../support/random-cube.ts";
import { smallKind } from "../../support/small-kind.ts";

/** Two units a and b, each with all = met + unmet: cells 0 to 2 in relation 0, cells 3 to 5 in relation 1. */
const partners = ["a", "b"];
const incidence = incidenceOf(
  relationSystem(strandsOf([measureOf("m", smallKind, [{ slice: "partner", periods: ["all"] }])]), {
    partners,
    programs: partners.map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" })),
    tiers: ["core"],
    followups: [],
    quarters: [],
  }),
);
const world = Float64Array.of(30, 20, 10, 50, 40, 10);
const worldsOf = (...unknown: number[]) => worldsFrom(incidence, Uint8Array.from(unknown), world);

test("a cell shown to do no harm is open again when a number that showed it is withheld, and no other is", () => {
  const worlds = worldsOf(0, 1, 1, 0, 1, 1);
  worlds.harmless.set(1, [0]).set(4, [1]);
  forget(worlds, Uint8Array.of(1, 1, 1, 0, 1, 1));
  expect([...worlds.harmless.keys()]).toEqual([4]);
  expect([...worlds.unknown]).toEqual([1, 1, 1, 0, 1, 1]);
});

test("worlds found so far stay possible when more is withheld", () => {
  const worlds = worldsOf(0, 1, 1, 0, 0, 0);
  worlds.low[1] = 5;
  forget(worlds, Uint8Array.of(1, 1, 1, 0, 0, 0));
  expect(worlds.low[1]).toBe(5);
});

test("how far a number went in worlds found for others is taken over as a change, and not where it is known", () => {
  const own = worldsFrom(incidence, Uint8Array.of(0, 1, 1, 0, 0, 0), Float64Array.of(25, 17, 8, 50, 40, 10));
  const found = worldsOf(0, 1, 1, 0, 1, 1);
  found.low.set([30, 14, 10, 50, 31, 10]);
  takeOver(own, found);
  expect([...own.low]).toEqual([25, 11, 8, 50, 40, 10]);
});

test("what does no harm to one who knows less is taken over where it is unknown and the same number", () => {
  const own = worldsOf(0, 1, 1, 0, 0, 0);
  const found = worldsOf(0, 1, 1, 0, 1, 1);
  found.harmless.set(1, [0]).set(2, [0]).set(4, [1]);
  takeOverHarmless(own, found, (cell) => cell !== 2);
  expect([...own.harmless.keys()]).toEqual([1]);
});

test("relations come to nothing in a world and to what is missing where a number is less", () => {
  expect([...sumsOf(incidence, world)]).toEqual([0, 0]);
  expect([...sumsOf(incidence, Float64Array.of(30, 20, 10, 50, 33, 10))]).toEqual([0, -7]);
});
