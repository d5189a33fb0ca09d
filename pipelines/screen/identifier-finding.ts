import type { Finding } from "../findings.ts";

type Identified = Extract<Finding, { code: "identifier-column" | "identifier-values" }>;

/** An identifier in a file: its column, its kind in plain words and, for values, the number of rows; never a value. */
export type IdentifierFinding = Identified extends infer Found
  ? Found extends Identified
    ? Pick<Found, "code" | "facts">
    : never
  : never;
