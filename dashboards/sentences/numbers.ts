const counts = new Intl.NumberFormat("en-US");
const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** A count with thousands separated: `12,418`. */
export function countWords(value: number): string {
  return counts.format(value);
}

/** A quarter on an axis, in two lines: `Jul–Sep` over `2026`. */
export function quarterLabel(quarter: { starts_on: string; ends_on: string }): string {
  const month = (day: string) => months.format(new Date(`${day}T00:00:00Z`));
  return `${month(quarter.starts_on)}–${month(quarter.ends_on)}\n${quarter.ends_on.slice(0, 4)}`;
}

/** A share from 0 to 1 as a whole percent; never rounds something to nothing or nearly all to all. */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share > 0.995) return "over 99%";
  return `${Math.round(share * 100)}%`;
}

/** `47% to 67%`; where both ends round to the same words, these once: `about 67%`, or `67%` if the ends are equal. */
export function percentRange(low: number, high: number): string {
  const [from, to] = [percentWords(low), percentWords(high)];
  if (from !== to) return `${from} to ${to}`;
  return low === high || !/^\d/.test(to) ? to : `about ${to}`;
}

/** The same words as the beginning of a sentence. */
export const capital = (words: string) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;

/** A day as people write it: `September 30, 2026`. */
export function dayWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** Names joined as in speech: `a, b and c`; with one more comma where a name has an `and` of its own. */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  const last = names.some((name) => name.includes(" and ")) ? ", and " : " and ";
  return `${names.slice(0, -1).join(", ")}${last}${names.at(-1)}`;
}

/** `1 person`, `12 people`. */
export function peopleWords(count: number): string {
  return count === 1 ? "1 person" : `${countWords(count)} people`;
}

/** The fewest and the most that any row rests on: `n = 980 to 1,562`. */
export function rangeOfN(counts: readonly (number | null | undefined)[], before: string, after = ""): string {
  const known = counts.filter((count) => count != null);
  if (known.length === 0) return "n not shown";
  const [low, high] = [Math.min(...known), Math.max(...known)].map(countWords);
  return `${before}${low === high ? low : `${low} to ${high}`}${after}`;
}
