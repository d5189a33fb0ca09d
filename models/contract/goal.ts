import { personToken, type RecordKind } from "./field.ts";

export const goal = {
  kind: "goal",
  title: "Goal (Map of My Dreams)",
  grain: "one row per goal in one person's care plan",
  key: ["goal_token"],
  fields: {
    goal_token: { type: "token", of: "record", required: true, means: "The partner's keyed token for the goal." },
    person_token: personToken,
    enrollment_token: { type: "token", of: "enrollment", means: "The episode the care plan belongs to, where known." },
    domain: {
      type: "text",
      pattern: "[a-z][a-z_]{0,39}",
      says: "a domain code such as housing",
      max: 40,
      required: true,
      means: "The domain the goal is in.",
    },
    set_on: { type: "date", required: true, means: "Day the goal was set." },
    due_on: { type: "date", means: "Day by which it was to be reached." },
    reached_on: { type: "date", means: "Day it was reached; empty while it is open." },
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
