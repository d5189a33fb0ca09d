import { countWords } from "./numbers.ts";

/** The finding of several counts, one for each of some `kinds`: from the fewest to the most, without saying whose. */
export function countsHeadline(title: string, counts: readonly (number | null)[], unit: string, kinds: string): string {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return `${title}: no count can be shown`;
  const [low, high] = [Math.min(...known), Math.max(...known)].map(countWords);
  if (known.length === 1) return `${title}: ${high} ${unit}`;
  const shown = known.length === counts.length ? "" : " shown";
  return `${title}: ${low === high ? low : `${low} to ${high}`} ${unit} in each of the ${known.length} ${kinds}${shown}`;
}
