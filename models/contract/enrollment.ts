import { enrollmentToken, householdRoles, personToken, programId, type RecordKind } from "./field.ts";

/** Where a person can live before or after an episode, as HUD groups living situations and destinations. */
const livingSituations = {
  permanent: "Permanent housing",
  temporary: "Temporary housing",
  institution: "Institution",
  homeless: "Homeless",
  other: "Other or deceased",
  unknown: "Not known",
} as const;

export const enrollment = {
  kind: "enrollment",
  title: "Enrollment",
  grain: "one row per episode: one person's period of participation in one program",
  key: ["enrollment_token"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    household_token: {
      type: "token",
      of: "household",
      means: "The household the person entered with, frozen at entry.",
    },
    program_id: programId,
    entered_on: { type: "date", required: true, means: "First day of participation." },
    exited_on: { type: "date", means: "Last day of participation; empty while the episode is open." },
    exit_reason: {
      type: "code",
      codes: {
        completed: "Completed the program",
        moved: "Moved away",
        no_contact: "Contact was lost",
        declined: "Left by choice",
        ineligible: "No longer eligible",
        institutionalized: "Institutionalized",
        deceased: "Deceased",
        other: "Another reason",
        unknown: "Not known",
      },
      means: "Why the episode ended.",
    },
    exit_destination: {
      type: "code",
      codes: livingSituations,
      means: "Where the person lived on leaving, as HUD groups destinations.",
    },
    prior_living: {
      type: "code",
      codes: { ...livingSituations, other: "Other" },
      means: "Where the person lived on the night before entry, in the same groups.",
    },
    age_at_entry: {
      type: "integer",
      min: 0,
      max: 90,
      means: "Age in whole years on the first day; 90 stands for 90 and over.",
    },
    role: {
      type: "code",
      codes: householdRoles,
      means: "The person's place in the household at entry.",
    },
    unaccompanied: { type: "boolean", means: "True for a youth under 18 who entered without a parent or guardian." },
    work_known_to: {
      type: "date",
      means:
        "Last day up to which it is known whether the person worked after the exit, where wage records come late; empty where no job on record means no job.",
    },
  },
  rules: [
    {
      id: "exit_after_entry",
      form: "not_before",
      field: "exited_on",
      than: "entered_on",
      says: "the exit date must not be before the entry date",
    },
    {
      id: "reason_needs_exit",
      form: "required_when",
      field: "exited_on",
      when: "exit_reason",
      says: "an exit reason needs an exit date",
    },
  ],
} satisfies RecordKind;
