const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that XML stands for, its five names and its numbers put in place. */
export const xmlText = (xml: string): string =>
  xml.replaceAll(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()]!;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** The attributes of one tag as a map, by their names without a prefix; the last of one name counts. */
export function attributesOf(tag: string): Map<string, string> {
  const found = tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name, double, single]) => [localName(name!), xmlText(double ?? single ?? "")]));
}

/** The tags of a name, whatever their prefix, each as it is written. */
export const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Attributes in which people write. */
const WRITTEN = new Set([
  "v",
  "name",
  "Target",
  "location",
  "display",
  "tooltip",
  "alt",
  "descr",
  "title",
  "author",
  "displayName",
]);

/** Every text that stands in XML: between its tags, and in the attributes people write in. */
export function textsIn(xml: string): string[] {
  const between = [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => xmlText(text!));
  const within = [...xml.matchAll(/<[^>/!?][^>]*>/g)].flatMap(([tag]) =>
    [...attributesOf(tag)].filter(([name]) => WRITTEN.has(name)).map(([, value]) => value),
  );
  return [...between, ...within].map((text) => text.trim()).filter((text) => text !== "");
}
