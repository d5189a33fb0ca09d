import type { Finding } from "../findings.ts";
import type { TableFeed } from "../network.ts";
import { agreedColumns } from "./agreed-columns.ts";

type ColumnFinding = Extract<Finding, { code: "unknown-column" | "missing-column" }>;
export type ColumnFault = Pick<ColumnFinding, "code" | "facts">;

/** What differs between a file's header and what was agreed for the tables that are made of it. */
export function columnFaults(file: string, header: readonly string[], feeds: readonly TableFeed[]): ColumnFault[] {
  const present = new Set(header);
  const agreed = [...feeds.flatMap(agreedColumns), ...feeds.flatMap(onlyWith)];
  const known = knownColumns(feeds);
  const absent = [...new Map(agreed.map((each) => [each.column, each])).values()].filter(
    ({ column }) => !present.has(column),
  );
  return [
    ...header
      .filter((column) => !known.has(column))
      .map((column): ColumnFault => {
        const candidates = absent.map((missing) => missing.column);
        return {
          code: "unknown-column",
          facts: { file, column, nearest: nearest(column, candidates.length > 0 ? candidates : [...known]) },
        };
      }),
    ...absent.map(({ column, field }): ColumnFault => ({ code: "missing-column", facts: { file, column, field } })),
  ];
}

/** The column without which a row holds nothing. */
const onlyWith = ({ only_with, record }: TableFeed) =>
  only_with === undefined ? [] : [{ column: only_with, field: record }];

/** Every column that the tables of a file give a meaning, or agree to leave out. */
export const knownColumns = (feeds: readonly TableFeed[]): ReadonlySet<string> =>
  new Set(feeds.flatMap((feed) => [...agreedColumns(feed).map(({ column }) => column), ...feed.ignore]));

/** The candidate that differs least from a name, when it differs by no more than a third of the name. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const ranked = candidates.map((candidate) => ({ candidate, away: distance(plain(name), plain(candidate)) }));
  const best = ranked.sort((a, b) => a.away - b.away)[0];
  return best && best.away <= Math.max(1, Math.floor(name.length / 3)) ? best.candidate : null;
}

/** Levenshtein distance: the fewest letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replace = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replace, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
