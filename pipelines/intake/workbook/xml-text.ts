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

/** Parts of a text that is formatted in several ways: read together they are what people see. */
const RUNS = /<(?:[\w.-]+:)?(?:si|comment|text|p)(?=[\s/>])[^>]*>(.*?)<\/(?:[\w.-]+:)?(?:si|comment|text|p)>/gs;

const withoutTags = (xml: string) => xmlText(xml.replaceAll(/<[^>]*>/g, ""));

/** What stands in sections of which XML reads nothing as a tag. */
const plainly = (xml: string) =>
  xml.replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );

/** Every text that stands in XML: between its tags, over all runs of one text, and in the attributes people write in. */
export function textsIn(written: string): string[] {
  const xml = plainly(written);
  const whole = [...xml.matchAll(RUNS)].map(([, text]) => withoutTags(text!));
  const between = [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => xmlText(text!));
  const within = [...xml.matchAll(/<[^>/!?][^>]*>/g)].flatMap(([tag]) =>
    [...attributesOf(tag)].filter(([name]) => WRITTEN.has(name)).map(([, value]) => value),
  );
  return [...new Set([...between, ...whole, ...within])].map((text) => text.trim()).filter((text) => text !== "");
}
