import { expect, test } from "vitest";
import { countable } from "../../models/aggregate/countable.ts";
import { matrixMovement } from "../../models/measures/matrix-movement.ts";
import { measuresOf } from "../../models/measures/network-measures.ts";
import { peopleServed } from "../../models/measures/people-served.ts";

test("people served are counted by an agency alone, without linking, partners, programs, tiers and counties", () => {
  const alone = countable(peopleServed)!;
  expect(alone.kind.parts.map(({ id }) => id)).toEqual(["people"]);
  expect(alone.kind.identities).toEqual([]);
  expect([...new Set(alone.shape.map(({ slice }) => slice))].sort()).toEqual(
    ["age_band", "disability", "gender", "household_type", "language", "network", "race_ethnicity"].sort(),
  );
});

test("a share keeps its parts and the sums between them, and nothing but counts", () => {
  const alone = countable(matrixMovement)!;
  expect(alone.kind.identities).toEqual(matrixMovement.kind.identities);
  for (const one of ["medians", "sums", "standardised"] as const) expect(alone[one]).toBeUndefined();
});

test("what only several partners together have cannot be counted alone", () => {
  const matrix = measuresOf([{ id: "a", name: "A", kind: "other" }]).find(({ id }) => id === "referral-matrix")!;
  expect(countable(matrix)).toBeNull();
});
