import type { PublishedRate } from "../../models/published.ts";
import { countWords, percentRange, percentWords } from "./numbers.ts";

/** One domain's two directions of movement. */
export interface UpAndDown {
  title: string;
  improved: PublishedRate;
  declined: PublishedRate;
}

const compared = (rows: readonly UpAndDown[]) =>
  rows.filter(({ improved, declined }) => improved.share !== null && declined.share !== null);

/** The finding over all domains: in how many more people improved than declined, or what is shown of the two where both never are. */
export function movementHeadline(rows: readonly UpAndDown[]): string {
  const shown = compared(rows);
  if (shown.length === 0) return oneWayHeadline(rows);
  if (shown.length === 1) return oneDomainHeadline(shown[0]?.improved.share ?? 0, shown[0]?.declined.share ?? 0);
  const up = shown.filter(({ improved, declined }) => (improved.share ?? 0) > (declined.share ?? 0)).length;
  const which = shown.length === rows.length ? `${shown.length} domains` : `${shown.length} domains shown`;
  const where = up === shown.length ? `all ${which}` : `${up === 0 ? "none" : up} of the ${which}`;
  return `More people improved than declined in ${where}`;
}

function oneDomainHeadline(improved: number, declined: number): string {
  const where = "in the one domain where both are shown";
  if (improved === declined) return `As many people improved as declined ${where}`;
  return improved > declined
    ? `More people improved than declined ${where}`
    : `More people declined than improved ${where}`;
}

/** Where no domain shows both directions: what each shows, and that the other is not shown. */
function oneWayHeadline(rows: readonly UpAndDown[]): string {
  const sharesOf = (way: "improved" | "declined") => {
    const shares = rows.flatMap((row) => (row[way].share === null ? [] : [row[way].share]));
    const where = shares.length === 1 ? "1 domain" : `${shares.length} domains`;
    return shares.length === 0 ? "" : `${percentRange(Math.min(...shares), Math.max(...shares))} ${way} in ${where}`;
  };
  const [improved, declined] = [sharesOf("improved"), sharesOf("declined")];
  if (improved === "" && declined === "") return "How many people improved and declined cannot be shown";
  const rest =
    improved && declined ? "no domain shows both" : `how many ${improved ? "declined" : "improved"} cannot be shown`;
  return `Of people scored twice, ${[improved, declined].filter(Boolean).join(" and ")}; ${rest}`;
}

/** `Improved: from 30% (Substance use) to 66% (Housing).` over the domains in which that can be shown, or one share where these round alike. */
function extremes(word: string, shown: readonly { title: string; rate: PublishedRate }[]): string[] {
  const sorted = shown
    .flatMap(({ title, rate: { share } }) => (share === null ? [] : [{ title, share }]))
    .sort((a, b) => a.share - b.share);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  if (percentWords(low.share) === percentWords(high.share))
    return [
      `${word}: ${percentRange(low.share, high.share)} in each of the ${sorted.length} domains where it is shown.`,
    ];
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
