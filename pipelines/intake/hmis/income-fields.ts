import { codeSql, type Reading, yesNoSql } from "./select-record.ts";

const STAGES = { 1: "entry", 2: "update", 3: "exit", 5: "annual", 6: "post_exit" };

/** A report of income out of de-identified IncomeBenefits.csv. */
export const incomeFields: Readonly<Record<string, Reading>> = {
  enrollment_token: { from: "EnrollmentID" },
  person_token: { from: "PersonalID" },
  reported_on: { from: "InformationDate" },
  stage: { from: "DataCollectionStage", sql: codeSql("DataCollectionStage", STAGES) },
  any_income: { from: "IncomeFromAnySource", sql: yesNoSql("IncomeFromAnySource") },
  total_monthly: { from: "TotalMonthlyIncome" },
  earned: { from: "Earned", sql: yesNoSql("Earned") },
  earned_monthly: { from: "EarnedAmount" },
};
