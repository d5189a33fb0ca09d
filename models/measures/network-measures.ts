import { measures } from "./catalogue.ts";
import type { Measure } from "./measure.ts";
import { referralFlows } from "./referral-flows.ts";
import { type Receiver, referralMatrix } from "./referral-matrix.ts";

/** Every measure of one network: those that all networks share, and those that are made of its partners. */
export const measuresOf = (partners: readonly Receiver[]): readonly Measure[] =>
  measures.flatMap((one) => (one === referralFlows ? [one, referralMatrix(partners)] : [one]));
