import { enrollmentToken, personToken, type RecordKind } from "./field.ts";

export const skillGain = {
  kind: "skill_gain",
  title: "Skill gain",
  grain: "one row per gain in skill that one person made in one episode, but for those that tests and credentials show",
  aliases: "skill gains, skill gain, measurable skill gains, msg",
  since: 3,
  key: ["enrollment_token", "person_token", "type", "achieved_on"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    type: {
      type: "code",
      required: true,
      codes: {
        transcript: "Transcript or report card",
        milestone: "Training milestone",
        progression: "Skills progression",
      },
      means: "Type of measurable skill gain, as WIOA names them.",
      aliases: "gain type, skill gain type, skill gain, msg type, measurable skill gain, type",
      words: {
        transcript: "report card, tr, transcript or report card",
        milestone: "training milestone, tm",
        progression: "skills progression, skill progression, sp",
      },
    },
    achieved_on: {
      type: "date",
      required: true,
      means: "Day it was achieved.",
      aliases: "gain date, date of gain, date achieved, achieved, achievement date, date, day",
    },
  },
  rules: [],
} satisfies RecordKind;
