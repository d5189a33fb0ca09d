import type { PirlFeed } from "../../network.ts";
import { pirlElements } from "../../pirl-elements.ts";
import { spelledElement } from "../../pirl-spelling.ts";

/** The columns of a PIRL file by the element each holds. */
export interface Bound {
  /** Element to column, of every element that is there. */
  columns: ReadonlyMap<string, string>;
  /** Columns for an element that another column stands for already. */
  twice: readonly string[];
  /** Columns that stand for no element. */
  strangers: readonly string[];
}

/** Finds the elements in a header: first the columns the feed names itself, then those spelled in one of the usual ways. */
export function bindHeader(header: readonly string[], feed: PirlFeed): Bound {
  const given = new Map(Object.entries(feed.columns).map(([element, column]) => [column, element]));
  const columns = new Map<string, string>();
  const twice: string[] = [];
  const strangers: string[] = [];
  for (const column of header) {
    if (feed.ignore.includes(column)) continue;
    const element = given.get(column) ?? spelledElement(column)?.element ?? null;
    if (element === null) strangers.push(column);
    else if (!columns.has(element)) columns.set(element, column);
    else if (element in pirlElements) twice.push(column);
  }
  return { columns, twice, strangers };
}

/**
 * Whether a first row is a header: some cell is written as only a header is, or most are bare numbers of elements. A file sent
 * without its header, as the federal system takes it, begins with a participant.
 */
export function isPirlHeader(header: readonly string[], feed: PirlFeed): boolean {
  const own = new Set(Object.values(feed.columns));
  const spelled = header.map((column) => spelledElement(column));
  const known = spelled.filter((each, index) => each !== null || own.has(header[index]!));
  return spelled.some((each) => each?.sure) || known.length > header.length / 2;
}

const SPELLINGS = Object.entries(pirlElements).flatMap(([element, { name }]) =>
  /^\d/.test(element)
    ? [element, `PIRL${element}`, `PIRL ${element}`, `${element} ${name}`, `${element} ${name} (WIOA)`, name]
    : [element, name],
);

/** The usual spellings of the elements that are read, and the feed's own, by which a header and its delimiter are told. */
export const pirlNames = ({ columns }: PirlFeed): ReadonlySet<string> =>
  new Set([...SPELLINGS, ...Object.values(columns).flatMap((column) => column ?? [])]);
