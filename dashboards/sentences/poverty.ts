import type { PublishedPovertyCount } from "../../models/published.ts";
import { countWords, dayWords } from "./numbers.ts";

/** How many are served for every 1,000 in poverty, a whole number. */
export const perThousand = (served: number, poverty: number) => Math.round((1000 * served) / poverty);

/** The finding: of the counties whose people are shown, all together. */
export function povertyHeadline(counties: readonly { served: number | null; poverty: number }[]): string {
  const shown = counties.flatMap(({ served, poverty }) => (served === null ? [] : [{ served, poverty }]));
  if (shown.length === 0) return "People served beside people in poverty: no county can be shown";
  const total = (pick: (county: { served: number; poverty: number }) => number) =>
    shown.reduce((sum, county) => sum + pick(county), 0);
  const [served, poverty] = [total((county) => county.served), total((county) => county.poverty)];
  const where = shown.length === 1 ? "the one county shown" : `the ${shown.length} counties shown`;
  return `${countWords(served)} people served in ${where}: ${countWords(perThousand(served, poverty))} for every 1,000 people in poverty`;
}

/** What the two numbers beside each other do not say. */
export const povertyNotes: readonly string[] = [
  "People served need not be poor by this definition: nobody asks them for it. So this is not the share of people in poverty who were reached; it says how large the network is beside the need.",
  "People served are all to date, and people in poverty are those of one survey. People who could not be linked across partners count once at each.",
];

/** Where the numbers of people in poverty are from, each source once. */
export function povertySource(counts: readonly PublishedPovertyCount[]): string[] {
  const said = counts.map(
    ({ years, source, read_on }) => `People in poverty, ${years}: ${source}. Read on ${dayWords(read_on)}.`,
  );
  return [...new Set(said)];
}
