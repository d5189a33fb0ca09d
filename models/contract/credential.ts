import { personToken, type RecordKind } from "./field.ts";

export const credential = {
  kind: "credential",
  title: "Credential",
  grain: "one row per certificate or credential a person earned",
  aliases: "credentials, certificates, certifications, certificados",
  key: ["person_token", "type", "earned_on"],
  fields: {
    person_token: personToken,
    enrollment_token: {
      type: "token",
      of: "enrollment",
      means: "The episode in which it was earned, where known.",
      aliases: "enrollment, enrolment, episode, stay, place, membership, participation, inscripcion",
    },
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
      aliases: "credential type, credential, certificate, certificate type, cred type, certificado, tipo",
      words: {
        diploma: "high school diploma, ged, hse, secondary diploma, hs diploma",
        associate: "associates, associate s degree, aa as",
        bachelor: "bachelors, bachelor s degree, ba bs",
        graduate: "masters, master s degree, doctorate",
        license: "licence, occupational license",
        certificate: "occupational certificate, certificado de oficio",
        certification: "industry certification, occupational certification",
        work_readiness: "work readiness, work readiness certificate, ncrc, osha 10, wr, preparacion para el trabajo",
        other: "other, oth, different, otro, otra, another",
      },
    },
    earned_on: {
      type: "date",
      required: true,
      means: "Day it was awarded.",
      aliases:
        "date earned, earned date, date awarded, award date, attained date, date attained, earned, awarded, date, day, fecha",
    },
  },
  rules: [],
} satisfies RecordKind;
