import { personToken, type RecordKind } from "./field.ts";

export const benefitMonth = {
  kind: "benefit_month",
  title: "Benefit month",
  grain: "one row per benefit program and month for one person",
  key: ["person_token", "benefit", "month"],
  fields: {
    person_token: personToken,
    benefit: {
      type: "code",
      required: true,
      codes: {
        snap: "SNAP",
        tanf: "TANF",
        housing: "Housing subsidy",
        health: "Health coverage",
        childcare: "Child care subsidy",
        wic: "WIC",
        other: "Other",
      },
      means: "Benefit program.",
    },
    month: { type: "month", required: true, means: "Month for which it was paid." },
    amount: { type: "money", min: 0, max: 20000, means: "Amount for the month in dollars." },
    grew_up_with_assistance: {
      type: "code",
      codes: { yes: "It did", no: "It did not", unknown: "Not asked, or not known" },
      means: "Whether the family in which the person grew up received this benefit, as the person says.",
    },
  },
  rules: [],
} satisfies RecordKind;
