import {
  enrollmentToken,
  householdRoles,
  householdRoleWords,
  personToken,
  programId,
  type RecordKind,
} from "./field.ts";

/** Where a person can live before or after an episode, as HUD groups living situations and destinations. */
const livingSituations = {
  permanent: "Permanent housing",
  temporary: "Temporary housing",
  institution: "Institution",
  homeless: "Homeless",
  other: "Other or deceased",
  unknown: "Not known",
} as const;

export const enrollment = {
  kind: "enrollment",
  title: "Enrollment",
  grain: "one row per episode: one person's period of participation in one program",
  aliases:
    "enrollments, enrolments, episodes, stays, places, memberships, participation, project entries, cases, matters, cards, inscripciones",
  key: ["enrollment_token"],
  fields: {
    enrollment_token: enrollmentToken,
    person_token: personToken,
    household_token: {
      type: "token",
      of: "household",
      means: "The household the person entered with, frozen at entry.",
      aliases: "household, family, hh, case, hogar, familia",
    },
    program_id: programId,
    entered_on: {
      type: "date",
      required: true,
      means: "First day of participation.",
      aliases:
        "entry date, start date, enrollment date, begin date, intake date, admission date, project start date, date of entry, date entered, date enrolled, entry, entered, enrolled, start, started, begins, begin, from, opened, issued, inicio, fecha de inicio, fecha de ingreso, entrada",
    },
    exited_on: {
      type: "date",
      means: "Last day of participation; empty while the episode is open.",
      aliases:
        "exit date, end date, close date, discharge date, project exit date, date of exit, date exited, exit, exited, end, ended, ends, until, stop, closed, lapsed, fin, fecha de fin, fecha de salida, salida",
    },
    exit_reason: {
      type: "code",
      codes: {
        completed: "Completed the program",
        moved: "Moved away",
        no_contact: "Contact was lost",
        declined: "Left by choice",
        ineligible: "No longer eligible",
        institutionalized: "Institutionalized",
        deceased: "Deceased",
        other: "Another reason",
        unknown: "Not known",
      },
      means: "Why the episode ended.",
      aliases:
        "reason for leaving, exit reason, closing reason, close reason, end reason, stop reason, ended because, left because, closed because, reason for exit, discharge reason, completion status, close, result, reason, why, motivo, motivo de salida",
      words: {
        completed:
          "complete, completed program, program completed, graduated, goals met, finished, concluded, matter concluded, resolved, no longer needed, cp, terminado, termino, completo",
        moved: "moved away, relocated, mv, client moved, se mudo",
        no_contact:
          "lost contact, lost, lc, disappeared, unable to contact, client not reached, not seen again, stopped coming, no reply, no answer, sin contacto",
        declined:
          "left by choice, withdrew, client withdrew, client s choice, client choice, own wish, wished to leave, voluntary, caller declined, cancelled by rider, refused services, vw, decision propia",
        ineligible:
          "no longer eligible, not eligible, not entitled, over income, criteria no longer met, outside area, conflict or means, in, dejo de cumplir requisitos",
        institutionalized:
          "institution, hospital or jail, hospital, jail, incarcerated, inpatient, in an institution, is, institucion",
        deceased: "died, death, dc, client died, fallecio",
        other: "other, oth, different, otro, otra, another, ot",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, un",
      },
    },
    exit_destination: {
      type: "code",
      codes: livingSituations,
      means: "Where the person lived on leaving, as HUD groups destinations.",
      aliases: "destination, exit destination, destination at exit, housing at exit, destino",
      words: {
        permanent: "permanent situation, permanent housing situation, rental by client, owned by client",
        temporary:
          "temporary situation, temporary housing situation, staying with family, staying with friends, transitional",
        institution: "institutional situation, institutional, hospital, jail, prison",
        homeless: "homeless situation, place not meant for habitation, emergency shelter, street, shelter",
        other: "other, oth, different, otro, otra, another",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, no exit interview",
      },
    },
    prior_living: {
      since: 4,
      type: "code",
      codes: { ...livingSituations, other: "Other" },
      means: "Where the person lived on the night before entry, in the same groups.",
      aliases:
        "prior living situation, prior living, living situation, prior residence type, slept, night before, living situation at entry, housing at entry",
      words: {
        permanent: "permanent situation, permanent housing situation, rental by client, owned by client",
        temporary:
          "temporary situation, temporary housing situation, staying with family, staying with friends, transitional",
        institution: "institutional situation, institutional, hospital, jail, prison",
        homeless: "homeless situation, place not meant for habitation, emergency shelter, street, shelter",
        other: "other, oth, different, otro, otra, another",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, no exit interview",
      },
    },
    age_at_entry: {
      type: "integer",
      min: 0,
      max: 90,
      means: "Age in whole years on the first day; 90 stands for 90 and over.",
      aliases: "age at entry, age at start, age at enrollment, age at intake, age begin, age, edad",
    },
    role: {
      type: "code",
      codes: householdRoles,
      means: "The person's place in the household at entry.",
      aliases:
        "relation, relationship, relationship to head, relationship to head of household, relationship to hoh, place in family, hh role, family role, parentesco",
      words: householdRoleWords,
    },
    unaccompanied: {
      type: "boolean",
      means: "True for a youth under 18 who entered without a parent or guardian.",
      aliases: "unaccompanied youth, unaccompanied minor, alone, no acompanado",
    },
    work_known_to: {
      type: "date",
      means:
        "Last day up to which it is known whether the person worked after the exit, where wage records come late; empty where no job on record means no job.",
    },
  },
  rules: [
    {
      id: "exit_after_entry",
      form: "not_before",
      field: "exited_on",
      than: "entered_on",
      says: "the exit date must not be before the entry date",
    },
    {
      id: "reason_needs_exit",
      form: "required_when",
      field: "exited_on",
      when: "exit_reason",
      says: "an exit reason needs an exit date",
    },
  ],
} satisfies RecordKind;
