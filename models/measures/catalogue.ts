import { anyCertificate } from "./any-certificate.ts";
import { carePlan } from "./care-plan.ts";
import { employmentAfterExit } from "./employment-after-exit.ts";
import { jobPlacement } from "./job-placement.ts";
import { jobRetention } from "./job-retention.ts";
import { matrixMovement } from "./matrix-movement.ts";
import type { Measure } from "./measure.ts";
import { peopleServed } from "./people-served.ts";
import { recognizedCredential } from "./recognized-credential.ts";

/** Every measure the network agreed to be judged by, in the order of the definitions page. */
export const measures: readonly Measure[] = [
  peopleServed,
  matrixMovement,
  carePlan,
  jobPlacement,
  jobRetention,
  employmentAfterExit,
  anyCertificate,
  recognizedCredential,
];
