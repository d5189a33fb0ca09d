import type { Identity, Part, Rate } from "./measure.ts";

const classes = [
  {
    id: "improved",
    title: "Improved",
    when: "to_level > from_level",
    did: "improved",
    of: "were at a higher level at the latest assessment",
  },
  {
    id: "maintained_safe",
    title: "Maintained at 3 or above",
    when: "to_level = from_level and from_level >= 3",
    did: "stayed at level 3 or above",
    of: "were at the same level, 3 or above, both times",
  },
  {
    id: "maintained_below",
    title: "Maintained below 3",
    when: "to_level = from_level and from_level < 3",
    did: "stayed below level 3",
    of: "were at the same level, 1 or 2, both times",
  },
  {
    id: "declined",
    title: "Declined",
    when: "to_level < from_level",
    did: "declined",
    of: "were at a lower level at the latest assessment",
  },
] as const;

const counted = [{ id: "paired", title: "Scored twice", when: "true" }, ...classes];

const parts: Part[] = counted.flatMap(({ id, title, when }): Part[] => [
  {
    id: `goal_${id}`,
    title: `${title}, in a goal`,
    means: `${title}; the domain was marked as the person's goal on a form before the latest one.`,
    when: `pairing = 'paired' and is_goal and ${when}`,
    printed: true,
    detail: true,
  },
  {
    id: `other_${id}`,
    title: `${title}, not in a goal`,
    means: `${title}; the domain was not marked as a goal, or the partner does not report goals.`,
    when: `pairing = 'paired' and not is_goal and ${when}`,
    printed: false,
    detail: true,
  },
]);

const identities: Identity[] = [
  ...counted.map(({ id }) => ({ total: id, of: [`goal_${id}`, `other_${id}`] })),
  ...["goal", "other"].map((which) => ({ total: `${which}_paired`, of: classes.map(({ id }) => `${which}_${id}`) })),
];

const rates: Rate[] = classes.map(({ id, title, did, of }) => ({
  ...{ id: `goal_${id}`, title: `${title}, in a goal`, numerator: `goal_${id}`, denominator: "goal_paired" },
  ...{ did, among: "people scored twice in a domain they chose as a goal", of },
}));

/** Movement in the domains that people chose as their goals, beside that in all others. */
export const goalMovement = { parts, identities, rates };
