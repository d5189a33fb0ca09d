import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const educationTest = {
  kind: "education_test",
  title: "Education test",
  grain: "one row per subject of one test of one learner in one episode",
  aliases: "tests, exams, test scores, educational gains, examenes, pruebas",
  key: ["enrollment_token", "person_token", "tested_on", "subject", "point"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    tested_on: {
      type: "date",
      required: true,
      means: "Day of the test.",
      aliases: "test date, date of test, tested, assessment date, date, day, fecha, fecha de la prueba",
    },
    track: {
      type: "code",
      required: true,
      codes: { abe: "Adult basic education", esl: "English as a second language" },
      means: "Adult basic education or English as a second language; the two are never pooled.",
      aliases: "program type, class type, via",
      words: {
        abe: "adult basic education, basic education, ase, basica",
        esl: "english as a second language, english, ell, ingles",
      },
    },
    subject: {
      type: "code",
      required: true,
      codes: { reading: "Reading", mathematics: "Mathematics", language: "Language", listening: "Listening" },
      means: "Subject tested.",
      aliases: "test subject, functional area, area, materia",
      words: {
        reading: "lectura",
        mathematics: "math, maths, matematicas",
        language: "writing, lenguaje",
        listening: "listening comprehension, comprension auditiva, oral",
      },
    },
    point: {
      type: "code",
      required: true,
      codes: { pre: "Pre-test", post: "Post-test" },
      means: "Pre-test or post-test.",
      aliases: "test type, pre or post, pre post, timing, momento",
      words: {
        pre: "pretest, pre test, initial, before, antes, baseline",
        post: "posttest, post test, after, follow up, despues",
      },
    },
    level: {
      type: "integer",
      min: 1,
      max: 6,
      required: true,
      means: "Educational functioning level, 1 to 6, within the track.",
      aliases: "educational functioning level, efl, nrs level, functioning level, nivel",
    },
    edition: {
      type: "text",
      pattern: "[A-Za-z0-9 /.-]{1,40}",
      says: "the name of a test edition",
      max: 40,
      means: "Test and edition.",
      aliases: "test, test name, test edition, assessment tool, prueba",
    },
  },
  rules: [],
} satisfies RecordKind;
