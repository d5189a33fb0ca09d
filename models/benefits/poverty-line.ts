import type { Dated } from "./dated.ts";

/** The federal poverty guideline of the 48 states, in cents a year. */
export interface PovertyLine extends Dated {
  first: number;
  /** For each person after the first. */
  more: number;
}

/** The guideline for a household of a size, in cents a month, not rounded. */
export const monthlyLine = ({ first, more }: Pick<PovertyLine, "first" | "more">, size: number) =>
  (first + more * (size - 1)) / 12;
