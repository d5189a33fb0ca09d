import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";

export const knownEnrollment: Check = {
  id: "unknown_enrollment",
  says: rowFaults.unknown_enrollment!,
  column: "enrollment_token",
  records: ["assessment_score", "education_test", "skill_gain", "income"],
  broken: () =>
    "not exists (select 1 from enrollment as e where e.partner_id = r.partner_id and e.enrollment_key = r.enrollment_key)",
};
