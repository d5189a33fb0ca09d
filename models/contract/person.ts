import { personToken, type RecordKind } from "./field.ts";

export const person = {
  kind: "person",
  title: "Person",
  grain: "one row per person at one partner",
  key: ["person_token"],
  fields: {
    person_token: personToken,
    linkage_token: {
      type: "token",
      of: "linkage",
      means: "A second token, made with a key the warehouse never holds, by which partners that opt in are linked.",
    },
    gender: {
      type: "code",
      codes: { woman: "Woman", man: "Man", nonbinary: "Non-binary or another gender", unknown: "Not known" },
      means: "Gender as the person gives it.",
    },
    race_ethnicity: {
      type: "code",
      codes: {
        american_indian: "American Indian or Alaska Native",
        asian: "Asian",
        black: "Black or African American",
        hispanic: "Hispanic or Latino",
        native_hawaiian: "Native Hawaiian or Pacific Islander",
        white: "White",
        multiple: "More than one race",
        unknown: "Not known",
      },
      means: "Race and ethnicity as the person gives it; Hispanic or Latino of any race is one group.",
    },
    language: {
      type: "code",
      codes: {
        english: "English",
        spanish: "Spanish",
        arabic: "Arabic",
        vietnamese: "Vietnamese",
        other: "Another language",
        unknown: "Not known",
      },
      means: "Language the person prefers.",
    },
    county: {
      type: "text",
      pattern: "[A-Z]{2}-[0-9]{3}",
      says: "a state and county code such as TN-157",
      max: 6,
      means: "County of residence as state and three-digit FIPS code; nothing smaller is taken.",
    },
    veteran: { type: "boolean", means: "Served in the armed forces." },
    disability: { type: "boolean", means: "Has a disability, as the person says." },
    age: { type: "integer", min: 0, max: 90, means: "Age in whole years on `age_on`; 90 stands for 90 and over." },
    age_on: { type: "date", means: "The day on which `age` was true." },
  },
  rules: [
    {
      id: "age_has_day",
      form: "required_when",
      field: "age_on",
      when: "age",
      says: "an age needs the day on which it was true",
    },
  ],
} satisfies RecordKind;
