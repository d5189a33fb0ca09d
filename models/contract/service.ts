import { personToken, programId, type RecordKind } from "./field.ts";

export const service = {
  kind: "service",
  title: "Service",
  grain: "one row per service given to one person on one day",
  key: ["service_token"],
  fields: {
    service_token: { type: "token", of: "record", required: true, means: "The partner's keyed token for the service." },
    person_token: personToken,
    program_id: programId,
    provided_on: { type: "date", required: true, means: "Day the service was given." },
    type: {
      type: "code",
      required: true,
      codes: {
        coordination: "Care coordination",
        coaching: "Coaching",
        training: "Training or class",
        financial: "Financial assistance",
        navigation: "Information and navigation",
        childcare: "Child care",
        other: "Other",
      },
      means: "Type of service.",
    },
    hours: { type: "decimal", scale: 2, min: 0, max: 24, means: "Hours of service." },
    cost: { type: "money", min: 0, max: 100000, means: "Direct cost in dollars." },
  },
  rules: [],
} satisfies RecordKind;
