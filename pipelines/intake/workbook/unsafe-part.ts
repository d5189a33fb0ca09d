import type { Unsafe } from "../../findings.ts";

/** Parts that can do something, or show something that nobody can screen. */
const PARTS: readonly { name: RegExp; because: Unsafe }[] = [
  { name: /vbaProject|vbaData|macrosheets\/|dialogsheets\//i, because: "macros" },
  { name: /(?:^|\/)externalLinks\//i, because: "external_links" },
  { name: /(?:^|\/)(?:embeddings|activeX|oleObject)/i, because: "embedded" },
  { name: /(?:^|\/)media\//i, because: "pictures" },
];

/** Why a workbook of these parts is not opened; nothing where none of them speaks against it. */
export const unsafePart = (parts: readonly string[]): Unsafe | undefined =>
  PARTS.find(({ name }) => parts.some((part) => name.test(part)))?.because;
