import { assessmentScore } from "./assessment-score.ts";
import { benefitMonth } from "./benefit-month.ts";
import { credential } from "./credential.ts";
import { educationTest } from "./education-test.ts";
import { enrollment } from "./enrollment.ts";
import { RecordKind } from "./field.ts";
import { goal } from "./goal.ts";
import { householdMember } from "./household-member.ts";
import { income } from "./income.ts";
import { job } from "./job.ts";
import { person } from "./person.ts";
import { referral } from "./referral.ts";
import { service } from "./service.ts";
import { skillGain } from "./skill-gain.ts";

/** Goes up when a declaration changes what is accepted or how it is stored; intake made under another version is made again. */
export const CONTRACT_VERSION = 6;

/** Every record kind a partner can send, in the order in which they are loaded. */
export const recordKinds = [
  person,
  householdMember,
  enrollment,
  assessmentScore,
  job,
  credential,
  educationTest,
  skillGain,
  referral,
  goal,
  service,
  benefitMonth,
  income,
] as const satisfies readonly RecordKind[];

for (const record of recordKinds) RecordKind.parse(record);

export type RecordKindName = (typeof recordKinds)[number]["kind"];

/** The declaration of a record kind. Throws on a name that is not in the contract. */
export function recordKind(name: string): RecordKind {
  const found = recordKinds.find((record) => record.kind === name);
  if (!found) throw new Error(`unknown record kind: ${name}`);
  return found;
}
