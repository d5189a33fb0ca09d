import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const educationTest = {
  kind: "education_test",
  title: "Education test",
  grain: "one row per subject of one test of one learner in one episode",
  key: ["enrollment_token", "person_token", "tested_on", "subject", "point"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    tested_on: { type: "date", required: true, means: "Day of the test." },
    track: {
      type: "code",
      required: true,
      codes: { abe: "Adult basic education", esl: "English as a second language" },
      means: "Adult basic education or English as a second language; the two are never pooled.",
    },
    subject: {
      type: "code",
      required: true,
      codes: { reading: "Reading", mathematics: "Mathematics", language: "Language", listening: "Listening" },
      means: "Subject tested.",
    },
    point: {
      type: "code",
      required: true,
      codes: { pre: "Pre-test", post: "Post-test" },
      means: "Pre-test or post-test.",
    },
    level: {
      type: "integer",
      min: 1,
      max: 6,
      required: true,
      means: "Educational functioning level, 1 to 6, within the track.",
    },
    edition: {
      type: "text",
      pattern: "[A-Za-z0-9 /.-]{1,40}",
      says: "the name of a test edition",
      max: 40,
      means: "Test and edition.",
    },
  },
  rules: [],
} satisfies RecordKind;
