import { personToken, type RecordKind } from "./field.ts";

export const benefitMonth = {
  kind: "benefit_month",
  title: "Benefit month",
  grain: "one row per benefit program and month for one person",
  aliases: "benefits, subsidies, subsidy, payments, coverage, issuances, beneficios",
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
      aliases: "benefit type, benefit program, program, benefit name, beneficio",
      words: {
        snap: "food stamps, food assistance, calfresh, sn",
        tanf: "cash assistance, families first, ta",
        housing: "housing subsidy, section 8, voucher, public housing",
        health: "medicaid, tenncare, health coverage, chip",
        childcare: "child care subsidy, child care, ccdf",
        wic: "women infants and children",
        other: "other, oth, different, otro, otra, another",
      },
    },
    month: {
      type: "month",
      required: true,
      means: "Month for which it was paid.",
      aliases: "benefit month, month of benefit, month paid, mes",
    },
    amount: {
      type: "money",
      min: 0,
      max: 20000,
      means: "Amount for the month in dollars.",
      aliases: "benefit amount, paid, amount paid, monthly amount, dollars, monto",
    },
    grew_up_with_assistance: {
      since: 4,
      type: "code",
      codes: { yes: "It did", no: "It did not", unknown: "Not asked, or not known" },
      means: "Whether the family in which the person grew up received this benefit, as the person says.",
      aliases:
        "in childhood, as a child, childhood, grew up with, received as a child, parents received, housing subsidy in childhood",
      words: {
        yes: "y, 1, received, had it, si",
        no: "n, 0, not received, did not have it",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe",
      },
    },
  },
  rules: [],
} satisfies RecordKind;
