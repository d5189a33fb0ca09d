import { isPrefixOf } from "../../data/reference/zip-areas.ts";
import type { ColumnShape, ColumnTally } from "./column-shapes.ts";
import { CHANCE_ROWS } from "./value-forms.ts";

/** A column of a file as it is judged: what its cells are, and how many of them are not empty. */
export interface TalliedColumn {
  column: string;
  filled: number;
  tallies: readonly ColumnTally[];
}

/** A column that identifies people by all of its values together, and in how many rows. */
export interface JudgedColumn {
  column: string;
  identifier: string;
  rows: number;
}

/** No service was dated before this year; the contract takes no such date. */
export const FIRST_SERVICE_YEAR = 1990;
/** Share of days before that year above which they are births. */
const OLD_SHARE = 0.05;
/** Children's births end this many years before what else is dated in the file begins, and spread over as many. */
const YEARS_BEFORE = 3;
const FEWEST_BIRTHS = 10;
/** Share of a column's cells above which given names with surnames are people's. */
const FULL_NAME_SHARE = 0.1;
/** The same for single names; surnames outside of the commonest are many. */
const NAME_SHARE = 0.2;
/** Up to this many different names a column is a list of codes, however they are called. */
const CODE_NAMES = 12;
/** Different names among the rows with one: places repeat more than people. */
const NAME_VARIETY = 0.1;
const MANY_NAMES = 150;
const FEWEST_ZIPS = 10;
const FEWEST_HOUSES = 10;
/** Streets begin with more different letters than units do. */
const STREET_LETTERS = 6;
const ZIP_SHARE = 0.9;

/** Columns whose values together are births, names, houses, places or ZIP codes of the given states; what one value gives away is `screenValues`' to say. */
export function judgeColumns(columns: readonly TalliedColumn[], states: readonly string[]): JudgedColumn[] {
  return columns.flatMap((one) => {
    const others = columns.filter((other) => other !== one);
    const found =
      birthsIn(one, others) ??
      namesIn(one) ??
      housesIn(one) ??
      placesIn(one, others) ??
      (states.length > 0 ? zipsIn(one, states) : null);
    return found ? [{ column: one.column, ...found }] : [];
  });
}

type Found = Omit<JudgedColumn, "column"> | null;

const of = ({ tallies }: TalliedColumn, shape: ColumnShape, ...keys: string[]) =>
  tallies.filter((tally) => tally.shape === shape && (keys.length === 0 || keys.includes(tally.key)));
const rowsOf = (tallies: readonly ColumnTally[]) => tallies.reduce((sum, { rows }) => sum + rows, 0);
const distinctOf = (tallies: readonly ColumnTally[]) => tallies.reduce((sum, { distinct }) => sum + distinct, 0);

function birthsIn(one: TalliedColumn, others: readonly TalliedColumn[]): Found {
  const days = daysOf(one);
  const rows = rowsOf(days);
  if (rows <= CHANCE_ROWS) return null;
  const old = days.filter(({ key }) => Number(key) < FIRST_SERVICE_YEAR);
  const areOld = rowsOf(old) > Math.max(CHANCE_ROWS, OLD_SHARE * rows) && distinctOf(old) > CHANCE_ROWS;
  return areOld || areChildrens(days, others.map(daysOf)) ? { identifier: "a date of birth", rows } : null;
}

/** Days of a column that is mostly days. */
function daysOf(column: TalliedColumn): ColumnTally[] {
  const days = of(column, "day");
  return 2 * rowsOf(days) > column.filled ? days : [];
}

function areChildrens(days: readonly ColumnTally[], others: readonly (readonly ColumnTally[])[]): boolean {
  const dated = others.filter((other) => rowsOf(other) > CHANCE_ROWS);
  const rows = rowsOf(days);
  if (dated.length === 0 || rows < FEWEST_BIRTHS || 2 * distinctOf(days) < rows) return false;
  const begin = Math.min(...dated.map((other) => yearAt(other, 0.1)));
  const spread = yearAt(days, 0.75) - yearAt(days, 0.25);
  return yearAt(days, 0.9) <= begin - YEARS_BEFORE && spread >= YEARS_BEFORE;
}

/** The year by which a share of the rows is dated. */
function yearAt(days: readonly ColumnTally[], share: number): number {
  const byYear = days.toSorted((a, b) => Number(a.key) - Number(b.key));
  const upTo = (place: number) => rowsOf(byYear.slice(0, place + 1));
  const year = byYear.find((_, place) => upTo(place) >= share * rowsOf(days)) ?? byYear.at(-1)!;
  return Number(year.key);
}

function namesIn(one: TalliedColumn): Found {
  const full = of(one, "words", "full");
  const rows = rowsOf(full);
  if (rows > CHANCE_ROWS && distinctOf(full) > CHANCE_ROWS && rows > FULL_NAME_SHARE * one.filled)
    return { identifier: "a person's name", rows };
  const withLetters = of(one, "words", "initial", "full");
  const different = distinctOf(withLetters);
  if (
    rowsOf(withLetters) > NAME_SHARE * one.filled &&
    different > CHANCE_ROWS &&
    (different > CODE_NAMES || 2 * different > one.filled)
  )
    return { identifier: "a person's name", rows: rowsOf(withLetters) };
  const names = distinctOf(of(one, "words", "name"));
  const single = rowsOf(of(one, "words", "name", "county"));
  const ofPeople = names > CODE_NAMES && (names >= NAME_VARIETY * single || names >= MANY_NAMES);
  const everyOnesOwn = names > CHANCE_ROWS && 2 * names > one.filled;
  return single > NAME_SHARE * one.filled && (ofPeople || everyOnesOwn)
    ? { identifier: "a person's name", rows: single }
    : null;
}

/** Numbers before words of many beginnings, hardly one of them twice: amounts and spans of time come in few units. */
function housesIn(one: TalliedColumn): Found {
  const houses = of(one, "house");
  const [rows, distinct] = [rowsOf(houses), distinctOf(houses)];
  const areHouses = distinct >= FEWEST_HOUSES && 2 * distinct > one.filled && houses.length >= STREET_LETTERS;
  return areHouses ? { identifier: "a street address", rows } : null;
}

/** Half of a place is a number like any other, until the other half stands beside it. */
function placesIn(one: TalliedColumn, others: readonly TalliedColumn[]): Found {
  const mostly = (column: TalliedColumn, shape: ColumnShape) => {
    const rows = rowsOf(of(column, shape));
    return rows > CHANCE_ROWS && 2 * rows > column.filled;
  };
  const half = (["latitude", "longitude"] as const).find((shape) => mostly(one, shape));
  if (!half) return null;
  const other = half === "latitude" ? "longitude" : "latitude";
  if (!others.some((column) => mostly(column, other))) return null;
  return { identifier: "an exact place", rows: rowsOf(of(one, half)) };
}

/** Five digits of the network's states that come back, and are neither round amounts nor all odd as counties' codes are. */
function zipsIn(one: TalliedColumn, states: readonly string[]): Found {
  const five = of(one, "zip");
  const theirs = five.filter(({ key }) => states.some((state) => isPrefixOf(key.slice(0, 3), state)));
  const rows = rowsOf(theirs);
  const rare = distinctOf(theirs) < 3 || 2 * distinctOf(theirs) > rows;
  const round = 2 * rowsOf(theirs.filter(({ key }) => key.endsWith("h"))) > rows;
  const odd = theirs.every(({ key }) => key.endsWith("o"));
  if (rows < FEWEST_ZIPS || rows < ZIP_SHARE * one.filled || rare || round || odd) return null;
  return { identifier: "a ZIP code", rows };
}
