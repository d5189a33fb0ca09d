import type { Identity, Part } from "./measure.ts";

/** What can have become of a referral by a day: open ones are accepted, failed ones were so before they ended without the service. */
export const referralStates = ["waiting", "open", "connected", "failed", "refused"] as const;
export type ReferralState = (typeof referralStates)[number];

/** To which states a referral can go on from each of those that it can leave. */
const moves = {
  waiting: ["open", "connected", "failed", "refused"],
  open: ["connected", "failed"],
} as const satisfies Partial<Record<ReferralState, readonly ReferralState[]>>;

/** SQL: true where the referral is in one of the states on a day; the measure's row has a column `state_<day>` for each. */
export const isIn = (day: number, ...states: readonly ReferralState[]) =>
  `state_${day} in (${states.map((state) => `'${state}'`).join(", ")})`;

/** The id of the part that counts a state on a day. */
export const stateOn = (state: ReferralState, day: number) => `${state}_${day}`;

const goes = (from: ReferralState, day: number, to: ReferralState, next: number) => `${from}_${day}_${to}_${next}`;

function hidden(id: string, when: string): Part {
  const title = id.replaceAll("_", " ");
  return { id, title, means: title, when, printed: false };
}

/** Referrals by state on each of the days, but for those connected, which are printed. */
export const statePart = (state: Exclude<ReferralState, "connected">, day: number): Part =>
  hidden(stateOn(state, day), isIn(day, state));

/**
 * Referrals by state on one day and on a later one: never printed, but what is printed of the two days tells of them, for whatever
 * has ended stays as it is.
 */
export function stateMoves(day: number, next: number): { parts: Part[]; identities: Identity[] } {
  const steps = [{ from: "open", to: "open" } as const, ...stepsFrom("waiting"), ...stepsFrom("open")];
  const into = (state: ReferralState) => steps.filter(({ to }) => to === state).map(({ from }) => from);
  return {
    parts: steps.map(({ from, to }) => hidden(goes(from, day, to, next), `${isIn(day, from)} and ${isIn(next, to)}`)),
    identities: [
      {
        total: stateOn("waiting", day),
        of: [stateOn("waiting", next), ...moves.waiting.map((to) => goes("waiting", day, to, next))],
      },
      {
        total: stateOn("open", day),
        of: (["open", ...moves.open] as const).map((to) => goes("open", day, to, next)),
      },
      { total: stateOn("open", next), of: into("open").map((from) => goes(from, day, "open", next)) },
      ...(["connected", "failed", "refused"] as const).map((state) => ({
        total: stateOn(state, next),
        of: [stateOn(state, day), ...into(state).map((from) => goes(from, day, state, next))],
      })),
    ],
  };
}

const stepsFrom = (from: keyof typeof moves) => moves[from].map((to) => ({ from, to }));
