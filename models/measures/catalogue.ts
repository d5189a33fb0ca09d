import { anyCertificate } from "./any-certificate.ts";
import { assessmentsInDate } from "./assessments-in-date.ts";
import { benefitLoss } from "./benefit-loss.ts";
import { benefitsByProgram } from "./benefits-by-program.ts";
import { benefitsReceived } from "./benefits-received.ts";
import { carePlan } from "./care-plan.ts";
import { credentialTypes } from "./credential-types.ts";
import { earningsChange } from "./earnings-change.ts";
import { eflGain } from "./efl-gain.ts";
import { employmentAfterExit } from "./employment-after-exit.ts";
import { exitsToPermanentHousing } from "./exits-to-permanent-housing.ts";
import { familiesServed } from "./families-served.ts";
import { goalsReached } from "./goals-reached.ts";
import { grewUpWithAssistance } from "./grew-up-with-assistance.ts";
import { hourlyWageGain } from "./hourly-wage-gain.ts";
import { incomeMovement } from "./income-movement.ts";
import { jobLoss } from "./job-loss.ts";
import { jobPlacement } from "./job-placement.ts";
import { jobRetention } from "./job-retention.ts";
import { lengthOfStay } from "./length-of-stay.ts";
import { livingWageShare } from "./living-wage-share.ts";
import { matrixMovement } from "./matrix-movement.ts";
import type { Measure } from "./measure.ts";
import { movementAfterEntry } from "./movement-after-entry.ts";
import { netDomainsImproved } from "./net-domains-improved.ts";
import { newAndContinuing } from "./new-and-continuing.ts";
import { peopleServed } from "./people-served.ts";
import { reasonsNotConnected } from "./reasons-not-connected.ts";
import { recognizedCredential } from "./recognized-credential.ts";
import { referralChains } from "./referral-chains.ts";
import { referralFlows } from "./referral-flows.ts";
import { referralOutcomes } from "./referral-outcomes.ts";
import { returnsAfterExit } from "./returns-after-exit.ts";
import { servedTogether } from "./served-together.ts";
import { servicesDelivered } from "./services-delivered.ts";
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
  newAndContinuing,
  familiesServed,
  servicesDelivered,
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
  jobLoss,
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
  referralChains,
  servedTogether,
  twoGenerationEngagement,
  wholeFamilyProgress,
  exitsToPermanentHousing,
  returnsAfterExit,
  lengthOfStay,
  incomeMovement,
  benefitsReceived,
  benefitsByProgram,
  benefitLoss,
  grewUpWithAssistance,
];
