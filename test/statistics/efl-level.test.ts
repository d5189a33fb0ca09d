import { describe, expect, test } from "vitest";
import { eflScoreBands } from "../../data/reference/efl-score-bands.ts";
import { eflLevel, type TestScore } from "../../models/statistics/efl-level.ts";

const reading = { edition: "TABE 9/10", track: "abe", subject: "reading", tested_on: "2010-03-01" } as const;
const levelOf = (test: TestScore) => eflLevel(eflScoreBands, test);

describe("TABE 9/10", () => {
  test.each([
    ["reading", [367, 368, 460, 461, 517, 518, 566, 567, 595, 596]],
    ["mathematics", [313, 314, 441, 442, 505, 506, 565, 566, 594, 595]],
    ["language", [389, 390, 490, 491, 523, 524, 559, 560, 585, 586]],
  ] as const)("%s: the last score of a level and the first of the next", (subject, scores) => {
    expect(scores.map((score) => levelOf({ ...reading, subject, score }))).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
  });
});

test("a scale with ends has no level beyond them", () => {
  const steps = { edition: "CASAS STEPS", track: "esl", subject: "reading", tested_on: "2026-03-01" } as const;
  expect([228, 238, 239].map((score) => levelOf({ ...steps, score }))).toEqual([6, 6, null]);
  const tabe = { ...reading, edition: "TABE 11/12" };
  expect([299, 300, 800, 801].map((score) => levelOf({ ...tabe, score }))).toEqual([null, 1, 6, null]);
});

test("an edition has a level on its last day of approval and none on the day after", () => {
  const goals = { ...reading, edition: "CASAS GOALS", score: 220 };
  expect(levelOf({ ...goals, tested_on: "2026-06-30" })).toBe(3);
  expect(levelOf({ ...goals, tested_on: "2026-07-01" })).toBeNull();
});

test("nothing is inferred from an unknown edition, another track or a subject the edition does not have", () => {
  expect(levelOf({ ...reading, edition: "TABE 13/14", score: 500 })).toBeNull();
  expect(levelOf({ ...reading, track: "esl", score: 500 })).toBeNull();
  expect(levelOf({ ...reading, subject: "listening", score: 500 })).toBeNull();
});

test("the bands of every edition rise, no two are about the same test, and each says where it is from", () => {
  const names = eflScoreBands.map(({ edition, track, subject }) => `${edition} ${track} ${subject}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { lowest, highest, source } of eflScoreBands) {
    const bounds = [...lowest.map((bound) => bound ?? -Infinity), highest ?? Infinity];
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    expect(new Set(bounds).size).toBe(bounds.length);
    expect(source.length).toBeGreaterThan(10);
  }
});
