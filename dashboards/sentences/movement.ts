import type { PublishedRate } from "../../models/published.ts";
import { countWords, percentWords } from "./numbers.ts";

/** One domain's two directions of movement. */
export interface UpAndDown {
  title: string;
  improved: PublishedRate;
  declined: PublishedRate;
}

const compared = (rows: readonly UpAndDown[]) =>
  rows.filter(({ improved, declined }) => improved.share !== null && declined.share !== null);

/** The finding over all domains: in how many more people improved than declined. */
export function movementHeadline(rows: readonly UpAndDown[]): string {
  const shown = compared(rows);
  const up = shown.filter(({ improved, declined }) => (improved.share ?? 0) > (declined.share ?? 0)).length;
  if (shown.length === 0) return "How many people improved and declined cannot be shown";
  const which = shown.length === rows.length ? `${shown.length} domains` : `${shown.length} domains shown`;
  if (up === shown.length) {
    return shown.length === 1
      ? "More people improved than declined in the one domain shown"
      : `More people improved than declined in all ${which}`;
  }
  return `More people improved than declined in ${up} of the ${which}`;
}

/** `Improved: from 30% (Substance use) to 66% (Housing).` over the domains in which that can be shown. */
function extremes(word: string, shown: readonly { title: string; rate: PublishedRate }[]): string[] {
  const sorted = shown
    .flatMap(({ title, rate: { share } }) => (share === null ? [] : [{ title, share }]))
    .sort((a, b) => a.share - b.share);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  const said = ({ share, title }: { share: number; title: string }) => `${percentWords(share)} (${title})`;
  return [`${word}: from ${said(low)} to ${said(high)}.`];
}

/** How far domains lie apart in both directions, and why no average is made. */
export function movementSentences(rows: readonly UpAndDown[]): string[] {
  const scored = rows.flatMap(({ improved }) => (improved.denominator === null ? [] : [improved.denominator]));
  const [low, high] = [Math.min(...scored), Math.max(...scored)].map(countWords);
  const sizes =
    low === high
      ? []
      : [`Domains differ in how many people are scored twice, from ${low} to ${high}, so they are never averaged.`];
  return [
    ...extremes(
      "Improved",
      rows.map(({ title, improved }) => ({ title, rate: improved })),
    ),
    ...extremes(
      "Declined",
      rows.map(({ title, declined }) => ({ title, rate: declined })),
    ),
    ...(scored.length === 0 ? [] : sizes),
  ];
}
