import { personToken, programId, type RecordKind } from "./field.ts";

export const service = {
  kind: "service",
  title: "Service",
  grain: "one row per service given to one person on one day",
  aliases:
    "services, visits, calls, encounters, attendance, rides, training, advice, activities, case notes log, servicios, visitas",
  key: ["service_token"],
  fields: {
    service_token: {
      type: "token",
      of: "record",
      required: true,
      means: "The partner's keyed token for the service.",
      aliases: "service, visit, contact, entry, call, encounter, attendance, ride, svc, servicio, visita",
    },
    person_token: personToken,
    program_id: programId,
    provided_on: {
      type: "date",
      required: true,
      means: "Day the service was given.",
      aliases:
        "service date, date of service, date provided, provided date, visit date, contact date, date, day, fecha, fecha de servicio",
    },
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
      aliases: "service type, type of service, service, visit type, what, activity, svc type, tipo de servicio",
      words: {
        coordination: "care coordination, case management, service coordination",
        coaching: "coach, coa, job coaching, mentoring",
        training: "class, workshop, course, trn, training or class",
        financial: "financial assistance, direct assistance, emergency assistance, cash assistance, rent assistance",
        navigation: "navigator, information and navigation, information and referral, referral call",
        childcare: "child care, creche day, day care",
        other: "other, oth, different, otro, otra, another",
      },
    },
    hours: {
      type: "decimal",
      scale: 2,
      min: 0,
      max: 24,
      means: "Hours of service.",
      aliases: "hours of service, service hours, duration hours, svc hours, horas",
    },
    cost: {
      type: "money",
      min: 0,
      max: 100000,
      means: "Direct cost in dollars.",
      aliases: "amount, direct cost, service cost, dollars, fare, svc cost, costo",
    },
  },
  rules: [],
} satisfies RecordKind;
