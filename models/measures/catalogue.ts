import { matrixMovement } from "./matrix-movement.ts";
import type { Measure } from "./measure.ts";
import { peopleServed } from "./people-served.ts";

/** Every measure the network agreed to be judged by, in the order of the definitions page. */
export const measures: readonly Measure[] = [peopleServed, matrixMovement];
