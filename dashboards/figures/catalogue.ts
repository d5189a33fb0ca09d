import type { FigureMaker } from "../figure-content.ts";
import { control } from "./control.ts";
import { costPerOutcome } from "./cost-per-outcome.ts";
import { counts } from "./counts.ts";
import { flows } from "./flows.ts";
import { funnel } from "./funnel.ts";
import { generations } from "./generations.ts";
import { medians } from "./medians.ts";
import { movement } from "./movement.ts";
import { netResources } from "./net-resources.ts";
import { newAndContinuing } from "./new-and-continuing.ts";
import { pairing } from "./pairing.ts";
import { peopleByMember, peopleByQuarter } from "./people-counts.ts";
import { peopleReached } from "./people-reached.ts";
import { povertyReach } from "./poverty-reach.ts";
import { rates } from "./rates.ts";
import { shares } from "./shares.ts";
import { standardised } from "./standardised.ts";
import { sums } from "./sums.ts";
import { survival } from "./survival.ts";
import { transition } from "./transition.ts";
import { trend } from "./trend.ts";

/** Every kind of figure a page may ask for, by the name it uses. */
export const figureMakers: Readonly<Record<string, FigureMaker>> = {
  "people-reached": peopleReached,
  "people-by-member": peopleByMember,
  "people-by-quarter": peopleByQuarter,
  control,
  "cost-per-outcome": costPerOutcome,
  counts,
  flows,
  funnel,
  generations,
  medians,
  movement,
  "net-resources": netResources,
  "new-and-continuing": newAndContinuing,
  pairing,
  "poverty-reach": povertyReach,
  rates,
  shares,
  standardised,
  sums,
  survival,
  transition,
  trend,
};
