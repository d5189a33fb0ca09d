import type { Sum } from "./measure.ts";

/** What published sums are rounded to, in dollars or hours, so that none is somebody's own to the last of them. */
export const SUM_STEP: Readonly<Record<Sum["unit"], number>> = { dollars: 100, hours: 10 };
