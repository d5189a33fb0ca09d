import type { PublishedCell } from "../../models/published.ts";
import { countWords, percentWords } from "./numbers.ts";

/** What may be said of one starting level: people who began there and those still there. */
export interface Start {
  from: PublishedCell | undefined;
  stayed: PublishedCell | undefined;
}

/**
 * How many left crisis. Said only if both counts are shown, the difference is not itself a small count,
 * and the row is large enough for a share.
 */
export function crisisHeadline(
  title: string,
  start: Start,
  rule: { threshold: number; minimum_denominator: number },
): string {
  const [from, stayed] = [start.from?.value ?? null, start.stayed?.value ?? null];
  const neutral = `${title}: from each starting level to the latest`;
  if (from === null || stayed === null || from < rule.minimum_denominator) return neutral;
  const left = from - stayed;
  if (left < rule.threshold || stayed < rule.threshold) return neutral;
  return `${title}: ${countWords(left)} of ${countWords(from)} people who started in crisis (${percentWords(left / from)}) have left it`;
}
