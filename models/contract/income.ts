import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const income = {
  kind: "income",
  title: "Income",
  grain: "one row per report of one person's income in one episode",
  aliases: "incomes, income, income benefits, ingresos",
  key: ["enrollment_token", "person_token", "reported_on", "stage"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    reported_on: {
      type: "date",
      required: true,
      means: "Day the income was reported.",
      aliases: "report date, date reported, information date, income date, as of date, date, day, fecha",
    },
    stage: {
      type: "code",
      required: true,
      codes: { entry: "At entry", update: "Update", exit: "At exit", annual: "Annual", post_exit: "After exit" },
      means: "Point of the episode at which it was reported.",
      aliases: "collection stage, data collection stage, income stage, point, phase, type, etapa",
      words: {
        entry: "project entry, at entry, start, intake, project start",
        update: "interim, change",
        exit: "project exit, at exit",
        annual: "annual assessment, yearly, recertification, annual review",
        post_exit: "after exit, post exit, follow up",
      },
    },
    any_income: {
      type: "boolean",
      means: "Income from any source; empty when the question was not answered.",
      aliases: "income from any source, has income, any source, ingresos",
    },
    total_monthly: {
      type: "money",
      min: 0,
      max: 100000,
      means: "Total monthly income in dollars.",
      aliases: "total monthly income, monthly income, total income, total amount, total, ingreso mensual",
    },
    earned: {
      type: "boolean",
      means: "Income from work.",
      aliases: "earned income, income from work, has earned income, earned indicator, employed",
    },
    earned_monthly: {
      type: "money",
      min: 0,
      max: 100000,
      means: "Monthly income from work in dollars; counted only when `earned` is true.",
      aliases: "earned amount, monthly earned income, earned income amount, monthly wages, wages",
    },
  },
  rules: [],
} satisfies RecordKind;
