import { hudDestinations2022 } from "../../../data/reference/hud-destinations-2022.ts";
import { hudDestinations2024 } from "../../../data/reference/hud-destinations-2024.ts";
import { codeSql, type Reading } from "./select-record.ts";

const ROLES = { 1: "head", 2: "child", 3: "partner", 4: "other", 5: "other", 99: "unknown" };

/** ProjectCompletionStatus (R17): 2 left early by choice, 3 was expelled or discharged. */
const REASONS = { 1: "completed", 2: "declined", 3: "other", 8: "unknown", 9: "unknown", 99: "unknown" };

/** Both lists at once: a code that is in both means the same in both, and exports converted in part have some of each. */
const destinations = Object.fromEntries(
  Object.entries({ ...hudDestinations2022, ...hudDestinations2024 }).map(([code, { group }]) => [code, group]),
);

/** Codes that only a prior living situation has (3.917): staying in the room of a family member, of a friend. */
const livingSituations = {
  ...destinations,
  ...{ 35: "temporary", 36: "temporary", 335: "temporary", 336: "temporary" },
};

const role: Reading = {
  from: "RelationshipToHoH",
  sql: `coalesce(${codeSql("RelationshipToHoH", ROLES)}, 'unknown')`,
};

/** Deceased is told by the destination, whatever the program's completion status says. */
const exitReason: Reading = {
  from: "ProjectCompletionStatus",
  sql: `case when "Destination" = '24' then 'deceased' else ${codeSql("ProjectCompletionStatus", REASONS)} end`,
};

/** An episode out of de-identified Enrollment.csv and Exit.csv. Projects without a program keep their ProjectID. */
export const enrollmentFields = (projects: Readonly<Record<string, string>>): Readonly<Record<string, Reading>> => ({
  enrollment_token: { from: "EnrollmentID" },
  person_token: { from: "PersonalID" },
  household_token: { from: "HouseholdID" },
  program_id: { from: "ProjectID", sql: codeSql("ProjectID", projects) },
  entered_on: { from: "EntryDate" },
  exited_on: { from: "ExitDate" },
  exit_reason: exitReason,
  exit_destination: { from: "Destination", sql: codeSql("Destination", destinations) },
  prior_living: { from: "LivingSituation", sql: codeSql("LivingSituation", livingSituations) },
  age_at_entry: { from: "AgeAtEntry" },
  role,
});

/** A household member out of de-identified Enrollment.csv. */
export const householdMemberFields: Readonly<Record<string, Reading>> = {
  household_token: { from: "HouseholdID" },
  person_token: { from: "PersonalID" },
  role,
};
