import { expect, test } from "vitest";
import { measures } from "../../models/measures/catalogue.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { connected } from "../../models/relations/strand.ts";

/** Lengths of period, but for the time to date, over which a measure is published by a slice. */
const periodsBy = ({ shape }: Measure, slice: string) =>
  shape
    .filter((cut) => cut.slice === slice)
    .flatMap(({ periods }) => periods.filter((kind) => kind !== "all"))
    .sort();

const populationsOf = ({ kind }: Measure) => kind.parts.flatMap(({ population, within }) => population ?? within ?? []);
const pairs = measures.flatMap((one, at) => measures.slice(at + 1).map((other) => ({ one, other })));
const alike = pairs.filter(({ one, other }) => populationsOf(one).some((each) => populationsOf(other).includes(each)));

// A finer cut of one of them would meet the cut-off day of another in a sum that no relation states.
test.each(alike)(
  "$one.id and $other.id, which count one population, are published over the same periods or to date",
  ({ one, other }) => {
    for (const slice of ["network", "partner", "program"]) {
      const [mine, its] = [periodsBy(one, slice), periodsBy(other, slice)];
      if (mine.length > 0 && its.length > 0) expect(mine).toEqual(its);
    }
  },
);

// What partners of several tiers do in one of them is tied to the partner, not to other measures.
test("of measures that hang together one at most is published by tier", () => {
  for (const together of connected(measures)) {
    const byTier = together.filter(({ shape }) => shape.some(({ slice }) => slice === "tier"));
    expect(byTier.map(({ id }) => id).slice(1)).toEqual([]);
  }
});
