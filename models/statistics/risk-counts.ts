/** One person's time under observation, in days from the start of the clock. */
export interface Observation {
  /** Day of the event, or the day on which the person was last seen without it. */
  days: number;
  /** True when the event happened on that day; false when the person is censored. */
  ended: boolean;
  /** Day after which the person came under observation (delayed entry); left out where that is the start of the clock. */
  from?: number;
}

/** What happened on one day, or in one interval, to the people under observation. */
export interface RiskCount {
  /** The day, or the last day of the interval. */
  days: number;
  /** Still without the event, and under observation, when it begins: who leaves on the day is among them. */
  atRisk: number;
  events: number;
  /** Last seen on the day, without the event. */
  censored: number;
}

/** One count per day on which anybody's time ended, in order. Throws on a day that is not 0 or more, and on time that ends before it begins. */
export function riskCounts(observations: readonly Observation[]): RiskCount[] {
  observations.forEach(checkTime);
  const entries = observations.map(({ from = -Infinity }) => from).sort((a, b) => a - b);
  const ofDay = Map.groupBy(observations, ({ days }) => days);
  let [entered, left] = [0, 0];
  return [...ofDay.keys()]
    .sort((a, b) => a - b)
    .map((days) => {
      while (entered < entries.length && entries[entered]! < days) entered++;
      const leaving = ofDay.get(days)!;
      const events = leaving.filter(({ ended }) => ended).length;
      const count = { days, atRisk: entered - left, events, censored: leaving.length - events };
      left += leaving.length;
      return count;
    });
}

/**
 * The rows of a risk table: people at risk when each day begins, and events and censorings before it. Without delayed entry the three
 * always add up to everybody.
 */
export function riskTable(observations: readonly Observation[], days: readonly number[]): RiskCount[] {
  return days.map((day) => {
    const before = observations.filter((one) => one.days < day);
    const events = before.filter(({ ended }) => ended).length;
    const atRisk = observations.filter((one) => one.days >= day && (one.from ?? -Infinity) < day).length;
    return { days: day, atRisk, events, censored: before.length - events };
  });
}

function checkTime({ days, from }: Observation): void {
  if (!(days >= 0)) throw new Error(`invalid days: ${days}`);
  if (from !== undefined && !(from < days)) throw new Error(`no time observed: ${from} to ${days}`);
}
