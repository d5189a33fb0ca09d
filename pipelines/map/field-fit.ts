import type { Field } from "../../models/contract/field.ts";
import { allDomains } from "../../models/instruments/crosswalk.ts";
import { type Codes, codesOf, type ReadWords, readWords } from "./code-words.ts";
import { type ColumnShape, dated, mostly } from "./column-shape.ts";
import { namesIn, plainWords } from "./plain-words.ts";

/** How well a column's values fit a field. */
export interface Fit {
  /** From 0 to 1; a column without a value fits a little. */
  evidence: number;
  words?: ReadWords;
}

/** What a field is asked of, beside its declaration. */
export interface Asked {
  name: string;
  field: Field;
  /** Whether it alone is the key of its record, so that no two rows share it. */
  alone: boolean;
}

const EMPTY: Fit = { evidence: 0.3 };
const FITS: Fit = { evidence: 0.8 };

/** Keys whose tokens are for linking people say so in their id. */
const LINKING = /link|net|shar|common/;

/** The domains an assessment or a goal can be about, with what they are called. */
export const domainCodes: Codes = Object.fromEntries(
  allDomains.map(({ id, title, aliases }) => [id, [id, title, ...namesIn(aliases)].map(plainWords)]),
);

/** How a column's values fit a field; null when they cannot be its values. */
export function fitOf({ name, field, alone }: Asked, shape: ColumnShape): Fit | null {
  if (shape.filled === 0) return alone ? null : EMPTY;
  if (field.type === "token") return tokenFit(field.of, alone, shape);
  if (mostly(shape, shape.tokens)) return null;
  switch (field.type) {
    case "date":
      return mostly(shape, dated(shape)) ? FITS : null;
    case "month":
      return mostly(shape, shape.months) ? FITS : null;
    case "boolean":
      return mostly(shape, shape.booleans) && shape.distinct <= 8 ? FITS : null;
    case "code":
      return codeFit(codesOf(field.codes, field.words), shape);
    case "text":
      return textFit(name, shape);
    default:
      return numberFit(field, shape);
  }
}

function tokenFit(of: string, alone: boolean, shape: ColumnShape): Fit | null {
  if (!mostly(shape, shape.tokens)) return null;
  if (shape.keyId && LINKING.test(shape.keyId)) return of === "linkage" ? { evidence: 1 } : null;
  if (!alone) return FITS;
  return shape.distinct >= 0.95 * shape.filled ? { evidence: 1 } : null;
}

function codeFit(codes: Codes, shape: ColumnShape): Fit | null {
  if (!shape.words || mostly(shape, dated(shape)) || mostly(shape, shape.months)) return null;
  const words = readWords(shape.words, codes);
  return { evidence: words.share, words };
}

function numberFit(field: Extract<Field, { min: number }>, shape: ColumnShape): Fit | null {
  const count = field.type === "integer" ? shape.integers : shape.numbers;
  if (!mostly(shape, count) || shape.low === null || shape.high === null) return null;
  return shape.low >= field.min && shape.high <= field.max ? FITS : null;
}

function textFit(name: string, shape: ColumnShape): Fit | null {
  if (name === "county") return mostly(shape, shape.counties) ? { evidence: 1 } : null;
  if (!shape.words || mostly(shape, dated(shape)) || mostly(shape, shape.months)) return null;
  if (name === "domain") {
    const words = readWords(shape.words, domainCodes);
    return words.share >= 0.3 ? { evidence: words.share, words } : null;
  }
  return mostly(shape, shape.counties) ? null : { evidence: 0.6 };
}
