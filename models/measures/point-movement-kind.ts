import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { adultsByEntry, adultsWithoutBaseline } from "./population.ts";

/** One point of follow-up: its level is in the column `<id>_level`, null where there is none. */
export interface Point {
  id: string;
  /** As in `after 6 months`. */
  words: string;
}

const classes = [
  {
    id: "improved",
    title: "Improved",
    means: "At a higher level than at baseline.",
    when: (level: string) => `${level} > from_level`,
    did: "improved",
    of: "were at a higher level",
  },
  {
    id: "maintained_safe",
    title: "Maintained at 3 or above",
    means: "At the same level both times, 3 (safe) or above.",
    when: (level: string) => `${level} = from_level and from_level >= 3`,
    did: "stayed at level 3 or above",
    of: "were at the same level, 3 or above,",
  },
  {
    id: "maintained_below",
    title: "Maintained below 3",
    means: "At the same level both times, 1 or 2.",
    when: (level: string) => `${level} = from_level and from_level < 3`,
    did: "stayed below level 3",
    of: "were at the same level, 1 or 2,",
  },
  {
    id: "declined",
    title: "Declined",
    means: "At a lower level than at baseline.",
    when: (level: string) => `${level} < from_level`,
    did: "declined",
    of: "were at a lower level",
  },
] as const;

/** Everybody with a baseline at a point: in a class, or not scored both times. */
const standings = [
  ...classes,
  { id: "unscored", when: (level: string) => `has_baseline and (from_level is null or ${level} is null)` },
];

/** Who stays at 3 or above started there, and who stays below started below. */
const isPossible = (earlier: string, later: string) =>
  ![earlier, later].every((id) => id.startsWith("maintained")) || earlier === later;

const idAt = (standing: string, point: Point) => `${standing}_${point.id}`;
const levelAt = ({ id }: Point) => `${id}_level`;

/** Movement of one cohort from the baseline to two points of follow-up, tied by who was where at both. */
export function pointMovementKind(earlier: Point, later: Point): MeasureKind & { kind: "share" } {
  return {
    kind: "share",
    base: "eligible",
    parts: [...cohort, ...[earlier, later].flatMap(partsAt), ...crossed(earlier, later).map(({ part }) => part)],
    identities: [...[earlier, later].flatMap(sumsAt), ...crossedSums(earlier, later)],
    rates: [earlier, later].flatMap(ratesAt),
  };
}

const cohort: Part[] = [
  {
    id: "eligible",
    title: "Adults in the cohort",
    means: "Episodes of adults and unaccompanied youth that began long enough ago.",
    when: "true",
    printed: true,
    population: adultsByEntry,
  },
  {
    id: "no_baseline",
    title: "No baseline",
    means: "No assessment of the initial stage or within 30 days of entry.",
    when: "not has_baseline",
    printed: true,
    population: adultsWithoutBaseline,
  },
];

function partsAt(point: Point): Part[] {
  const part = (id: string, title: string, means: string, when: string, printed = true): Part => {
    return { id: idAt(id, point), title: `${title} ${point.words}`, means, when, printed };
  };
  const level = levelAt(point);
  return [
    part(
      "paired",
      "Scored at baseline and",
      "Scored at baseline and in the window around the point.",
      `from_level is not null and ${level} is not null`,
    ),
    ...classes.map(({ id, title, means, when }) => part(id, title, means, when(level))),
    part(
      "unscored",
      "Not scored both times",
      "Assessed at baseline; not scored then or not in the window.",
      `has_baseline and (from_level is null or ${level} is null)`,
      false,
    ),
  ];
}

const sumsAt = (point: Point): Identity[] => [
  { total: "eligible", of: ["no_baseline", idAt("unscored", point), idAt("paired", point)] },
  { total: idAt("paired", point), of: classes.map(({ id }) => idAt(id, point)) },
];

function crossed(earlier: Point, later: Point) {
  return standings.flatMap((was) =>
    standings.flatMap((is) => {
      if (!isPossible(was.id, is.id)) return [];
      const title = `${was.id} ${earlier.words} and ${is.id} ${later.words}`.replaceAll("_", " ");
      const when = `${was.when(levelAt(earlier))} and ${is.when(levelAt(later))}`;
      const part: Part = { id: `${was.id}_then_${is.id}`, title, means: title, when, printed: false };
      return [{ was: was.id, is: is.id, part }];
    }),
  );
}

function crossedSums(earlier: Point, later: Point): Identity[] {
  const all = crossed(earlier, later);
  return standings.flatMap(({ id }) => [
    { total: idAt(id, earlier), of: all.flatMap(({ was, part }) => (was === id ? [part.id] : [])) },
    { total: idAt(id, later), of: all.flatMap(({ is, part }) => (is === id ? [part.id] : [])) },
  ]);
}

function ratesAt(point: Point): Rate[] {
  return [
    ...classes.map(({ id, title, did, of }) => ({
      ...{ id: idAt(id, point), title: `${title} ${point.words}` },
      ...{ numerator: idAt(id, point), denominator: idAt("paired", point) },
      ...{ did, among: `people scored at baseline and ${point.words}`, of: `${of} ${point.words}` },
    })),
    {
      ...{ id: idAt("paired", point), title: `Scored at baseline and ${point.words}` },
      ...{ numerator: idAt("paired", point), denominator: "eligible" },
      ...{ did: `were scored at baseline and ${point.words}`, among: "people in the cohort" },
      of: `were scored at baseline and ${point.words}`,
    },
  ];
}
