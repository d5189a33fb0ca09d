const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

const character = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");

const withoutEntities = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (decimal !== undefined) return character(Number(decimal));
      return ENTITIES[name ?? ""] ?? all;
    },
  );

const withoutPercents = (text: string) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));

const withoutEscapes = (text: string) =>
  text.replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, long?: string, short?: string) =>
    character(Number.parseInt(long ?? short ?? "0", 16)),
  );

const runsOf = (text: string, form: RegExp, encoding: "base64" | "hex") =>
  [...text.matchAll(form)].map(([run]) => Buffer.from(run, encoding).toString("latin1")).join("\n");

/** A text and whatever else it says once entities, percents, escapes, base64 and hex are read as what they stand for. */
export function readings(text: string): string[] {
  const decoded = [
    ...(text.includes("&") ? [withoutEntities(text)] : []),
    ...(text.includes("%") ? [withoutPercents(text)] : []),
    ...(text.includes("\\") ? [withoutEscapes(text)] : []),
    runsOf(text, /[\w+/-]{16,}={0,2}/g, "base64"),
    runsOf(text, /(?:[0-9a-f]{2}){12,}/gi, "hex"),
  ];
  return [text, ...decoded.filter((one) => one !== "" && one !== text)];
}
