/** A group of like people: its level on each factor, from the one that matters most to the one that is given up first. */
export type Stratum = readonly string[];

/**
 * Strata large enough to have a rate of their own: those of fewer than `minimum` people give up their last factor and are put together,
 * then the one before it, until they are large enough or all factors are gone: what is left then stands together however few it is.
 * Returns the name of the stratum that each row is put into.
 */
export function collapsedStrata(rows: readonly { stratum: Stratum; people: number }[], minimum: number): string[] {
  let strata = rows.map(({ stratum }) => stratum);
  const factors = Math.max(0, ...strata.map(({ length }) => length));
  for (let kept = factors - 1; kept >= 0; kept--) {
    const people = new Map<string, number>();
    strata.forEach((stratum, at) => {
      people.set(nameOf(stratum), (people.get(nameOf(stratum)) ?? 0) + rows[at]!.people);
    });
    strata = strata.map((stratum) => (people.get(nameOf(stratum))! < minimum ? stratum.slice(0, kept) : stratum));
  }
  return strata.map(nameOf);
}

const nameOf = (stratum: Stratum) => JSON.stringify(stratum);
