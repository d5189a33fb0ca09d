import { expect, test } from "vitest";
import { codesOf, readWords } from "../../../pipelines/map/code-words.ts";

const codes = codesOf(
  { woman: "Woman", man: "Man", unknown: "Not known" },
  { woman: "f, female", man: "m", unknown: "f unknown" },
);
const words = (...texts: [string, number][]) => texts.map(([word, rows]) => ({ word, rows }));

test("words are read by code, title or alias, whatever their case, accents and signs", () => {
  const read = readWords(words(["FEMALE", 5], ["m.", 4], ["Not known", 3], ["?", 2]), codes);
  expect(read.known).toEqual({ FEMALE: "woman", "m.": "man", "Not known": "unknown", "?": "unknown" });
  expect([read.share, read.telling, read.rare]).toEqual([1, 1, 0]);
});

test("a word of no code is not guessed, but its nearest is named; one in two rows is counted and not repeated", () => {
  const read = readWords(words(["Female adult", 7], ["Ana", 2], ["F", 1]), codes);
  expect(read.known).toEqual({ F: "woman" });
  expect(read.unknown).toEqual([{ word: "Female adult", nearest: ["woman"] }]);
  expect(read.rare).toBe(1);
  expect(read.share).toBeCloseTo(0.1);
});
