import { literalPattern } from "./literal-pattern.ts";

/** A partner as its network names it. */
export interface NamedPartner {
  id: string;
  name: string;
}

const inHtml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** The ways a name is written; a name of one word, which may be any word, counts only where it stands by itself. */
function patternOf(name: string): string {
  const forms = [...new Set([name, inHtml(name)])].map(literalPattern);
  const written = `(?:${forms.join("|")})`;
  return /\S\s+\S/.test(name) ? `(?<![\\w-])${written}(?![\\w-])` : `(?:>|")${written}(?:<|")`;
}

const idPattern = (ids: readonly string[]) => {
  const any = `(?:${ids.map(literalPattern).join("|")})`;
  return `(?:partner|agency)/${any}(?=[/".])|\\bto_${any}\\b|(?:totals|cycle)-${any}\\b`;
};

/** Finds the partners that a text names beside the one it is for, whose own words may hold the names of others. */
export function strangersIn(
  partners: readonly NamedPartner[],
): (text: string, own: NamedPartner, words: readonly string[]) => boolean {
  const patterns = new Map<string, RegExp>();
  const patternFor = (own: string) => {
    const others = partners.filter(({ id }) => id !== own);
    const names = others.map(({ name }) => patternOf(name));
    return new RegExp([idPattern(others.map(({ id }) => id)), ...names].join("|"));
  };
  return (text, own, words) => {
    if (partners.every(({ id }) => id === own.id)) return false;
    const pattern = patterns.get(own.id) ?? patternFor(own.id);
    patterns.set(own.id, pattern);
    const theirs = [own.name, ...words].sort((a, b) => b.length - a.length).flatMap((word) => [word, inHtml(word)]);
    return pattern.test(theirs.reduce((rest, word) => rest.replaceAll(word, ""), text));
  };
}
