import { columnWords } from "./plain-words.ts";

/** Words that say what form a column has, and not what it is about. */
const FORM = new Set([
  "token",
  "key",
  "id",
  "code",
  "ref",
  "no",
  "number",
  "indicator",
  "ind",
  "flag",
  "the",
  "of",
  "s",
]);
/** A reference is a column's form where it stands at the end; anywhere else it may be a referral. */
const withoutForm = (words: readonly string[]) =>
  words.filter((word, at) => !FORM.has(word) && !(word === "referral" && at > 0 && at === words.length - 1));

/** How sure it is, from 0 to 1, that a column of a name is what one of the other names is for. */
export function likeness(column: string, names: readonly string[]): number {
  const words = columnWords(column);
  return Math.max(0, ...names.map((name) => alike(words, knownWords(name))));
}

/** The words of the contract's names, which are compared with every column. */
const known = new Map<string, string[]>();

function knownWords(name: string): string[] {
  const words = known.get(name) ?? columnWords(name);
  known.set(name, words);
  return words;
}

function alike(column: readonly string[], name: readonly string[]): number {
  if (column.length === 0) return 0;
  if (column.join(" ") === name.join(" ")) return 1;
  const [short, core] = [withoutForm(column), withoutForm(name)];
  if (core.length === 0 || short.length === 0) return 0;
  if (short.join("") === core.join("")) return 0.96;
  const shared = core.filter((word) => short.includes(word)).length;
  if (shared === core.length) return 0.55 + 0.35 * (core.length / short.length);
  if (shared === short.length && shared > 0) return 0.4 + 0.35 * (short.length / core.length);
  return misspelt(short.join(""), core.join("")) ? 0.8 : 0;
}

/** Whether two names of some length differ by one letter, or two that are neighbours and changed places. */
function misspelt(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === [...restB].reverse().join(""));
}
