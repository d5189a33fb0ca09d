/** `numerator` of `denominator` people. */
export interface Proportion {
  numerator: number;
  denominator: number;
}

/** Throws unless 0 <= numerator <= denominator and denominator > 0. */
export function checkProportion({ numerator, denominator }: Proportion): void {
  if (!(denominator > 0) || !(numerator >= 0 && numerator <= denominator))
    throw new Error(`invalid proportion: ${numerator} of ${denominator}`);
}

/** All groups as one, with nobody in two of them; nobody when there are none. */
export function pooled(groups: readonly Proportion[]): Proportion {
  return {
    numerator: groups.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: groups.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}
