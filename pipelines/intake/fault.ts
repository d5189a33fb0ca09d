import type { Finding } from "../findings.ts";

/** Something found in a file, before it is said of which partner and feed. */
export type Fault = Pick<Finding, "code" | "facts">;
