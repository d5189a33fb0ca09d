import { TOKEN_PATTERN } from "../../models/contract/field.ts";
import { readings } from "./encodings.ts";
import type { Found } from "./failure.ts";
import { literalPattern } from "./literal-pattern.ts";

/** What no site may hold, of whatever file: ids planted for the purpose, and folders of the machine. */
export interface Forbidden {
  canaries: readonly string[];
  places: readonly string[];
}

const forms: readonly (readonly [Found, RegExp])[] = [
  ["token", new RegExp(`\\b${TOKEN_PATTERN.replace("{26}", "{8,}")}`)],
  ["keyed id", /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/i],
  ["place", /(?:(?<![\w.%-])\/(?:home|root|tmp|Users)\/|[A-Z]:\\Users\\|\bfile:\/\/)\w/],
  ["source map", /sourceMappingURL|\.(?:js|css)\.map\b/],
  ["time stamp", /\b\d{4}-\d\d-\d\dT\d\d:\d\d|\brun-\d{8}T\d{9}Z/],
];

/** Folders as they may not be named; one of a single name, as `/data`, is any folder of that name. */
const namesPlace = (text: string, places: readonly string[]) =>
  places
    .filter((place) => place.split(/[\\/]/).filter((step) => step !== "").length > 1)
    .some((place) => text.includes(place) && new RegExp(`(?<![\\w./-])${literalPattern(place)}(?![\\w-])`).test(text));

/** What of a text, however it is written down, points to a person or to where and when it was made. */
export function privateText(text: string, { canaries, places }: Forbidden): Found[] {
  const found = new Set<Found>();
  for (const reading of readings(text)) {
    for (const [kind, form] of forms) if (form.test(reading)) found.add(kind);
    if (canaries.some((canary) => reading.includes(canary))) found.add("canary");
    if (namesPlace(reading, places)) found.add("place");
  }
  return [...found];
}
