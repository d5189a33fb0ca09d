import type { Word } from "./column-shape.ts";
import { likeness } from "./name-likeness.ts";
import { namesIn, plainWords } from "./plain-words.ts";

/** Codes with what they are called, in plain words. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** What a column's words stand for. */
export interface ReadWords {
  /** Word to code. */
  known: Readonly<Record<string, string>>;
  /** Words nobody has said the meaning of, with the codes they are nearest to. */
  unknown: readonly { word: string; nearest: readonly string[] }[];
  /** Words in so few rows that they are not repeated. */
  rare: number;
  /** Share of the rows whose word is known. */
  share: number;
  /** Different codes, other than `other` and `unknown`, that words of three letters and more are known for. */
  telling: number;
}

/** A word that the contract does not know stands in at least so many rows before it is repeated: a slip of the pen may say anything. */
const FEWEST_ROWS = 3;
const SAY_NOTHING = new Set(["other", "unknown"]);

/** The codes of a field with their titles and words. */
export const codesOf = (codes: Readonly<Record<string, string>>, words: Readonly<Record<string, string>> = {}): Codes =>
  Object.fromEntries(
    Object.entries(codes).map(([code, title]) => [code, [code, title, ...namesIn(words[code])].map(plainWords)]),
  );

/** Reads the words of a column as codes. */
export function readWords(words: readonly Word[], codes: Codes): ReadWords {
  const known: Record<string, string> = {};
  const unknown: { word: string; nearest: readonly string[] }[] = [];
  let [rare, all, rowsKnown] = [0, 0, 0];
  for (const { word, rows } of words) {
    const code = codeFor(word, codes);
    all += rows;
    if (code) {
      known[word] = code;
      rowsKnown += rows;
    } else if (rows < FEWEST_ROWS) rare += 1;
    else unknown.push({ word, nearest: nearest(word, codes) });
  }
  const said = Object.entries(known).filter(([word, code]) => plainWords(word).length > 2 && !SAY_NOTHING.has(code));
  const telling = new Set(said.map(([, code]) => code)).size;
  return { known, unknown, rare, share: all === 0 ? 0 : rowsKnown / all, telling };
}

/** The one code of which a word is a name; null when it is of none or of several. */
function codeFor(word: string, codes: Codes): string | null {
  const plain = plainWords(word);
  if (plain === "") return word === "?" || /^-+$/.test(word) ? ("unknown" in codes ? "unknown" : null) : null;
  if (Object.hasOwn(codes, plain)) return plain;
  const fitting = Object.keys(codes).filter((code) => codes[code]!.includes(plain));
  return fitting.length === 1 ? fitting[0]! : null;
}

function nearest(word: string, codes: Codes): string[] {
  const ranked = Object.entries(codes).map(([code, names]) => ({ code, like: likeness(word, names) }));
  return ranked
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ code }) => code);
}
