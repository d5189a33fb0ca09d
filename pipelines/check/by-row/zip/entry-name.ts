// What a byte stands for in names that are not said to be UTF-8: code page 437, its first 32 as the signs it shows.
const SIGNS = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
const BEYOND =
  "⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

const letter = (byte: number) =>
  byte < SIGNS.length ? SIGNS[byte]! : byte < 0x7f ? String.fromCharCode(byte) : BEYOND[byte - 0x7f]!;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The name of an entry of a zip folder, folders in it divided by strokes; `unicode` has the last word where it is given. */
export function nameOf(raw: Uint8Array, isUtf8: boolean, unicode: Uint8Array | null): string {
  const name = unicode ? utf8.decode(unicode) : isUtf8 ? utf8.decode(raw) : Array.from(raw, letter).join("");
  return name.replaceAll("\\", "/");
}
