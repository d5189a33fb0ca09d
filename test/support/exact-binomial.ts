/** Chances of at most 0, 1, … successes in `trials`, each with `tenths` tenths of a chance: counted in whole numbers. */
export function exactBinomial(trials: number, tenths: number): number[] {
  const all = 10n ** BigInt(trials);
  let [ways, below] = [1n, 0n];
  return Array.from({ length: trials + 1 }, (_, k) => {
    below += ways * BigInt(tenths) ** BigInt(k) * BigInt(10 - tenths) ** BigInt(trials - k);
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1);
    return Number((below * 10n ** 18n) / all) / 1e18;
  });
}
