import { givenNames, namesOfCounties, surnames } from "../../data/reference/common-names.ts";
import {
  COLUMN_SHAPES,
  type ColumnShape,
  type ColumnTally,
  LAST_SHORT_YEAR,
  LONGEST_SHAPE,
  YEAR,
} from "./column-shapes.ts";
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
  return shape === "words" ? wordsOf(plain) : "";
}

function yearOf(day: string): string {
  const long = new RegExp(YEAR).exec(day)?.[0];
  if (long) return long;
  const short = Number(day.slice(-2));
  return String(short + (short > LAST_SHORT_YEAR ? 1900 : 2000));
}

function wordsOf(plain: string): string {
  const bare = plain.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const name = bare.replaceAll("-", " ").replaceAll(/['.]/g, "");
  const firstOf = (text: string) => text.split(" ")[0]!;
  const [before, after] = name.split(",") as [string, string?];
  if (after !== undefined) return surnames.has(firstOf(before)) && givenNames.has(firstOf(after.trim())) ? "full" : "";
  if (name.includes(" "))
    return givenNames.has(firstOf(name)) && surnames.has(/[^ ]+$/.exec(name)?.[0] ?? "") ? "full" : "";
  if (namesOfCounties.has(name)) return "county";
  return givenNames.has(name) || surnames.has(name) ? "name" : "";
}
