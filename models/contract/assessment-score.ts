import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const assessmentScore = {
  kind: "assessment_score",
  title: "Assessment score",
  grain: "one row per domain of one assessment of one person in one episode",
  aliases: "matrix, assessments, self sufficiency matrix, self sufficiency, ssm, scores, isat, evaluaciones",
  key: ["enrollment_token", "person_token", "assessed_on", "stage", "domain"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    assessed_on: {
      type: "date",
      required: true,
      means: "Day of the assessment.",
      aliases:
        "assessment date, date of assessment, date of matrix, assessed, assess date, date, day, date completed, fecha de evaluacion, fecha",
    },
    stage: {
      type: "code",
      required: true,
      codes: { initial: "Initial", interim: "Interim", exit: "Exit" },
      means: "Point of the episode at which the assessment was made.",
      aliases:
        "assessment stage, assessment type, type, collected, which, point, phase, assess type, timing, etapa, momento",
      words: {
        initial: "init, entry, intake, at intake, baseline, first, start, initial assessment, inicial",
        interim: "intm, update, review, during program, between, follow up, ongoing, midpoint, intermedia",
        exit: "closing, at exit, last, final, discharge, salida",
      },
    },
    instrument: {
      type: "text",
      pattern: "[a-z0-9][a-z0-9-]{0,39}",
      says: "an instrument id such as az-ssm-18",
      max: 40,
      required: true,
      means: "The instrument and version used.",
      aliases: "assessment tool, tool, form, instrument version, instrumento",
    },
    domain: {
      type: "text",
      pattern: "[a-z][a-z_]{0,39}",
      says: "a domain code such as housing",
      max: 40,
      required: true,
      means: "The domain assessed, by its canonical code.",
      aliases: "area of life, area, life domain, life area, dominio",
    },
    answer: {
      type: "code",
      required: true,
      codes: { scored: "Scored", not_applicable: "Not applicable", not_rated: "Not rated" },
      means: "Whether the domain was scored, does not apply to the person, or was left open.",
      aliases: "answer, response, applies, respuesta",
      words: {
        scored: "rated, yes",
        not_applicable: "na, n a, not applicable",
        not_rated: "not assessed, skipped, left open",
      },
    },
    score: {
      type: "integer",
      min: 1,
      max: 5,
      means: "Level from 1 (in crisis) to 5 (empowered); empty unless scored.",
      aliases: "level, rating, points, value, puntaje, nivel",
    },
    is_goal: {
      type: "boolean",
      means: "The participant chose this domain as a goal.",
      aliases: "goal, chosen as goal, participant goal, is a goal, meta",
    },
  },
  rules: [
    {
      id: "scored_has_score",
      form: "required_when",
      field: "score",
      when: "answer",
      is: ["scored"],
      says: "a scored domain needs a level from 1 to 5",
    },
    {
      id: "score_needs_scored",
      form: "empty_unless",
      field: "score",
      when: "answer",
      is: ["scored"],
      says: "a level is given only where the domain is scored",
    },
  ],
} satisfies RecordKind;
