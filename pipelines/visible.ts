/** Characters that change how a terminal shows what comes after them, or that cannot be seen: control, format and line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text in which everything that cannot be seen is written as `\u{…}`, so that it changes no line it is shown in. */
export const visible = (text: string): string =>
  text.replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
