import { expect, test } from "vitest";
import {
  type FunnelFinding,
  funnelHeadline,
  limitsSentence,
  outsideSentences,
  placeWords,
} from "../../../dashboards/sentences/funnel.ts";
import type { FunnelPlace } from "../../../models/statistics/funnel-limits.ts";

const finding = (places: readonly FunnelPlace[], more: Partial<FunnelFinding> = {}): FunnelFinding => ({
  ...{ subject: "Housing", unit: "programs", group: "programs of Tier 1, at a hub", from: "the network" },
  ...{
    widened: false,
    units: places.map((place, i) => ({ name: `Program ${"ABCDEF"[i]}, Hub`, place, isNamed: true })),
  },
  ...more,
});

const within = new Array<FunnelPlace>(4).fill("within");

test("the finding is how many differ by more than chance, never who comes first", () => {
  expect(funnelHeadline(finding([...within, "within"]))).toBe(
    "Housing: all 5 programs of Tier 1, at a hub, differ from the network no more than chance would make them",
  );
  expect(funnelHeadline(finding([...within, "above 95"]))).toBe(
    "Housing: most programs of Tier 1, at a hub, differ from the network no more than chance would make them",
  );
  expect(funnelHeadline(finding([...within.slice(2), "above 95", "below 95", "below 95"]))).toBe(
    "Housing: 2 of 5 programs of Tier 1, at a hub, differ from the network no more than chance would make them",
  );
});

test("where all differ by more than chance, the finding says so before it says who lies apart", () => {
  const of = (places: readonly FunnelPlace[]) =>
    funnelHeadline(finding(places, { widened: true, group: "programs of Tier 1" }));
  expect(of([...within, "within"])).toBe(
    "Housing: programs of Tier 1 differ by more than chance alone, and none lies apart from the rest",
  );
  expect(of([...within, "above 95"])).toMatch(/and 1 of 5 lies apart$/);
  expect(of([...within, "above 95", "below 99.8"])).toMatch(/and 2 of 6 lie apart$/);
  expect(limitsSentence(finding([], { widened: true }))).toMatch(
    /^The lines are set wider than chance alone would set/,
  );
  expect(limitsSentence(finding([]))).toMatch(/^By chance alone, about 95 of 100 marks/);
});

test("those outside are named on their side, in the order given", () => {
  expect(outsideSentences(finding(["above 95", "below 99.8", "within", "above 95"]))).toEqual([
    "Above the 95% limits: Program A, Hub; Program D, Hub.",
    "Below the 99.8% limits: Program B, Hub.",
  ]);
  expect(outsideSentences(finding(within))).toEqual([]);
});

test("where many are drawn, some are said to lie outside by chance", () => {
  const many = finding([...new Array<FunnelPlace>(19).fill("within"), "below 95"]);
  expect(outsideSentences(many).at(-1)).toBe("Of 20 programs, about one in 20 lies outside by chance.");
});

test("a table says where a share lies in words", () => {
  expect(placeWords("within")).toBe("within the limits");
  expect(placeWords("below 99.8")).toBe("below the 99.8% limits");
});
