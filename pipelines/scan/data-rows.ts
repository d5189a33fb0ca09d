import type { Found } from "./failure.ts";

/** Who may have which rows, and what was published at each address: status, value, numerator and denominator as a data file has them. */
export interface Expected {
  threshold: number;
  published: ReadonlyMap<string, string>;
  /** Whether the audience may have the figures of a member of a slice. */
  mayHave(slice: string, member: string): boolean;
}

const HEADER = /^"?address"?,/;

/** The fields of a line of CSV, without their quotes. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

const NUMBERS = 10;

function checkRow(fields: readonly string[], { threshold, published, mayHave }: Expected): Found[] {
  const [address = "", , , , slice = "", member = "", , , kind, status] = fields;
  const [value = "", numerator = "", denominator = "", share = "", low = "", high = ""] = fields.slice(NUMBERS);
  const found: Found[] = [];
  // The counts beside a share or a sum have their own status, and stand there where that is shown.
  const hidden = kind === "count" ? [value, numerator, denominator, share, low, high] : [value, share, low, high];
  if (status !== "shown" && hidden.some((number) => number !== "")) found.push("withheld");
  if (kind === "count" && value !== "" && Number(value) < threshold) found.push("small");
  if (published.get(address) !== [status, value, numerator, denominator].join()) found.push("contradiction");
  if (!mayHave(slice, member)) found.push("not theirs");
  return found;
}

/** What is wrong with a data file of figures; a file of other data has no addresses, and nothing to check. */
export function checkRows(text: string, expected: Expected): Found[] {
  const [header = "", ...lines] = text.split("\n");
  if (!HEADER.test(header)) return [];
  return [...new Set(lines.filter((line) => line !== "").flatMap((line) => checkRow(fieldsOf(line), expected)))];
}
