/** A partner's people by stratum, and between which numbers of expected people its ratio leaves them: any where none is printed. */
export interface PartnerMix {
  /** People of each stratum who met the measure, and those who did not. */
  met: readonly number[];
  unmet: readonly number[];
  expected: number;
  low: number;
  high: number;
}

/**
 * How many numbers of people in one stratum of a partner are surely possible for a reader, less one. People of the partner may change
 * strata if as many of the others' change back, met for met and unmet for unmet: all counts of partners and of strata stay, and each
 * printed ratio as long as its expected people stay within its range. Never more than is possible, and often less.
 */
export function swapRoom(
  own: PartnerMix,
  others: readonly PartnerMix[],
  shares: readonly number[],
  stratum: number,
): number {
  const elsewhere = shares.flatMap((_, at) => (at === stratum ? [] : [at]));
  const most = (moves: readonly number[]) => Math.max(0, ...moves);
  return (
    most(elsewhere.map((from) => moved(own, others, shares, from, stratum))) +
    most(elsewhere.map((to) => moved(own, others, shares, stratum, to)))
  );
}

/** How many of a partner's people can change from one stratum to another while others' change back. */
function moved(own: PartnerMix, others: readonly PartnerMix[], shares: readonly number[], from: number, to: number) {
  const change = shares[to]! - shares[from]!;
  const ofKind = (kind: "met" | "unmet") => {
    const back = others.map((other) => Math.min(other[kind][to]!, slack(other, -change)));
    return Math.min(
      own[kind][from]!,
      slack(own, change),
      back.reduce((sum, people) => sum + people, 0),
    );
  };
  return Math.max(ofKind("met"), ofKind("unmet"));
}

/** How many people's change, each of so many expected people, a partner's range allows. */
function slack({ expected, low, high }: PartnerMix, change: number): number {
  if (change === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor((change > 0 ? high - expected : expected - low) / Math.abs(change)));
}
