import { pirlElements } from "./pirl-elements.ts";

/** An element named over a column: `sure` where nothing but a header is written so. */
export interface Spelled {
  element: string;
  sure: boolean;
}

/** `PIRL900`, `pirl 3000`, `P1303`, `PIRL108-A`, `CALC4000`, `900`, `1302 Date Entered Training #1 (WIOA)`. */
const NUMBERED = /^(?:(PIRL|CALC|P|ELEMENT|WIOA)[ _.-]*)?#?(\d{3,4})(?:[ _-]?([A-Z])(?![A-Z0-9]))?(?:[ _.:-]+(.+))?$/;

const words = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/\(wioa\)/g, " ")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

const byName = new Map(
  Object.entries(pirlElements).flatMap(([element, { name }]) => [
    [words(name), element] as const,
    // The first of three is also written with its number.
    ...(/#\d$/.test(name) ? [] : [[`${words(name)} 1`, element] as const]),
  ]),
);

/** The element that a column's name stands for, in any of the spellings seen in exports; null for any other name. */
export function spelledElement(column: string): Spelled | null {
  const text = column.replaceAll(/\s+/g, " ").trim();
  if (words(text).replaceAll(" ", "") === "ageatentry") return { element: "AgeAtEntry", sure: true };
  return numbered(text) ?? named(words(text));
}

function numbered(text: string): Spelled | null {
  const [, prefix, digits, letter = "", rest] = NUMBERED.exec(text.toUpperCase()) ?? [];
  const number = Number(digits);
  if (!digits || number < 100 || number > 4999) return null;
  const element = number >= 4000 ? `CALC${digits}` : `${digits}${letter}`;
  const own = rest !== undefined && byName.get(words(rest)) === element;
  return { element, sure: prefix === "PIRL" || prefix === "CALC" || own };
}

function named(text: string): Spelled | null {
  const element = byName.get(text);
  return element ? { element, sure: text.split(" ").length >= 3 } : null;
}
