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

/** Attributes in which people write numbers too; in all others a number is a size, a place or a count. */
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

/** What is said in every workbook, by no person: names of languages, parts, ids, cells. */
const TECHNICAL =
  /^(?:https?:\/\/(?:schemas|purl|www[.]w3)[.]?[^ ]*|\{[0-9A-F-]{36}\}|docProps\/thumbnail[.]\w+|[$]?[A-Z]{1,3}[$]?[0-9]+(?::[$]?[A-Z]{1,3}[$]?[0-9]+)?)$/i;
const NUMBER = /^-?[0-9]*[.]?[0-9]*$/;

/** Tags that programs fill by themselves: the folder a workbook was saved in, and who opened it. */
const OF_PROGRAMS = /<(?:[\w.-]+:)?(?:absPath|fileSharing|fileVersion|userInfo)\b[^>]*>/g;

const isWritten = (name: string, text: string) => WRITTEN.has(name) || !(NUMBER.test(text) || name === "xmlns");

/** What stands in XML as a remark or an order to a program. */
const REMARKS = /<!--(.*?)-->|<[?](?!xml\s)(.*?)[?]>/gs;

const withoutTags = (xml: string) => xmlText(xml.replaceAll(/<[^>]*>/g, ""));

/** What stands in sections of which XML reads nothing as a tag. */
const plainly = (xml: string) =>
  xml.replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );

/** Every text that stands in XML: between its tags, over all runs of one text, in attributes and in remarks; but for what programs write by themselves. */
export function textsIn(written: string): string[] {
  const plain = plainly(written);
  const remarks = [...plain.matchAll(REMARKS)].map(([, remark, order]) => xmlText(remark ?? order ?? ""));
  const xml = plain.replaceAll(REMARKS, "").replaceAll(OF_PROGRAMS, "");
  const whole = [...xml.matchAll(RUNS)].map(([, text]) => withoutTags(text!));
  const between = [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => xmlText(text!));
  const within = [...xml.matchAll(/<[^>/!?][^>]*>/g)].flatMap(([tag]) =>
    [...attributesOf(tag)].filter(([name, value]) => isWritten(name, value)).map(([, value]) => value),
  );
  const texts = [...between, ...whole, ...within, ...remarks].map((text) => text.trim());
  return [...new Set(texts)].filter((text) => text !== "" && !TECHNICAL.test(text));
}
