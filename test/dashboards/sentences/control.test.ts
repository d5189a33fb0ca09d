import { expect, test } from "vitest";
import {
  type ControlFinding,
  controlHeadline,
  controlLimitsSentence,
  judgedSentence,
  runsSentence,
  signalWords,
} from "../../../dashboards/sentences/control.ts";

const finding: ControlFinding = {
  ...{ title: "Housing", did: "improved", unit: "quarter", judged: 12, by: "limits", higher: 0, lower: 0 },
};

test("the finding is whether the rules see more than chance, and on which side", () => {
  expect(controlHeadline(finding)).toBe(
    "Housing: the share who improved shows no change beyond chance in 12 quarters in a row",
  );
  expect(controlHeadline({ ...finding, by: "runs", judged: 10 })).toBe(
    "Housing: the share who improved shows no lasting change beyond chance in 10 quarters in a row",
  );
  expect(controlHeadline({ ...finding, lower: 1 })).toBe(
    "Housing: 1 of 12 quarters in a row gives a signal of lower shares",
  );
  expect(controlHeadline({ ...finding, higher: 2, lower: 1 })).toBe(
    "Housing: 3 of 12 quarters in a row give a signal, 2 of higher shares and 1 of lower ones",
  );
  expect(controlHeadline({ ...finding, by: "runs", judged: 10, higher: 7 })).toBe(
    "Housing: a signal of higher shares in 10 quarters in a row",
  );
  expect(controlHeadline({ ...finding, unit: "year", by: "nothing" })).toBe(
    "Housing: too few years in a row to tell a change from chance",
  );
});

test("how many were judged is said, and how many stand behind a gap", () => {
  expect(judgedSentence(10, 10, "quarter", ["A", "J"])).toBe("Judged are 10 quarters in a row, from A to J.");
  expect(judgedSentence(10, 12, "quarter", ["A", "J"])).toMatch(
    /; 2 more stand apart behind a gap and are drawn open\.$/,
  );
});

test("what chance gives stands beside what the rules found", () => {
  const run = { longestRun: 5, longestRunAllowed: 6, crossings: 1, crossingsExpected: 2 };
  expect(runsSentence("10 quarters", run)).toBe(
    "For limits 10 quarters are too few, so two rules for short series are used. The longest run on one side of the median is 5 (chance gives up to 6). The line crosses the median once (chance gives 2 or more).",
  );
  expect(runsSentence("10 quarters", { ...run, crossings: 0 })).toContain("crosses the median never");
});

test("limits that are wider than chance sets them say by how much", () => {
  expect(controlLimitsSentence(1)).not.toContain("wide as");
  expect(controlLimitsSentence(1.44)).toContain("1.4 times as wide as chance alone would set them");
});

test("a table names the side and the rule of a signal", () => {
  expect(signalWords(null)).toBe("none");
  expect(signalWords({ rule: "outside limits", side: 1 })).toBe("Higher: outside the limits");
  expect(signalWords({ rule: "one side", side: -1 })).toBe("Lower: one of seven on one side");
});
