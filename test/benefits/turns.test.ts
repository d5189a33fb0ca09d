import { expect, test } from "vitest";
import type { CurvePoint } from "../../models/benefits/benefit-curve.ts";
import { effectiveRate, turnsOf } from "../../models/benefits/turns.ts";

const none = { cash: 0, food: 0, child_care: 0, housing: 0, coverage: 0 };

/** A curve with steps of 1,000 dollars and these net resources. */
const curve = (...nets: number[]): CurvePoint[] => nets.map((net, i) => ({ earned: i * 1000, net, help: none }));

test("a step on which a family keeps 401 of 1,000 dollars is no plateau, on which it keeps 400 it is", () => {
  expect(turnsOf(curve(0, 401))).toEqual([]);
  expect(turnsOf(curve(0, 400))).toMatchObject([{ kind: "plateau", from: 0, to: 1000, lost: -400, breakEven: null }]);
});

test("a step on which a family keeps nothing is a plateau, on which it loses one dollar a cliff", () => {
  expect(turnsOf(curve(50, 50))).toMatchObject([{ kind: "plateau" }]);
  expect(turnsOf(curve(50, 49))).toMatchObject([{ kind: "cliff", lost: 1 }]);
  expect(effectiveRate(curve(50, 49)[0]!, curve(50, 49)[1]!)).toBeCloseTo(1.001, 9);
});

test("steps of one kind that follow each other are one, and break even is where the family first has as much as before", () => {
  expect(turnsOf(curve(0, 1000, 900, 600, 800, 999, 1000, 2000))).toMatchObject([
    { kind: "cliff", from: 1000, to: 3000, lost: 400, breakEven: 6000 },
    { kind: "plateau", from: 3000, to: 6000, lost: -400 },
  ]);
});

test("a cliff from which the grid does not lead back has no break-even, and one at the end is found", () => {
  expect(turnsOf(curve(0, 1000, 100))).toMatchObject([{ kind: "cliff", from: 1000, to: 2000, breakEven: null }]);
});

test("the help named is the one that falls the most", () => {
  const [before, after] = [
    { earned: 0, net: 500, help: { ...none, food: 300, coverage: 450 } },
    { earned: 1000, net: 400, help: { ...none, food: 100, coverage: 0 } },
  ];
  expect(turnsOf([before, after])).toMatchObject([{ program: "coverage" }]);
});
