import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import {
  adultsByEntry,
  adultsByPlacement,
  RETENTION_DAYS,
  type RetentionDay,
  retainedAfter,
  stoppedBefore,
} from "./population.ts";

/** Whom job loss is about. */
export const IN_A_JOB = "people in a job";

/** Day in the job from which those who held it at entry count: with several such days, those who come and go between two are too few to show. */
export const JOINING_DAY = 180;

/** One step of the grid: from `from` days in the job, 0 for the first, to before `to`. */
interface Step {
  from: 0 | RetentionDay;
  to: RetentionDay;
}

const steps: readonly Step[] = RETENTION_DAYS.map((to, at) => ({ from: RETENTION_DAYS[at - 1] ?? 0, to }));

const shown = (id: string, title: string, means: string, when: string, more: Partial<Part> = {}): Part => {
  return { id, title, means, when, printed: true, ...more };
};
const hidden = (id: string, title: string, when: string): Part => {
  return { id, title, means: `${title}.`, when, printed: false };
};

const during = ({ from, to }: Step) => `from day ${from} to before day ${to}`;
const isEnded = ({ from, to }: Step) => `ended and lasted_days >= ${from} and lasted_days < ${to}`;
const isLastHeard = ({ from, to }: Step) => `not ended and lasted_days >= ${from} and lasted_days < ${to}`;

/** True for a step at whose beginning others than those placed are at risk too. */
const isJoined = ({ from }: Step) => from >= JOINING_DAY;

/** The part that counts those placed who stopped in a step; in the first one these are all who have stopped. */
const placedEnded = (step: Step) => (isJoined(step) ? `placed_ended_${step.to}` : `ended_${step.to}`);

/** Who was placed: the same numbers as in the shares still employed. */
function placedParts(step: Step): Part[] {
  const { from, to } = step;
  const stopped = isEnded({ from: 0, to });
  const [title, when] = [`Placed, stopped ${during(step)}`, `not held and ${isEnded(step)}`];
  return [
    shown(
      `kept_${to}`,
      `Placed, employed after ${to} days`,
      "Employed through the day.",
      `not held and lasted_days >= ${to}`,
      {
        population: retainedAfter[to],
      },
    ),
    shown(
      `stopped_${to}`,
      `Placed, stopped before day ${to}`,
      "Known to have stopped by then.",
      `not held and ${stopped}`,
      {
        population: stoppedBefore[to],
      },
    ),
    ...(from === 0
      ? []
      : [isJoined(step) ? hidden(placedEnded(step), title, when) : shown(placedEnded(step), title, `${title}.`, when)]),
    hidden(`placed_heard_${to}`, `Placed, last heard of ${during(step)}`, `not held and ${isLastHeard(step)}`),
  ];
}

/** Who is at risk in a step whether placed or not. */
function joinedParts(step: Step): Part[] {
  const { from, to } = step;
  return [
    shown(
      `at_risk_${from}`,
      `Employed and followed after ${from} days`,
      "Placed, or with a job held at entry.",
      `lasted_days >= ${from}`,
    ),
    shown(`ended_${to}`, `Stopped ${during(step)}`, "Of these the ones known to have stopped.", isEnded(step)),
    hidden(`held_ended_${to}`, `Job held at entry, stopped ${during(step)}`, `held and ${isEnded(step)}`),
    hidden(`held_heard_${to}`, `Job held at entry, last heard of ${during(step)}`, `held and ${isLastHeard(step)}`),
    hidden(`held_kept_${to}`, `Job held at entry, employed after ${to} days`, `held and lasted_days >= ${to}`),
  ];
}

const placedSums = (step: Step): Identity[] => {
  const { from, to } = step;
  if (from === 0) return [{ total: "placed", of: [`kept_${to}`, `stopped_${to}`, `placed_heard_${to}`] }];
  return [
    { total: `kept_${from}`, of: [`kept_${to}`, placedEnded(step), `placed_heard_${to}`] },
    { total: `stopped_${to}`, of: [`stopped_${from}`, placedEnded(step)] },
  ];
};

const joinedSums = ({ from, to }: Step): Identity[] => [
  { total: `at_risk_${from}`, of: [`kept_${from}`, "held"] },
  { total: `ended_${to}`, of: [`placed_ended_${to}`, `held_ended_${to}`] },
  { total: "held", of: [`held_ended_${to}`, `held_heard_${to}`, `held_kept_${to}`] },
];

/** The share who stopped in a step, of those at risk at its beginning. */
function rateOf(step: Step): Rate {
  const { from, to } = step;
  const when = from === 0 ? `before day ${to}` : during(step);
  const words = { title: `Stopped ${when}`, did: `stopped working ${when}`, of: `stopped working ${when}` };
  return { id: `lost_${to}`, ...words, numerator: from === 0 ? `stopped_${to}` : `ended_${to}`, ...atRisk(step) };
}

function atRisk(step: Step): Pick<Rate, "denominator" | "among"> {
  const { from } = step;
  if (from === 0) return { denominator: "placed", among: `${IN_A_JOB} after a placement` };
  if (isJoined(step)) return { denominator: `at_risk_${from}`, among: `${IN_A_JOB} after ${from} days` };
  return { denominator: `kept_${from}`, among: `${IN_A_JOB} ${from} days after a placement` };
}

/**
 * Job loss step by step, with people who come in late. A row's job lasted for its column `lasted_days`, and then `ended` or was last
 * heard of; a job `held` at entry is at risk from day 180 on, a placement from day 0. The share still employed at a day is the
 * product of the shares that came through each step before it (Kaplan and Meier, with delayed entry).
 */
export const jobLossKind: MeasureKind & { kind: "share" } = {
  kind: "share",
  base: "followed",
  parts: [
    shown("followed", "Followed", "Placements, and jobs held at entry.", "true"),
    shown("placed", "Placed", "Placements that began at least 365 days ago.", "not held", {
      population: adultsByPlacement,
    }),
    shown("held", "Job held at entry", `Jobs held at an entry, and through day ${JOINING_DAY}.`, "held", {
      within: adultsByEntry,
    }),
    ...steps.flatMap(placedParts),
    ...steps.filter(isJoined).flatMap(joinedParts),
  ],
  identities: [
    { total: "followed", of: ["placed", "held"] },
    ...steps.flatMap(placedSums),
    ...steps.filter(isJoined).flatMap(joinedSums),
  ],
  rates: steps.map(rateOf),
};
