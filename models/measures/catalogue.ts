import { anyCertificate } from "./any-certificate.ts";
import { assessmentsInDate } from "./assessments-in-date.ts";
import { benefitsReceived } from "./benefits-received.ts";
import { carePlan } from "./care-plan.ts";
import { credentialTypes } from "./credential-types.ts";
import { earningsChange } from "./earnings-change.ts";
import { eflGain } from "./efl-gain.ts";
import { employmentAfterExit } from "./employment-after-exit.ts";
import { exitsToPermanentHousing } from "./exits-to-permanent-housing.ts";
import { goalsReached } from "./goals-reached.ts";
import { hourlyWageGain } from "./hourly-wage-gain.ts";
import { jobPlacement } from "./job-placement.ts";
import { jobRetention } from "./job-retention.ts";
import { livingWageShare } from "./living-wage-share.ts";
import { matrixMovement } from "./matrix-movement.ts";
import type { Measure } from "./measure.ts";
import { movementAfterEntry } from "./movement-after-entry.ts";
import { netDomainsImproved } from "./net-domains-improved.ts";
import { peopleServed } from "./people-served.ts";
import { reasonsNotConnected } from "./reasons-not-connected.ts";
import { recognizedCredential } from "./recognized-credential.ts";
import { referralFlows } from "./referral-flows.ts";
import { referralOutcomes } from "./referral-outcomes.ts";
import { servedTogether } from "./served-together.ts";
import { timeToAccept } from "./time-to-accept.ts";
import { timeToFirstGoal } from "./time-to-first-goal.ts";
import { timeToJobLoss } from "./time-to-job-loss.ts";
import { timeToService } from "./time-to-service.ts";
import { trainingSkillGain } from "./training-skill-gain.ts";
import { twoGenerationEngagement } from "./two-generation-engagement.ts";
import { wholeFamilyProgress } from "./whole-family-progress.ts";

/** Every measure the network agreed to be judged by, in the order of the definitions page. */
export const measures: readonly Measure[] = [
  peopleServed,
  matrixMovement,
  netDomainsImproved,
  movementAfterEntry,
  assessmentsInDate,
  carePlan,
  goalsReached,
  timeToFirstGoal,
  jobPlacement,
  jobRetention,
  timeToJobLoss,
  employmentAfterExit,
  livingWageShare,
  hourlyWageGain,
  earningsChange,
  anyCertificate,
  credentialTypes,
  recognizedCredential,
  eflGain,
  trainingSkillGain,
  referralOutcomes,
  timeToAccept,
  timeToService,
  reasonsNotConnected,
  referralFlows,
  servedTogether,
  twoGenerationEngagement,
  wholeFamilyProgress,
  exitsToPermanentHousing,
  benefitsReceived,
];
