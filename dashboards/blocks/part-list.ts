import type { PublishedPart } from "../../models/published.ts";
import { html, type Markup } from "../markup.ts";
import { listWords } from "../sentences/numbers.ts";

/** How many words two or more lists have in common at the beginning. */
function sharedStart([first = [], ...others]: readonly (readonly string[])[]): number {
  const differs = first.findIndex((word, i) => others.some((words) => words[i] !== word));
  return differs < 0 ? first.length : differs;
}

/** Titles that differ in one place as one: `Status known after 30, 60 and 90 days`. */
export function joinTitles(titles: readonly string[]): string {
  if (titles.length < 2) return titles.join("");
  const words = titles.map((title) => title.split(" "));
  const start = sharedStart(words);
  const rest = words.map((title) => title.slice(start));
  const end = sharedStart(rest.map((title) => title.toReversed()));
  const middles = rest.map((title) => title.slice(0, title.length - end).join(" "));
  return [...words[0]!.slice(0, start), listWords(middles), ...rest[0]!.slice(rest[0]!.length - end)].join(" ");
}

/** Parts with their meaning; parts that mean the same at several times are one entry. */
export function partList(parts: readonly PublishedPart[]): Markup[] {
  const groups = Map.groupBy(parts, ({ means }) => means);
  return [...groups].map(
    ([means, group]) => html`<div><dt>${joinTitles(group.map(({ title }) => title))}</dt><dd>${means}</dd></div>\n`,
  );
}
