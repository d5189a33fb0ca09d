import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const income = {
  kind: "income",
  title: "Income",
  grain: "one row per report of one person's income in one episode",
  key: ["enrollment_token", "person_token", "reported_on", "stage"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    reported_on: { type: "date", required: true, means: "Day the income was reported." },
    stage: {
      type: "code",
      required: true,
      codes: { entry: "At entry", update: "Update", exit: "At exit", annual: "Annual", post_exit: "After exit" },
      means: "Point of the episode at which it was reported.",
    },
    any_income: { type: "boolean", means: "Income from any source; empty when the question was not answered." },
    total_monthly: { type: "money", min: 0, max: 100000, means: "Total monthly income in dollars." },
    earned: { type: "boolean", means: "Income from work." },
    earned_monthly: {
      type: "money",
      min: 0,
      max: 100000,
      means: "Monthly income from work in dollars; counted only when `earned` is true.",
    },
  },
  rules: [],
} satisfies RecordKind;
