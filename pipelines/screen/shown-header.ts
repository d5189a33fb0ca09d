import { LONGEST_NAME } from "./screen-header.ts";

const isName = (column: string) => column.length <= LONGEST_NAME;

/**
 * The names of columns as they may be said: of a name too long to be one only the place is, for data is never quoted. From a name of
 * several lines on, whatever is not agreed may be data that an open quotation mark has drawn in.
 */
export function shownHeader(names: readonly string[], agreed: ReadonlySet<string>): string[] {
  const drawnIn = names.findIndex((name) => /[\r\n]/.test(name) && !agreed.has(name));
  const isShown = (name: string, index: number) =>
    agreed.has(name) || (isName(name) && (drawnIn < 0 || index < drawnIn));
  return names.map((name, index) => (isShown(name, index) ? name : `column ${index + 1}`));
}
