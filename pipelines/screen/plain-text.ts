/** Signs that stand for one in ASCII though Unicode does not say so. */
const SIGNS = {
  "-": "⁻₋⁃∙−➖ー－",
  ".": "。·•․・",
  "@": "﹫",
  "/": "⁄∕",
  "'": "’‘ʼ`´",
};
/** Planes in which there is a digit, a sign or a letter of another script that stands for one of ASCII. */
const LAST_LOOKED_AT = 0x1fbff;
/** Characters of which each is a word or a syllable, and halves of characters. */
const isWordy = (point: number) =>
  (point >= 0x3400 && point < 0xa000) ||
  (point >= 0xac00 && point < 0xe000) ||
  (point >= 0x12000 && point < 0x16000) ||
  (point >= 0x17000 && point < 0x1d000);
/** Marks over letters and figures, and forms of one sign: with a figure under them they are that figure. */
const MARKS = /[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]/u;

/** Characters and what they are in ASCII; those that cannot be seen come last and are nothing. */
export const sisters: ReadonlyMap<string, string> = new Map(
  [...sistersOf()].sort(([, a], [, b]) => b.length - a.length),
);

function* sistersOf(): Generator<[string, string]> {
  for (const [plain, signs] of Object.entries(SIGNS)) for (const sign of signs) yield [sign, plain];
  let digit = 0;
  for (let point = 0x80; point <= LAST_LOOKED_AT; point++) {
    if (isWordy(point)) continue;
    const character = String.fromCodePoint(point);
    // Decimal digits stand in rows of ten.
    if (/\p{Nd}/u.test(character)) yield [character, String(digit++ % 10)];
    else {
      digit = 0;
      const plain = plainOf(character);
      if (plain !== null) yield [character, plain];
    }
  }
}

function plainOf(character: string): string | null {
  if (/\p{Pd}/u.test(character)) return "-";
  if (/[\p{Zs}\p{Zl}\p{Zp}]/u.test(character)) return " ";
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character) || MARKS.test(character)) return "";
  const compatible = character.normalize("NFKC");
  return /^[\x21-\x7e]$/.test(compatible) ? compatible : null;
}

/** A class of the characters that are changed, in the syntax that RE2 and JavaScript share. */
export const CHANGED = `[${[...rangesOf([...sisters.keys()].map((sign) => sign.codePointAt(0)!))].join("")}]`;

function* rangesOf(points: readonly number[]): Generator<string> {
  const sorted = points.toSorted((a, b) => a - b);
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === sorted[end]! + 1) end += 1;
    yield `${String.fromCodePoint(sorted[at]!)}-${String.fromCodePoint(sorted[end]!)}`;
    at = end + 1;
  }
}

/** What is taken off both ends of a value. */
export const BLANKS = " \t\n\v\f\r";
const ENDS = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "g");

/** Text with the digits, signs and letters that stand for ASCII's as those, odd spaces and dashes too, and without what cannot be seen. */
export const plainText = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/gu, (character) => sisters.get(character) ?? character).replaceAll(ENDS, "");
