import { personToken, type RecordKind } from "./field.ts";

export const person = {
  kind: "person",
  title: "Person",
  grain: "one row per person at one partner",
  aliases:
    "people, persons, clients, participants, patients, members, guests, riders, callers, learners, students, demographics, estudiantes, clientes, personas",
  key: ["person_token"],
  fields: {
    person_token: personToken,
    linkage_token: {
      type: "token",
      of: "linkage",
      means: "A second token, made with a key the warehouse never holds, by which partners that opt in are linked.",
      aliases: "linkage, link, network, network person, shared, community, net, clave de red, red",
    },
    gender: {
      type: "code",
      codes: { woman: "Woman", man: "Man", nonbinary: "Non-binary or another gender", unknown: "Not known" },
      means: "Gender as the person gives it.",
      aliases: "sex, gender identity, genero, sexo",
      words: {
        woman: "f, fem, female, women, girl, girl or woman, mujer, femenino",
        man: "m, masc, male, men, boy, boy or man, hombre, masculino",
        nonbinary: "x, nb, non binary, nonbinary, other, another gender, genderqueer, transgender, otro",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, u",
      },
    },
    race_ethnicity: {
      type: "code",
      codes: {
        american_indian: "American Indian or Alaska Native",
        asian: "Asian",
        black: "Black or African American",
        hispanic: "Hispanic or Latino",
        native_hawaiian: "Native Hawaiian or Pacific Islander",
        white: "White",
        multiple: "More than one race",
        unknown: "Not known",
      },
      means: "Race and ethnicity as the person gives it; Hispanic or Latino of any race is one group.",
      aliases:
        "race, ethnicity, race and ethnicity, race eth, group, ethnic group, racial group, raza, etnia, raza o etnia, origen",
      words: {
        american_indian:
          "american indian, alaska native, native american, indigenous, american indian alaska native or indigenous, aian, ai an, 1002 5, indigena americana",
        asian: "asian, asian or asian american, 2028 9, asiatica, asiatico",
        black: "black, african american, black african american or african, 2054 5, negra, negro, afroamericana",
        hispanic: "hispanic, latino, latina, latino a, latinx, latine, hispanic latina e o, 2135 2, hispana, hispano",
        native_hawaiian: "pacific islander, native hawaiian, pacific, nhpi, 2076 8, islena del pacifico",
        white: "caucasian, 2106 3, blanca, blanco",
        multiple: "multi, multiracial, mixed, two or more, two or more races, more than one, mas de una",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, u",
      },
    },
    language: {
      type: "code",
      codes: {
        english: "English",
        spanish: "Spanish",
        arabic: "Arabic",
        vietnamese: "Vietnamese",
        other: "Another language",
        unknown: "Not known",
      },
      means: "Language the person prefers.",
      aliases:
        "preferred language, home language, language at home, primary language, speaks, spoken language, call language, idioma, lengua",
      words: {
        english: "en, eng, ingles",
        spanish: "es, sp, spa, span, espanol",
        arabic: "ar, ara, arabe",
        vietnamese: "vi, vn, vie, vietnamita",
        other: "other, oth, different, otro, otra, another, ot, interpreter",
        unknown:
          "not known, unk, not stated, not given, not asked, not noted, no answer, unstated, not recorded, data not collected, prefer not to say, client refused, refused, missing, sin dato, no se sabe, un",
      },
    },
    county: {
      type: "text",
      pattern: "[A-Z]{2}-[0-9]{3}",
      says: "a state and county code such as TN-157",
      max: 6,
      means: "County of residence as state and three-digit FIPS code; nothing smaller is taken.",
      aliases: "county fips, county of residence, fips, county code, condado",
    },
    zip_area: {
      since: 6,
      type: "text",
      pattern: "[0-9]{3}",
      says: "the first three digits of a ZIP code",
      max: 3,
      means:
        "First three digits of the ZIP code of residence; 000 for areas of 20,000 people or fewer. A partner that agrees to it may send the whole ZIP code, of which three digits are kept.",
      aliases: "zip3, zip 3, three digit zip, zip prefix, zip area",
    },
    veteran: {
      type: "boolean",
      means: "Served in the armed forces.",
      aliases: "veteran status, served in the armed forces, military service, veterano",
    },
    disability: {
      since: 3,
      type: "boolean",
      means: "Has a disability, as the person says.",
      aliases: "disabled, disabling condition, has a disability, discapacidad",
    },
    age: {
      type: "integer",
      min: 0,
      max: 90,
      means: "Age in whole years on `age_on`; 90 stands for 90 and over.",
      aliases: "current age, age in years, edad",
    },
    age_on: {
      type: "date",
      means: "The day on which `age` was true.",
      aliases: "age date, age as of, age on, date of age",
    },
  },
  rules: [
    {
      id: "age_has_day",
      form: "required_when",
      field: "age_on",
      when: "age",
      says: "an age needs the day on which it was true",
    },
  ],
} satisfies RecordKind;
