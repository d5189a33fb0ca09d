import type { Lookup, Slice } from "./lookup.ts";
import { countWords, dayWords } from "./sentences/numbers.ts";

type Facts = Readonly<Record<string, string | number | null>>;

const written = (name: string, value: string | number) => {
  if (typeof value === "number") return countWords(value);
  return /_on$|_of$|_by$/.test(name) ? dayWords(value) : value.replaceAll("_", " ");
};

/** What `{release.as_of}` or `{partner.name}` stands for on a page; an unknown word stops the build. */
export function publishedWord(
  group: string,
  name: string,
  params: Readonly<Record<string, string>>,
  lookup: Lookup,
): string {
  const groups: Readonly<Record<string, () => object>> = {
    release: () => lookup.release,
    agency: () => (lookup.audience.kind === "agency" ? { name: lookup.audience.name } : {}),
    partner: () => lookup.partner(params.partner ?? ""),
    grouping: () => ({ title: lookup.sliceTitle((params.slice ?? "") as Slice) }),
  };
  const value = (groups[group]?.() as Facts | undefined)?.[name];
  if (value === undefined) throw new Error(`no published word: {${group}.${name}}`);
  return value === null ? "not yet" : written(name, value);
}
