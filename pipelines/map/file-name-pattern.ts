import { plainWords } from "./plain-words.ts";

/** A file's name as a pattern: whatever tells its day or year may change. */
export const patternOf = (name: string): string => name.replace(/(19|20)\d\d([-_.]?\d\d){0,2}/, "*");

/** A short name for a feed, after its files. */
export const feedIdOf = (name: string): string =>
  plainWords(name.replace(/(\.\w+)+$/, "").replace(/[-_ ]*(19|20)\d\d.*$/, ""))
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40) || "feed";
