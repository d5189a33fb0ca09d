/** The chances of at most 0, at most 1, … at most `trials` successes when each trial succeeds with chance `chance`. */
export function cumulativeBinomial(trials: number, chance: number): number[] {
  if (!Number.isInteger(trials) || trials < 0 || !(chance >= 0 && chance <= 1))
    throw new Error(`invalid binomial: ${trials} trials with chance ${chance}`);
  const weights = relativeChances(trials, chance);
  const total = weights.reduce((sum, weight) => sum + weight);
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum / total;
  });
}

/** The chances as multiples of the likeliest one, so that none but those that do not matter vanish in rounding. */
function relativeChances(trials: number, chance: number): number[] {
  const likeliest = Math.min(trials, Math.floor((trials + 1) * chance));
  const weights = new Array<number>(trials + 1).fill(1);
  for (let k = likeliest; k < trials; k++)
    weights[k + 1] = (weights[k]! * (trials - k) * chance) / ((k + 1) * (1 - chance));
  for (let k = likeliest; k > 0; k--) weights[k - 1] = (weights[k]! * k * (1 - chance)) / ((trials - k + 1) * chance);
  return weights;
}
