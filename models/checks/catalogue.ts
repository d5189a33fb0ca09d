import type { Check } from "./check.ts";
import { knownDomain } from "./known-domain.ts";
import { knownEnrollment } from "./known-enrollment.ts";
import { knownPartner } from "./known-partner.ts";
import { knownPerson } from "./known-person.ts";
import { knownProgram } from "./known-program.ts";
import { ownEnrollment } from "./own-enrollment.ts";
import { toAnotherPartner } from "./to-another-partner.ts";

/** Every check between records, in the order in which they run: an enrollment without a program is gone before its assessments are looked at. */
export const checks: readonly Check[] = [
  knownProgram,
  knownPartner,
  toAnotherPartner,
  knownPerson,
  knownEnrollment,
  ownEnrollment,
  knownDomain,
];
