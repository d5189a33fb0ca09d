import { personToken, type RecordKind } from "./field.ts";

export const job = {
  kind: "job",
  title: "Job",
  grain: "one row per spell of employment of one person with one employer",
  aliases: "jobs, employment, placements, work, empleos",
  key: ["job_token"],
  fields: {
    job_token: {
      type: "token",
      of: "record",
      required: true,
      means: "The partner's keyed token for the job.",
      aliases: "job, employment, placement, empleo",
    },
    person_token: personToken,
    enrollment_token: {
      type: "token",
      of: "enrollment",
      means: "The episode the job belongs to, where known.",
      aliases: "enrollment, enrolment, episode, stay, place, membership, participation, inscripcion",
    },
    employer_token: {
      type: "token",
      of: "employer",
      means: "The partner's keyed token for the employer.",
      aliases: "employer, company, business, workplace, empleador, empresa",
    },
    started_on: {
      type: "date",
      required: true,
      means: "First day of work.",
      aliases:
        "start date, started, start, hire date, date hired, first day, employment start date, job start, begin date, inicio, fecha de inicio",
    },
    ended_on: {
      type: "date",
      means: "Last day of work; empty while the job lasts.",
      aliases:
        "end date, ended, end, last day, employment end date, job end, separation date, termination date, fin, fecha de fin",
    },
    last_verified_on: {
      type: "date",
      means: "Latest day on which the job was known to last.",
      aliases: "last verified, verified date, verification date, last check, date verified, last seen employed",
    },
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
      aliases: "verified by, how verified, how checked, verification, verification method, verification source, verify",
      words: {
        wage_record: "ui wage record, wage records, ui",
        pay_stub: "paystub, paycheck, ps",
        employer: "employer s word, employer statement, employer letter, er",
        self_report: "self reported, self, client, participant, client s word, sr",
        unverified: "not verified, not checked, none, nv",
      },
    },
    hours_per_week: {
      type: "decimal",
      scale: 1,
      min: 0,
      max: 112,
      means: "Usual hours a week.",
      aliases: "weekly hours, hours weekly, hours a week, usual hours, hours, horas por semana",
    },
    hourly_wage: {
      type: "money",
      min: 0,
      max: 500,
      means: "Hourly wage in dollars.",
      aliases: "wage, wage per hour, hourly rate, pay rate, hourly pay, salario por hora",
    },
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
