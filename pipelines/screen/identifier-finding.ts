import type { Finding } from "../findings.ts";

type Found<Code extends Finding["code"]> = Code extends infer Each
  ? Pick<Extract<Finding, { code: Each }>, "code" | "facts">
  : never;

/** Identifiers in the values of a column: its kind in plain words and the number of rows; never a value. */
export type ValuesFinding = Found<"identifier-values">;

/** The same in rows that have no columns. */
export type MisfitFinding = Found<"identifier-in-misfits">;

/** An identifier in a column of a file: its name or its values. */
export type IdentifierFinding = Found<"identifier-column"> | ValuesFinding;
