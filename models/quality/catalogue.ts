import { completeness } from "./completeness.ts";
import { consistency } from "./consistency.ts";
import { coverage } from "./coverage.ts";
import type { Dimension } from "./dimension.ts";
import { timeliness } from "./timeliness.ts";
import { validity } from "./validity.ts";

/** Every dimension of data quality, in the order in which partners read of them. */
export const dimensions: readonly Dimension[] = [validity, consistency, timeliness, completeness, coverage];
