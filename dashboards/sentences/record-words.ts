import { listWords } from "./numbers.ts";

const plain: Readonly<Record<string, string>> = {
  person: "people",
  household_member: "household members",
  enrollment: "enrollments",
  assessment_score: "scores on the self-sufficiency matrix",
  job: "jobs",
  credential: "certificates and credentials",
  education_test: "education tests",
  skill_gain: "gains in skill",
  referral: "referrals",
  goal: "goals in care plans",
  service: "services",
  benefit_month: "benefits, month by month",
  income: "incomes",
  hmis_export: "a homeless-services (HMIS) export",
  pirl_export: "a workforce (WIOA PIRL) export",
};

/** What a partner sends, in words: record kinds named by their code, separated by spaces. */
export function recordWords(codes: string): string {
  const names = codes.split(" ").filter((code) => code !== "");
  return names.length === 0 ? "nothing yet" : listWords(names.map((code) => plain[code] ?? code.replaceAll("_", " ")));
}
