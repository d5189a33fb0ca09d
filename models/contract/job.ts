import { personToken, type RecordKind } from "./field.ts";

export const job = {
  kind: "job",
  title: "Job",
  grain: "one row per spell of employment of one person with one employer",
  key: ["job_token"],
  fields: {
    job_token: { type: "token", of: "record", required: true, means: "The partner's keyed token for the job." },
    person_token: personToken,
    enrollment_token: { type: "token", of: "enrollment", means: "The episode the job belongs to, where known." },
    employer_token: { type: "token", of: "employer", means: "The partner's keyed token for the employer." },
    started_on: { type: "date", required: true, means: "First day of work." },
    ended_on: { type: "date", means: "Last day of work; empty while the job lasts." },
    last_verified_on: { type: "date", means: "Latest day on which the job was known to last." },
    verified_by: {
      type: "code",
      codes: {
        wage_record: "Wage record",
        pay_stub: "Pay stub",
        employer: "Employer",
        self_report: "The person's own word",
        unverified: "Not verified",
      },
      means: "How the job was verified.",
    },
    hours_per_week: { type: "decimal", scale: 1, min: 0, max: 112, means: "Usual hours a week." },
    hourly_wage: { type: "money", min: 0, max: 500, means: "Hourly wage in dollars." },
  },
  rules: [
    {
      id: "job_ends_after_start",
      form: "not_before",
      field: "ended_on",
      than: "started_on",
      says: "the last day of work must not be before the first",
    },
  ],
} satisfies RecordKind;
