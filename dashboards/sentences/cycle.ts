import type { PublishedCycle } from "../../models/published.ts";
import { pooled } from "../../models/statistics/proportion.ts";
import type { ControlSeries } from "../figures/control-series.ts";
import { countWords, percentWords } from "./numbers.ts";

type Expected = Pick<PublishedCycle, "expected_direction" | "expected_points">;

const pointWords = (points: number) => `${countWords(points)} percentage ${points === 1 ? "point" : "points"}`;

/** What was expected of a change: `A share at least 5 percentage points higher.` */
export const expectedSentence = ({ expected_direction, expected_points }: Expected) =>
  `A share at least ${pointWords(expected_points)} ${expected_direction}.`;

/** `higher`, `lower`, `higher and lower`, or nothing: for what the points after a change are signals. */
function signalled({ judgment, baseline }: ControlSeries): string[] {
  const after = judgment.by === "nothing" ? [] : judgment.signals.slice(baseline);
  const sides = new Set(after.flatMap((signal) => (signal === null ? [] : [signal.side > 0 ? "higher" : "lower"])));
  return [...sides].sort();
}

/** The shares before and after a change, everybody before and everybody after taken together. */
function beforeAndAfter({ stretch, baseline }: ControlSeries): string {
  const share = (points: ControlSeries["stretch"]) => {
    const { numerator, denominator } = pooled(points);
    return numerator / denominator;
  };
  const [before, after] = [share(stretch.slice(0, baseline)), share(stretch.slice(baseline))];
  const points = Math.round((after - before) * 100);
  const change =
    points === 0 ? "no whole point apart" : `${pointWords(Math.abs(points))} ${points > 0 ? "higher" : "lower"}`;
  return `Before the change the share is ${percentWords(before)}, after it ${percentWords(after)}: ${change}.`;
}

const notYet = {
  "too few": "Not known yet: there are too few shares in a row to tell a change from chance.",
  "too few before": "Not known: there are too few shares from before the change to judge it by.",
  "none after": "Not known yet: no share from after the change is settled and shown.",
} as const;

/** What the control chart says of a change, beside what was expected of it; a signal is a reason to look, no proof. */
export function resultSentences(series: ControlSeries, { expected_direction, expected_points }: Expected): string[] {
  const { judgment } = series;
  if (judgment.by === "nothing") return [notYet[judgment.why]];
  const sides = signalled(series);
  if (sides.length === 0) {
    const none = judgment.by === "runs" ? "no lasting change" : "nothing beyond chance after the change";
    const expected = `${pointWords(expected_points)} ${expected_direction}`;
    return [beforeAndAfter(series), `The rules find ${none}. What we expected, ${expected}, does not show so far.`];
  }
  const isExpected = sides.length === 1 && sides[0] === expected_direction;
  return [
    beforeAndAfter(series),
    `After the change the rules find a signal of ${sides.join(" and of ")} shares, ${isExpected ? "the way we expected" : "not what we expected"}. It says where to look, and does not prove that the change is the reason.`,
  ];
}
