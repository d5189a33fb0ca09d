import { householdRoles, householdRoleWords, personToken, type RecordKind } from "./field.ts";

export const householdMember = {
  kind: "household_member",
  title: "Household member",
  grain: "one row per person in a household, as the family defines itself",
  aliases: "households, families, household, family, household members, case members, relationships, familias, hogares",
  key: ["household_token", "person_token"],
  fields: {
    household_token: {
      type: "token",
      of: "household",
      required: true,
      means: "The partner's keyed token for the household.",
      aliases: "household, family, hh, case, hogar, familia",
    },
    person_token: personToken,
    role: {
      type: "code",
      required: true,
      codes: householdRoles,
      means: "The person's place in the household.",
      aliases:
        "relation, relationship, relationship to head, relationship to head of household, relationship to hoh, place in family, hh role, family role, parentesco, relacion",
      words: householdRoleWords,
    },
  },
  rules: [],
} satisfies RecordKind;
