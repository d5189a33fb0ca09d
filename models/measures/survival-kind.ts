import type { Identity, MeasureKind, Part } from "./measure.ts";

/** A time to an event, followed on a grid of days. */
export interface Survival {
  /** Last days of the intervals in which events are counted, in order. */
  days: readonly number[];
  /** Days that every unit is followed for, so that none is last seen before; 0 where newcomers are in it at once. */
  followedFor: number;
  /** Everybody whose time began. */
  started: Pick<Part, "title" | "means">;
  /** The event: `Accepted`, as in `Accepted within 14 days`, and `were accepted`. */
  event: { title: string; did: string };
  /** Those without it: `Waiting for an answer`. */
  without: string;
  /** The populations that parts count, by the part's id. */
  populations?: Readonly<Record<string, Pick<Part, "population" | "within">>>;
}

/** One interval of the grid: after `after` (null for the first) up to and including `day`. */
interface Interval {
  day: number;
  after: number | null;
  /** False where everybody is followed through it. */
  censors: boolean;
}

/**
 * A time to an event, from the columns `days` and `ended` of the measure's rows: on the day `days` it happened, or the unit was last seen
 * without it. Who is last seen on the last day of an interval has come through it, and is last seen in the next. Printed are those who
 * have had the event by each day and those at risk after it; what lies between is their difference.
 */
export function survivalKind(survival: Survival): MeasureKind & { kind: "survival" } {
  const { days, followedFor, populations = {} } = survival;
  const grid = days.map((day, at): Interval => ({ day, after: days[at - 1] ?? null, censors: day > followedFor }));
  const parts = [{ ...survival.started, id: "started", when: "true", printed: true }, ...partsOf(grid, survival)];
  return {
    kind: "survival",
    base: "started",
    parts: parts.map((part) => ({ ...part, ...populations[part.id] })),
    identities: grid.flatMap(identitiesOf),
    rates: [],
  };
}

function partsOf(grid: readonly Interval[], { event, without }: Survival): Part[] {
  return grid.flatMap((interval): Part[] => {
    const { day, after, censors } = interval;
    const during = after === null ? `by day ${day}` : `from day ${after + 1} to day ${day}`;
    const by = { id: `by_${day}`, title: `${event.title} within ${day} days`, means: means(event.did, day) };
    const atRisk = `${without} and still followed after ${day} days`;
    const seen = `${without}, and last seen ${during}`;
    return [
      { ...by, when: `ended and days <= ${day}`, printed: true },
      { ...told(`at_risk_${day}`, atRisk), when: `${stillIn(day)}`, printed: true },
      ...(after === null
        ? []
        : [{ ...told(`ended_${day}`, `${event.title} ${during}`), when: endedIn(interval), printed: false }]),
      ...(censors ? [{ ...told(`censored_${day}`, seen), when: censoredIn(interval), printed: false }] : []),
    ];
  });
}

const told = (id: string, title: string) => ({ id, title, means: `${title}.` });
const means = (did: string, day: number) => `${did[0]!.toUpperCase()}${did.slice(1)} within ${day} days.`;

const stillIn = (day: number) => `((ended and days > ${day}) or (not ended and days >= ${day}))`;
const endedIn = ({ day, after }: Interval) => `ended and days > ${after} and days <= ${day}`;
const censoredIn = ({ day, after }: Interval) =>
  `not ended and days < ${day}${after === null ? "" : ` and days >= ${after}`}`;

function identitiesOf({ day, after, censors }: Interval): Identity[] {
  const censored = censors ? [`censored_${day}`] : [];
  if (after === null) return [{ total: "started", of: [`by_${day}`, `at_risk_${day}`, ...censored] }];
  return [
    { total: `by_${day}`, of: [`by_${after}`, `ended_${day}`] },
    { total: `at_risk_${after}`, of: [`at_risk_${day}`, `ended_${day}`, ...censored] },
  ];
}
