import type { RecordKind } from "../../models/contract/field.ts";
import type { ReadWords } from "./code-words.ts";
import type { ColumnShape } from "./column-shape.ts";
import { fitOf } from "./field-fit.ts";
import { likeness } from "./name-likeness.ts";
import { namesIn } from "./plain-words.ts";

/** A column taken for a field. */
export interface Match {
  field: string;
  column: string;
  /** From 0 to 1. */
  confidence: number;
  words?: ReadWords;
}

/** What was decided of a table's columns for one record kind, and what was not. */
export interface Matching {
  matches: readonly Match[];
  /** Fields without a column, with the columns that they could have. */
  open: readonly { field: string; candidates: readonly string[] }[];
  /** Columns without a field, with the fields that they could be. */
  left: readonly { column: string; candidates: readonly string[] }[];
}

/** Less sure than this is not decided. */
const DECIDED = 0.6;
/** A match is decided when no other of its column or its field comes as near. */
const AHEAD = 0.05;
/** Less likely than this is no candidate. */
const CANDIDATE = 0.35;
/** What the name of a column weighs; the rest is for its values. */
const NAME_WEIGHT = 0.75;
/** How sure it is that the words of a column, all of them of one field's codes, are for that field whatever the column is called. */
const BY_WORDS = 0.7;
/** How sure it is that the only column that can be a required field is it. */
const ONLY_ONE = 0.62;

/** Takes the columns of a table for the fields of a record kind, surest first; each column is for one field. */
export function matchColumns(
  record: RecordKind,
  shapes: readonly ColumnShape[],
  without: ReadonlySet<string>,
): Matching {
  const pairs = pairsOf(record, shapes, without);
  const matches: Match[] = [];
  const free = ({ field, column }: Match) => !matches.some((match) => match.field === field || match.column === column);
  for (const pair of pairs) {
    if (pair.confidence < DECIDED) break;
    if (!free(pair)) continue;
    const rival = pairs.find(
      (other) =>
        other !== pair &&
        (other.field === pair.field) !== (other.column === pair.column) &&
        free(other) &&
        other.confidence > pair.confidence - AHEAD,
    );
    if (!rival) matches.push(pair);
  }
  const rest = matches.length > 0 ? onlyOnes(record, pairs.filter(free)) : [];
  matches.push(...rest);
  return { matches, ...undecided(record, shapes, without, pairs.filter(free), matches) };
}

function pairsOf(record: RecordKind, shapes: readonly ColumnShape[], without: ReadonlySet<string>): Match[] {
  const fields = Object.entries(record.fields).filter(([name]) => !without.has(name));
  const pairs = fields.flatMap(([name, field]) => {
    const names = [name.replace(/_(token|on|id)$/, ""), name, ...namesIn(field.aliases)];
    const asked = { name, field, alone: record.key.length === 1 && record.key[0] === name };
    return shapes.flatMap((shape): Match[] => {
      const fit = fitOf(asked, shape);
      if (!fit) return [];
      const { words } = fit;
      const named = NAME_WEIGHT * likeness(shape.column, names) + (1 - NAME_WEIGHT) * fit.evidence;
      const spoken = words && words.telling >= 2 && words.share >= 0.8 ? BY_WORDS * words.share : 0;
      return [{ field: name, column: shape.column, confidence: Math.max(named, spoken), ...(words ? { words } : {}) }];
    });
  });
  return pairs.sort((a, b) => b.confidence - a.confidence);
}

/** Required tokens and dates for which exactly one column is left, and that column for nothing else that is required. */
function onlyOnes(record: RecordKind, pairs: readonly Match[]): Match[] {
  const needed = pairs.filter(({ field }) => {
    const { required, type } = record.fields[field]!;
    return required && (type === "token" || type === "date");
  });
  return needed
    .filter(
      (pair) => !needed.some((other) => other !== pair && (other.field === pair.field || other.column === pair.column)),
    )
    .map((pair) => ({ ...pair, confidence: Math.max(pair.confidence, ONLY_ONE) }));
}

function undecided(
  record: RecordKind,
  shapes: readonly ColumnShape[],
  without: ReadonlySet<string>,
  pairs: readonly Match[],
  matches: readonly Match[],
): Pick<Matching, "open" | "left"> {
  const likely = pairs.filter(
    ({ confidence, field, column }) =>
      confidence >= CANDIDATE && !matches.some((match) => match.field === field || match.column === column),
  );
  const fields = Object.keys(record.fields).filter(
    (name) => !without.has(name) && !matches.some(({ field }) => field === name),
  );
  const columns = shapes.map(({ column }) => column).filter((name) => !matches.some(({ column }) => column === name));
  return {
    open: fields.map((field) => ({
      field,
      candidates: likely
        .filter((pair) => pair.field === field)
        .map(({ column }) => column)
        .slice(0, 3),
    })),
    left: columns.map((column) => ({
      column,
      candidates: likely
        .filter((pair) => pair.column === column)
        .map(({ field }) => field)
        .slice(0, 3),
    })),
  };
}
