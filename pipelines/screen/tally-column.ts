import { givenNames, namesOfCounties, surnames } from "../../data/reference/common-names.ts";
import {
  COLUMN_SHAPES,
  type ColumnShape,
  type ColumnTally,
  LAST_SHORT_YEAR,
  LONGEST_SHAPE,
  YEAR,
} from "./column-shapes.ts";
import { BESIDE_NAMES, BETWEEN_WORDS, LETTER } from "./name-words.ts";
import { plainText } from "./plain-text.ts";

const shapes = Object.entries(COLUMN_SHAPES).map(
  ([shape, pattern]) => [shape as ColumnShape, new RegExp(`^(?:${pattern})$`, "u")] as const,
);

/** Rows and different cells of one column by shape and key, counted cell by cell; `tallySql` counts the same in a query. */
export function tallyColumn(): { add(cell: string): void; tallies(): ColumnTally[] } {
  const counted = new Map<string, { tally: ColumnTally; cells: Set<string> }>();
  return {
    add(cell) {
      const found = shapeOf(cell);
      if (!found) return;
      const name = `${found.shape} ${found.key}`;
      const { tally, cells } = counted.get(name) ?? { tally: { ...found, rows: 0, distinct: 0 }, cells: new Set() };
      tally.rows += 1;
      tally.distinct = cells.add(cell).size;
      counted.set(name, { tally, cells });
    },
    tallies: () => [...counted.values()].map(({ tally }) => tally),
  };
}

function shapeOf(cell: string): Pick<ColumnTally, "shape" | "key"> | null {
  if (cell.startsWith("v1:")) return null;
  const characters = [...cell].length;
  if (characters < 2 || characters > LONGEST_SHAPE) return null;
  const plain = plainText(cell);
  const shape = shapes.find(([, pattern]) => pattern.test(plain))?.[0];
  const found = shape && { shape, key: keyOf(shape, plain) };
  return !found || (shape === "words" && found.key === "") ? null : found;
}

function keyOf(shape: ColumnShape, plain: string): string {
  if (shape === "day") return yearOf(plain);
  if (shape === "zip") return plain.slice(0, 3) + (plain.endsWith("00") ? "h" : Number(plain) % 2 === 1 ? "o" : "e");
  if (shape === "house") return [...(TWO_LETTERS.exec(bareOf(plain))?.[0] ?? "")][0] ?? "";
  return shape === "words" ? wordsOf(plain) : "";
}

function yearOf(day: string): string {
  const long = new RegExp(YEAR).exec(day)?.[0];
  if (long) return long;
  const short = Number(day.slice(-2));
  return String(short + (short > LAST_SHORT_YEAR ? 1900 : 2000));
}

const TWO_LETTERS = new RegExp(`${LETTER}{2}`, "u");

const bareOf = (plain: string) => plain.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const between = new Set(BETWEEN_WORDS);

/** The words of a plain text as names are looked up. */
function namedWords(plain: string): string[] {
  const parted = [...bareOf(plain).replaceAll("'", "")].map((sign) => (between.has(sign) ? " " : sign)).join("");
  return parted
    .replaceAll(",", " , ")
    .split(" ")
    .filter((word) => word !== "" && !BESIDE_NAMES.has(word));
}

/** What the words of a plain text are as names: the key of `words`. */
export function wordsOf(plain: string): string {
  const words = namedWords(plain);
  const comma = words.indexOf(",");
  if (comma > 0 && comma < words.length - 1) return ofListed(words[0]!, words[comma - 1]!, words[comma + 1]!);
  const [first = "", second = "", ...others] = words.filter((word) => word !== ",");
  const found = second === "" ? ofOne(first) : ofWords(first, second, others.at(-1) ?? second);
  // Codes with numbers are all different, whatever their words are.
  return found !== "full" && /[0-9]/.test(plain) ? "" : found;
}

function ofOne(first: string): string {
  if (namesOfCounties.has(first)) return "county";
  return isName(first) ? "name" : "";
}

const isName = (word: string) => givenNames.has(word) || surnames.has(word);
const isLetter = (word: string) => [...word].length === 1;

/** Surnames before a comma, a given name behind it. */
function ofListed(first: string, last: string, given: string): string {
  if (!surnames.has(first) && !surnames.has(last)) return "";
  return givenNames.has(given) ? "full" : isLetter(given) ? "initial" : "";
}

function ofWords(first: string, second: string, last: string): string {
  if (givenNames.has(first) && (surnames.has(last) || surnames.has(second))) return "full";
  if (givenNames.has(second) && second !== last && surnames.has(last)) return "full";
  if (surnames.has(first) && givenNames.has(second) && (second === last || isLetter(last))) return "full";
  return (isLetter(first) && surnames.has(last)) || (isName(first) && isLetter(last)) ? "initial" : "";
}
