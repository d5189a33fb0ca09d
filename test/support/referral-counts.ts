type Chance = (what: string) => number;

/** What became of a made-up referral by each day, in the parts of the measure of outcomes. */
export function referralOutcome(at: Chance): string[] {
  const [answered, served] = [Math.round(at("answer") * 70), Math.round(at("answer") * 70 + at("serve") * 60)];
  const [isAnswered, isAccepted, isServed] = [at("any") < 0.85, at("says") < 0.8, at("got") < 0.8];
  const byDay = [14, 30, 90].flatMap((day) => {
    if (!isAnswered || answered > day) return [];
    if (!isAccepted) return [`answered_${day}`, `closed_${day}`];
    const connected = isServed && served <= day ? [`closed_${day}`, `connected_${day}`] : [];
    return [`answered_${day}`, `accepted_${day}`, ...connected];
  });
  const rejected = isAnswered && !isAccepted ? ["rejected", "unserved"] : [];
  return ["sent", ...(at("warm") < 0.3 ? ["warm"] : []), ...(isAnswered ? ["decided"] : []), ...rejected, ...byDay];
}

/** Why a made-up referral ended without the service. */
export const reasonOf = (at: Chance): string[] => [
  "unserved",
  ["no_capacity", "not_reached", "not_eligible", "declined", "other", "unknown"][Math.floor(at("reason") ** 1.4 * 6)]!,
];

/** To whom a made-up referral was sent, and whether the service followed. */
export function flowOf(at: Chance): string[] {
  const to = ["hub", "housing", "work", "other"][Math.floor(at("to") * 4)]!;
  return ["sent", `to_${to}`, ...(at("connected") < 0.55 ? ["connected", `connected_${to}`] : [])];
}

const receivers = [
  ["harbor-house", "housing"],
  ["bridge-works", "work"],
  ["cedar-family", "hub"],
] as const;

/** To which partner a made-up referral was sent, few of them to the last. */
export function receiverOf(at: Chance): string[] {
  const [partner, group] = receivers[at("partner") < 0.02 ? 2 : at("to") < 0.6 ? 0 : 1]!;
  return ["sent", `to_group_${group}`, `to_${partner}`];
}
