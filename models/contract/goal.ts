import { personToken, type RecordKind } from "./field.ts";

export const goal = {
  kind: "goal",
  title: "Goal (Map of My Dreams)",
  grain: "one row per goal in one person's care plan",
  aliases: "goals, care plan, map of my dreams, dream map, dreams, metas",
  key: ["goal_token"],
  fields: {
    goal_token: {
      type: "token",
      of: "record",
      required: true,
      means: "The partner's keyed token for the goal.",
      aliases: "goal, dream, meta",
    },
    person_token: personToken,
    enrollment_token: {
      type: "token",
      of: "enrollment",
      means: "The episode the care plan belongs to, where known.",
      aliases: "enrollment, enrolment, episode, stay, place, membership, participation, inscripcion",
    },
    domain: {
      type: "text",
      pattern: "[a-z][a-z_]{0,39}",
      says: "a domain code such as housing",
      max: 40,
      required: true,
      means: "The domain the goal is in.",
      aliases: "area of life, area, goal area, life area, life domain, goal domain, category",
    },
    set_on: {
      type: "date",
      required: true,
      means: "Day the goal was set.",
      aliases: "date set, set date, goal set date, set, start date, created date, goal date",
    },
    due_on: {
      type: "date",
      means: "Day by which it was to be reached.",
      aliases: "target date, due date, due, date due",
    },
    reached_on: {
      type: "date",
      means: "Day it was reached; empty while it is open.",
      aliases:
        "date reached, reached date, reached, completed date, date completed, achieved date, date achieved, achieved",
    },
  },
  rules: [
    {
      id: "reached_after_set",
      form: "not_before",
      field: "reached_on",
      than: "set_on",
      says: "a goal cannot be reached before it is set",
    },
  ],
} satisfies RecordKind;
