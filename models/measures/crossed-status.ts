import type { Identity, Part } from "./measure.ts";

/** What can be known of a person at a time, with the SQL that says so of a column that is null where nobody knows. */
const statuses = {
  employed: (column: string) => column,
  not_employed: (column: string) => `not ${column}`,
  unknown: (column: string) => `${column} is null`,
} as const;

type Status = keyof typeof statuses;
const all = Object.keys(statuses) as Status[];

/** Who is last heard of in a job before the earlier time is still so, or employed, at the later one. */
const isPossible = (earlier: Status, later: Status) => !(earlier === "unknown" && later === "not_employed");

/**
 * Everybody by status at two times, one earlier: never printed, but what is printed of the two times tells of it, for nobody
 * whose status was not known goes over to those known to be without a job.
 */
export function crossedStatus(earlier: string, later: string): { parts: Part[]; identities: Identity[] } {
  const idOf = (before: Status, after: Status) => `${before}_${earlier}_${after}_${later}`;
  const after = (before: Status) => all.filter((status) => isPossible(before, status));
  const before = (status: Status) => all.filter((one) => isPossible(one, status));
  return {
    parts: all.flatMap((was) =>
      after(was).map((is): Part => {
        const title = `${was} in ${earlier} and ${is} in ${later}`.replaceAll("_", " ");
        const when = `${statuses[was](earlier)} and ${statuses[is](later)}`;
        return { id: idOf(was, is), title, means: title, when, printed: false };
      }),
    ),
    identities: [
      ...all.map((was) => ({ total: `${was}_${earlier}`, of: after(was).map((is) => idOf(was, is)) })),
      ...all.map((is) => ({ total: `${is}_${later}`, of: before(is).map((was) => idOf(was, is)) })),
    ],
  };
}
