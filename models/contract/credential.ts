import { personToken, type RecordKind } from "./field.ts";

export const credential = {
  kind: "credential",
  title: "Credential",
  grain: "one row per certificate or credential a person earned",
  key: ["person_token", "type", "earned_on"],
  fields: {
    person_token: personToken,
    enrollment_token: { type: "token", of: "enrollment", means: "The episode in which it was earned, where known." },
    type: {
      type: "code",
      required: true,
      codes: {
        diploma: "Secondary diploma or equivalent",
        associate: "Associate degree",
        bachelor: "Bachelor degree",
        graduate: "Graduate degree",
        license: "Occupational licensure",
        certificate: "Occupational certificate",
        certification: "Occupational certification",
        work_readiness: "Work-readiness or safety certificate",
        other: "Other",
      },
      means: "Type of certificate or credential.",
    },
    earned_on: { type: "date", required: true, means: "Day it was awarded." },
  },
  rules: [],
} satisfies RecordKind;
