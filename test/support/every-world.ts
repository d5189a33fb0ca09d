/** A figure as a reader sees it, and the kinds of people it counts. */
export interface Counted {
  name: string;
  kinds: readonly number[];
  value: number | null;
}

/**
 * Names of the figures a reader learns too much about, found by going through every world: any number of people of each kind
 * from 0 to `most` that agrees with what is printed. Shares no code with protection or audit.
 */
export function learnedInEveryWorld(
  figures: readonly Counted[],
  kinds: number,
  most: number,
  { threshold, width }: { threshold: number; width: number },
): string[] {
  const known = figures.filter(({ value }) => value !== null);
  const hidden = figures.filter(({ value }) => value === null);
  const low = hidden.map(() => Number.POSITIVE_INFINITY);
  const high = hidden.map(() => Number.NEGATIVE_INFINITY);
  const people = new Array<number>(kinds).fill(0);
  const left = known.map(({ value }) => value!);
  const touching = people.map((_, kind) => known.flatMap(({ kinds: of }, i) => (of.includes(kind) ? [i] : [])));
  const settling = people.map((_, kind) => known.flatMap(({ kinds: of }, i) => (Math.max(...of) === kind ? [i] : [])));
  const isSafe = (i: number) => high[i]! - low[i]! >= width;

  function choose(kind: number): boolean {
    if (kind === kinds) {
      hidden.forEach(({ kinds: of }, i) => {
        const value = of.reduce((sum, one) => sum + people[one]!, 0);
        low[i] = Math.min(low[i]!, value);
        high[i] = Math.max(high[i]!, value);
      });
      return hidden.every((_, i) => isSafe(i));
    }
    const room = Math.min(most, ...touching[kind]!.map((i) => left[i]!));
    const needed = settling[kind]!.map((i) => left[i]!);
    for (let count = needed[0] ?? 0; count <= (needed[0] ?? room) && count <= room; count++) {
      if (needed.some((one) => one !== count)) break;
      people[kind] = count;
      for (const i of touching[kind]!) left[i] = left[i]! - count;
      const done = choose(kind + 1);
      for (const i of touching[kind]!) left[i] = left[i]! + count;
      if (done) return true;
    }
    return false;
  }

  choose(0);
  if (low.some((least) => !Number.isFinite(least))) throw new Error("no world agrees with what is printed");
  return hidden.filter((_, i) => !isSafe(i) && low[i]! < threshold).map(({ name }) => name);
}
