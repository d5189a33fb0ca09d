const counts = new Intl.NumberFormat("en-US");
const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** A count with thousands separated: `12,418`. */
export function countWords(value: number): string {
  return counts.format(value);
}

/** A share from 0 to 1 as a whole percent; never rounds something to nothing or nearly all to all. */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share > 0.995) return "over 99%";
  return `${Math.round(share * 100)}%`;
}

/** A day as people write it: `September 30, 2026`. */
export function dayWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** Names joined as in speech: `a, b and c`. */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** `1 person`, `12 people`. */
export function peopleWords(count: number): string {
  return count === 1 ? "1 person" : `${countWords(count)} people`;
}
