import { type PartnerMix, swapRoom } from "./swap-room.ts";

/**
 * The partners whose ratios must go so that no number of people in a stratum of a partner is open to fewer than `width`, for anybody
 * and for each partner that knows its own people, or to fewer than without any ratio where that is less.
 */
export function narrowedBy(
  mixes: ReadonlyMap<string, PartnerMix>,
  shares: readonly number[],
  width: number,
): Set<string> {
  const open = new Map([...mixes].map(([id, mix]) => [id, opened(mix)]));
  const gone = new Set<string>();
  for (;;) {
    const now = new Map([...mixes].map(([id, mix]) => [id, gone.has(id) ? open.get(id)! : mix]));
    const isPrinted = (id: string) => Number.isFinite(now.get(id)!.high);
    const printed = [...now.keys()].filter(isPrinted);
    if (printed.length === 0) return gone;
    const narrow = [...now.keys()].find((id) => isNarrow(id, now, open, shares, width));
    if (narrow === undefined) return gone;
    gone.add(isPrinted(narrow) ? narrow : narrowest(printed, now));
  }
}

const opened = (mix: PartnerMix): PartnerMix => ({
  ...mix,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
});

function narrowest(printed: readonly string[], mixes: ReadonlyMap<string, PartnerMix>): string {
  const range = (id: string) => mixes.get(id)!.high - mixes.get(id)!.low;
  return printed.reduce((least, id) => (range(id) < range(least) ? id : least));
}

/** True when somebody can tell the people of a stratum of a partner too closely by the ratios that are printed. */
function isNarrow(
  id: string,
  now: ReadonlyMap<string, PartnerMix>,
  open: ReadonlyMap<string, PartnerMix>,
  shares: readonly number[],
  width: number,
): boolean {
  const readers = [null, ...[...now.keys()].filter((one) => one !== id)];
  return readers.some((reader) => {
    const others = (mixes: ReadonlyMap<string, PartnerMix>) =>
      [...mixes].flatMap(([one, mix]) => (one === id || one === reader ? [] : [mix]));
    return shares.some((_, stratum) => {
      const room = swapRoom(now.get(id)!, others(now), shares, stratum);
      return room < width && room < swapRoom(open.get(id)!, others(open), shares, stratum);
    });
  });
}
