import { instruments } from "../../models/instruments/catalogue.ts";
import type { Instrument } from "../../models/instruments/instrument.ts";
import { levelWords, notApplicableWords } from "../../models/instruments/level-words.ts";
import type { ColumnShape, Word } from "./column-shape.ts";
import { mostly } from "./column-shape.ts";
import { domainCodes } from "./field-fit.ts";
import { likeness } from "./name-likeness.ts";
import { namesIn, plainWords } from "./plain-words.ts";

/** A form with one column per domain, as it was recognised. */
export interface WideForm {
  instrument: string;
  /** Domain to column. */
  domains: Readonly<Record<string, string>>;
  /** Domain to the column that marks it as a goal. */
  goals: Readonly<Record<string, string>>;
  notApplicable: readonly string[];
  levels: Readonly<Record<string, number>>;
  /** Words in its domain columns that are neither a level nor `not applicable`. */
  unknown: readonly string[];
  /** Words in so few rows that they are not repeated. */
  rare: number;
}

/** A table with fewer columns of domains is no form. */
const FEWEST_DOMAINS = 5;
const NAMED = 0.66;
const FEWEST_ROWS = 3;
const GOAL = /\b(goal|meta)\b/i;

/** Recognises a matrix form with one column per domain; null when the table is none. */
export function wideForm(shapes: readonly ColumnShape[]): WideForm | null {
  const levelled = shapes.filter(holdsLevels);
  const domains = bestNamed(
    levelled.filter(({ column }) => !isGoal(column)),
    allDomains,
  );
  const found = Object.keys(domains);
  if (found.length < FEWEST_DOMAINS) return null;
  const form = fittest(found);
  if (!form) return null;
  const goals = bestNamed(
    shapes.filter(({ column }) => isGoal(column)),
    form.domains,
  );
  const columns = new Set(Object.values(domains));
  const words = shapes.filter(({ column }) => columns.has(column)).flatMap((shape) => shape.words ?? []);
  return { instrument: form.id, domains, goals, ...readCells(words) };
}

const allDomains = Object.keys(domainCodes);
const isGoal = (column: string) => GOAL.test(plainWords(column));

/** Levels are few different cells: numbers of 0 to 5, or words. */
const holdsLevels = (shape: ColumnShape) =>
  shape.words !== null &&
  shape.words.length <= 20 &&
  shape.tokens === 0 &&
  !mostly(shape, shape.booleans - shape.integers) &&
  (shape.filled === 0 ||
    shape.words.some(({ word }) => isLevel(word) || isNotApplicable(word) || level(word) !== null));

/** Each domain's column, surest names first. */
function bestNamed(shapes: readonly ColumnShape[], domains: readonly string[]): Record<string, string> {
  const pairs = shapes.flatMap(({ column }) =>
    domains.map((domain) => ({ column, domain, like: likeness(bare(column), domainCodes[domain]!) })),
  );
  const named: Record<string, string> = {};
  for (const { column, domain, like } of pairs.sort((a, b) => b.like - a.like))
    if (like >= NAMED && !(domain in named) && !Object.values(named).includes(column)) named[domain] = column;
  return named;
}

/** A domain's name without its number on the form and without the word goal. */
const bare = (column: string) =>
  plainWords(column)
    .replace(/^(?:[a-z]{1,3} ?)?\d{1,2} /, "")
    .replace(/ ?\b(goal|meta)\b/, "");

/** The instrument that asks about all of the domains, and about the fewest others. */
function fittest(found: readonly string[]): Instrument | undefined {
  const asking = instruments.filter(({ domains }) => found.every((domain) => domains.includes(domain)));
  return asking.sort((a, b) => a.domains.length - b.domains.length)[0];
}

const isLevel = (word: string) => /^[1-5]$/.test(word);
const isNotApplicable = (word: string) => namesIn(notApplicableWords).includes(plainWords(word));

function level(word: string): number | null {
  const found = Object.entries(levelWords).find(([, names]) => namesIn(names).includes(plainWords(word)));
  return found ? Number(found[0]) : null;
}

function readCells(words: readonly Word[]): Pick<WideForm, "notApplicable" | "levels" | "unknown" | "rare"> {
  const rows = new Map<string, Word>();
  for (const { word, rows: count } of words) {
    const before = rows.get(word.toLowerCase());
    rows.set(word.toLowerCase(), { word: before?.word ?? word, rows: (before?.rows ?? 0) + count });
  }
  const cells = [...rows.values()].filter(({ word }) => !isLevel(word));
  const others = cells.filter(({ word }) => !isNotApplicable(word) && level(word) === null);
  return {
    notApplicable: cells.filter(({ word }) => isNotApplicable(word)).map(({ word }) => word),
    levels: Object.fromEntries(cells.flatMap(({ word }) => (level(word) === null ? [] : [[word, level(word)!]]))),
    unknown: others.filter(({ rows: count }) => count >= FEWEST_ROWS).map(({ word }) => word),
    rare: others.filter(({ rows: count }) => count < FEWEST_ROWS).length,
  };
}
