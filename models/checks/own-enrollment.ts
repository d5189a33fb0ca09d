import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";
import { knownEnrollment } from "./known-enrollment.ts";

/** Looked at after `knownEnrollment`, so that the enrollment is there and only its person differs. */
export const ownEnrollment: Check = {
  id: "enrollment_of_another",
  says: rowFaults.enrollment_of_another!,
  column: knownEnrollment.column,
  records: knownEnrollment.records,
  broken: () =>
    "not exists (select 1 from enrollment as e where e.partner_id = r.partner_id and e.enrollment_key = r.enrollment_key and e.person_key = r.person_key)",
};
