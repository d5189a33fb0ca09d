import { capital, countWords } from "./numbers.ts";

/** What a control chart found: `units` as in `quarters`, points judged, signals for higher and for lower shares among them. */
export interface ControlFinding {
  title: string;
  did: string;
  unit: "quarter" | "year";
  judged: number;
  by: "limits" | "runs" | "nothing";
  higher: number;
  lower: number;
}

/** The finding: whether the rules see more than chance. */
export function controlHeadline({ title, did, unit, judged, by, higher, lower }: ControlFinding): string {
  const row = `${judged} ${unit}s in a row`;
  if (by === "nothing") return `${title}: too few ${unit}s in a row to tell a change from chance`;
  const change = by === "runs" ? "no lasting change" : "no change";
  if (higher + lower === 0) return `${title}: the share who ${did} shows ${change} beyond chance in ${row}`;
  const toward = lower === 0 ? "higher" : "lower";
  if (by === "runs") return `${title}: a signal of ${toward} shares in ${row}`;
  const count = higher + lower;
  const give = `${title}: ${count} of ${row} ${count === 1 ? "gives" : "give"} a signal`;
  return higher > 0 && lower > 0
    ? `${give}, ${higher} of higher shares and ${lower} of lower ones`
    : `${give} of ${toward} shares`;
}

/** Why a series is drawn and not judged. */
export function notJudgedSentence(
  why: "too few" | "too few before" | "none after",
  unit: string,
  counts: Counts,
): string {
  const { judged, baseline, leastForRuns, leastBefore } = counts;
  if (why === "none after")
    return `No ${unit} that began after the change is settled and shown yet, so the change cannot be judged.`;
  if (why === "too few before")
    return `Only ${manyWords(baseline, unit)} of the series came before the change; to judge what follows takes at least ${leastBefore}.`;
  return `The rules need at least ${leastForRuns} settled ${unit}s in a row; here there ${judged === 1 ? "is" : "are"} ${judged}. No center and no limits are drawn.`;
}

/** Points judged, those of the baseline, and the fewest that the rules need. */
export interface Counts {
  judged: number;
  baseline: number;
  leastForRuns: number;
  leastBefore: number;
}

/** `1 quarter`, `10 quarters`. */
export const manyWords = (count: number, unit: string) => `${countWords(count)} ${unit}${count === 1 ? "" : "s"}`;

/** Which points were judged, where a gap or a status leaves others out. */
export function judgedSentence(judged: number, shown: number, unit: string, ends: readonly [string, string]): string {
  const rest = shown - judged;
  const which = `Judged are ${manyWords(judged, unit)} in a row, from ${ends[0]} to ${ends[1]}`;
  return rest === 0
    ? `${which}.`
    : `${which}; ${rest} more ${rest === 1 ? "stands" : "stand"} apart behind a gap and ${rest === 1 ? "is" : "are"} drawn open.`;
}

/** The two rules for short series, with what they found and what chance gives; `few` are the points there are to make limits from. */
export function runsSentence(
  few: string,
  run: {
    longestRun: number;
    longestRunAllowed: number;
    crossings: number;
    crossingsExpected: number;
  },
): string {
  return `For limits ${few} are too few, so two rules for short series are used. The longest run on one side of the median is ${run.longestRun} (chance gives up to ${run.longestRunAllowed}). The line crosses the median ${timesWords(run.crossings)} (chance gives ${run.crossingsExpected} or more).`;
}

const timesWords = (count: number) => (count === 0 ? "never" : count === 1 ? "once" : `${count} times`);

/** What the limits are, and that they are wider where shares vary by more than chance. */
export function controlLimitsSentence(widenedBy: number): string {
  const basic = "As long as nothing changes, nearly every share lies between the dashed limits.";
  if (widenedBy === 1) return basic;
  return `${basic} These shares vary by more than chance alone from one to the next, so the limits are ${widenedBy.toFixed(1)} times as wide as chance alone would set them.`;
}

/** What the center and the limits rest on where a change has locked them. */
export function lockedSentence(baseline: number, unit: string, by: "limits" | "runs"): string {
  const what = by === "limits" ? "Center and limits rest" : "The median rests";
  return `${what} on the ${manyWords(baseline, unit)} before the change and ${by === "limits" ? "are" : "is"} carried on after it.`;
}

/** What a signal is. */
export const signalSentence = 'A signal says "look here"; it does not say why.';

/** What a fall at the right end may be where earlier cohorts have been followed for longer. */
export const followedLongerSentence = (unit: string) =>
  `People of earlier ${unit}s have had more time to change, so a fall toward the right may be no more than that.`;

const rules: Readonly<Record<string, string>> = {
  "outside limits": "outside the limits",
  trend: "one of seven that go one way",
  "two of three": "one of two in three near a limit",
  "one side": "one of seven on one side",
  "long run": "in a run too long for chance",
  "few crossings": "in the longest run; too few crossings for chance",
};

/** A signal in the words of a table: `higher: outside the limits`; nothing where there is none. */
export function signalWords(signal: { rule: string; side: number } | null): string {
  return signal === null
    ? "none"
    : capital(`${signal.side > 0 ? "higher" : "lower"}: ${rules[signal.rule] ?? signal.rule}`);
}
