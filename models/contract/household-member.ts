import { householdRoles, personToken, type RecordKind } from "./field.ts";

export const householdMember = {
  kind: "household_member",
  title: "Household member",
  grain: "one row per person in a household, as the family defines itself",
  key: ["household_token", "person_token"],
  fields: {
    household_token: {
      type: "token",
      of: "household",
      required: true,
      means: "The partner's keyed token for the household.",
    },
    person_token: personToken,
    role: {
      type: "code",
      required: true,
      codes: householdRoles,
      means: "The person's place in the household.",
    },
  },
  rules: [],
} satisfies RecordKind;
