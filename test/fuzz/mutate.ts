/** A repeatable stand-in for chance: whole numbers from 0 up to but not `below`. */
export type Dice = (below: number) => number;

/** Dice that always fall alike for one seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const text = (content: string) => Buffer.from(content);

/** What is put into files: what readers of text, tables, dates, numbers, markup and archives have stumbled over. */
const NASTY: readonly Buffer[] = [
  ...["\0", '"', '""', '"""', "'", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\n\n\n", "\\", "\\n", "\u2028", "\u0085"],
  ...["\ufeff", "\u202e", "\u200b", "é", "e\u0301", "漢", "👩‍👩‍👧", "İ", "ß", "＝1+1", "=1+1", "@x", "-1", "+1"],
  ...["0", "-0", "1e309", "1e-309", "NaN", "Infinity", "0x7f", "9".repeat(40), "99999999999", "0.1".repeat(9), "1,000"],
  ...["0000-00-00", "2026-02-30", "9999-12-31", "10000-01-01", "1/1/1", "2026-01-01T00:00:00Z", "45292", "-infinity"],
  ...[
    "null",
    "NULL",
    "None",
    "true",
    "undefined",
    "[object Object]",
    "{}",
    "[]",
    "{",
    "]",
    "<",
    "&amp;",
    "<!ENTITY",
    "$1",
    "%s",
  ],
  ...[
    "'; drop table x; --",
    "../../x",
    "sep=;\n",
    "__proto__",
    "_row",
    "x".repeat(5000),
    "a,".repeat(700),
    " ".repeat(3000),
  ],
].map(text);
const BROKEN: readonly Buffer[] = [
  [0xff],
  [0xfe, 0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0x80],
  [0xf8],
  [0x50, 0x4b, 3, 4],
].map((bytes) => Buffer.from(bytes));

type Mutation = (bytes: Buffer, dice: Dice) => Buffer;

const splice = (bytes: Buffer, at: number, gone: number, put: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);
const oneOf = <Value>(values: readonly Value[], dice: Dice) => values[dice(values.length)]!;
const span = (bytes: Buffer, dice: Dice) => Math.min(bytes.length, 1 + dice(40));
const lines = (bytes: Buffer) => bytes.toString("latin1").split("\n");
const joined = (parts: readonly string[]) => Buffer.from(parts.join("\n"), "latin1");

const mutations: readonly Mutation[] = [
  (bytes, dice) => splice(bytes, dice(bytes.length + 1), 0, oneOf(NASTY, dice)),
  (bytes, dice) => splice(bytes, dice(bytes.length + 1), span(bytes, dice), oneOf(NASTY, dice)),
  (bytes, dice) => splice(bytes, dice(bytes.length + 1), 0, oneOf(BROKEN, dice)),
  (bytes, dice) => splice(bytes, dice(bytes.length + 1), span(bytes, dice), Buffer.alloc(0)),
  (bytes, dice) => splice(bytes, dice(bytes.length + 1), 1, Buffer.from([dice(256)])),
  (bytes, dice) => bytes.subarray(0, dice(bytes.length + 1)),
  (bytes, dice) => bytes.subarray(dice(Math.min(bytes.length, 60) + 1)),
  (bytes, dice) => {
    const at = dice(bytes.length + 1);
    return splice(bytes, dice(bytes.length + 1), 0, bytes.subarray(at, at + 200));
  },
  (bytes, dice) => {
    const all = lines(bytes);
    all.splice(dice(all.length), 1);
    return joined(all);
  },
  (bytes, dice) => {
    const all = lines(bytes);
    all.splice(dice(all.length), 0, oneOf(all, dice));
    return joined(all);
  },
  // The words of the header are small: half of what is done to them is done to their letters.
  (bytes, dice) => splice(bytes, dice(Math.min(bytes.length, 60) + 1), dice(3), oneOf(NASTY, dice)),
  (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1"),
  (bytes) => Buffer.from(`\ufeff${bytes.toString("utf8")}`),
  (bytes) => Buffer.from(bytes.toString("utf8"), "utf16le"),
  (bytes, dice) =>
    Buffer.from(bytes.toString("latin1").replaceAll(",", oneOf([";", "\t", "|", ",,", '","'], dice)), "latin1"),
];

/** A file changed in so many ways, one after the other. */
export function mutated(bytes: Buffer, times: number, dice: Dice): Buffer {
  let changed = bytes;
  for (let time = 0; time < times; time++) changed = oneOf(mutations, dice)(changed, dice);
  return changed;
}
