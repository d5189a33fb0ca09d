import type { ReadWords } from "./code-words.ts";
import type { ProposedColumn, ProposedTable } from "./propose-table.ts";

/** One table of two that are made of files of one pattern: columns as in the first that has them, the words of both. */
export function joinTables(first: ProposedTable, second: ProposedTable): ProposedTable {
  const has = ({ field }: { field: string }) => first.columns.some((column) => column.field === field);
  const columns = [
    ...first.columns.map((column) => withWords(column, second)),
    ...second.columns.filter((each) => !has(each)),
  ];
  const named = (column: string) => columns.some((each) => "from" in each && each.from === column);
  return {
    ...first,
    dates: !first.dates || (first.dates.ambiguous && second.dates) ? second.dates : first.dates,
    columns,
    missing: first.missing.filter(({ field }) => !columns.some((column) => column.field === field)),
    left: [
      ...first.left,
      ...second.left.filter(({ column }) => !first.left.some((each) => each.column === column)),
    ].filter(({ column }) => !named(column)),
    newPrograms: { ...second.newPrograms, ...first.newPrograms },
    wide:
      first.wide && second.wide ? { ...second.wide, ...first.wide, ...cellsOf(first.wide, second.wide) } : first.wide,
  };
}

function withWords(column: ProposedColumn, { columns }: ProposedTable): ProposedColumn {
  const other = columns.find(({ field }) => field === column.field);
  if (!other || !("from" in column) || !("from" in other) || !column.words || !other.words) return column;
  return column.from === other.from ? { ...column, words: bothWords(column.words, other.words) } : column;
}

function bothWords(a: ReadWords, b: ReadWords): ReadWords {
  const known = { ...b.known, ...a.known };
  const written = new Map(Object.entries(known).map(([word, code]) => [word.toLowerCase(), [word, code] as const]));
  const unknown = new Map([...b.unknown, ...a.unknown].map((each) => [each.word.toLowerCase(), each]));
  return {
    ...a,
    known: Object.fromEntries(written.values()),
    unknown: [...unknown.values()],
    rare: Math.max(a.rare, b.rare),
  };
}

type Wide = NonNullable<ProposedTable["wide"]>;

const cellsOf = (a: Wide, b: Wide) => ({
  notApplicable: [...new Set([...a.notApplicable, ...b.notApplicable])],
  levels: { ...b.levels, ...a.levels },
  unknown: [...new Set([...a.unknown, ...b.unknown])],
  rare: Math.max(a.rare, b.rare),
});
