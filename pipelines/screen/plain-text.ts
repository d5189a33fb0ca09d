/** Where the ten digits of each script begin: Arabic, Persian, N'Ko, the scripts of South and South-East Asia, full-width, mathematical. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
];
const SIGNS = {
  "-": "‐‑‒–—−－﹣⁃",
  ".": "．。·•․",
  " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000",
  "@": "＠﹫",
  "(": "（",
  ")": "）",
  "/": "／⁄",
  _: "＿",
  "+": "＋",
  ",": "，",
};
/** Soft hyphens, zero-width spaces and joiners, marks of direction. */
const INVISIBLE =
  "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";

/** Characters and what they are in ASCII; those that cannot be seen come last and are nothing. */
export const sisters: ReadonlyMap<string, string> = new Map<string, string>([
  ...ZEROS.flatMap((zero) =>
    [...Array(10).keys()].map((digit) => [String.fromCodePoint(zero + digit), String(digit)] as const),
  ),
  ...Object.entries(SIGNS).flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain] as const)),
  ...[...INVISIBLE].map((sign) => [sign, ""] as const),
]);

/** What is taken off both ends of a value. */
export const BLANKS = " \t\n\v\f\r";
const ENDS = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "g");

/** Text with the digits of every script, typographic hyphens and odd spaces as their ASCII sisters, and without what cannot be seen. */
export const plainText = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/gu, (character) => sisters.get(character) ?? character).replaceAll(ENDS, "");
