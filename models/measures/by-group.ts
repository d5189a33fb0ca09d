import { groupSlices } from "../figure-key.ts";
import type { Shape } from "./measure.ts";

/** The cuts by who people are: the whole network to date, each grouping by itself. */
export const byGroup: readonly Shape[] = groupSlices.map((slice) => ({ slice, periods: ["all"] }));
