import type { Day } from "./calendar.ts";
import { arrivalDay } from "./intake.ts";
import { Random } from "./random.ts";

export type Role = "head" | "partner" | "child" | "other_adult";
type Gender = "woman" | "man" | "nonbinary" | "unknown";
type Group = "black" | "white" | "hispanic" | "asian" | "multiple" | "american_indian" | "native_hawaiian" | "unknown";
type Language = "english" | "spanish" | "arabic" | "vietnamese" | "other" | "unknown";
type Form = "single" | "couple" | "single_parent" | "two_parents" | "three_adults" | "youth";

/** One invented person. `resolve` is how far the person tends above (or below) others in the same position. */
export interface Member {
  number: number;
  role: Role;
  adult: boolean;
  gender: Gender;
  group: Group;
  language: Language;
  veteran: boolean;
  disability: boolean;
  /** The day from which ages are counted; it never leaves the generator. */
  bornOn: Day;
  resolve: number;
}

/** One invented household. `reserve` is what it has to fall back on: 0 is typical of the network, below is worse. */
export interface Household {
  seed: number;
  number: number;
  members: readonly Member[];
  county: string | undefined;
  reserve: number;
  unaccompanied: boolean;
  arrivesOn: Day;
}

const FORMS: Record<Form, number> = {
  single: 0.37,
  couple: 0.09,
  single_parent: 0.3,
  two_parents: 0.17,
  three_adults: 0.05,
  youth: 0.02,
};
const ADULTS: Record<Form, readonly Role[]> = {
  single: ["head"],
  couple: ["head", "partner"],
  single_parent: ["head"],
  two_parents: ["head", "partner"],
  three_adults: ["head", "partner", "other_adult"],
  youth: ["head"],
};
const GROUPS = {
  black: 57,
  white: 20,
  hispanic: 11,
  asian: 3,
  multiple: 4,
  american_indian: 1,
  native_hawaiian: 0.3,
  unknown: 3.7,
};
const COUNTIES = {
  "TN-157": 62,
  "TN-047": 3,
  "TN-167": 4,
  "MS-033": 13,
  "MS-093": 4,
  "MS-137": 3,
  "AR-035": 9,
  unknown: 2,
};

/** The most members a household has; person numbers leave this much room. */
const MOST_MEMBERS = 16;

/** The household of a given number: the same for the same seed, whatever was made before it. */
export function makeHousehold(seed: number, number: number): { household: Household; random: Random } {
  const random = new Random(seed, number, 1);
  const form = random.weighted(FORMS);
  const arrivesOn = arrivalDay(random);
  const group = random.weighted<Group>(GROUPS);
  const language = languageOf(group, random);
  const county = random.weighted(COUNTIES);
  const members: Member[] = [];
  const add = (role: Role, adult: boolean, age: number) =>
    members.push({
      number: number * MOST_MEMBERS + members.length,
      role,
      adult,
      gender: genderOf(role, form, random),
      group: random.chance(0.94) ? group : random.weighted<Group>(GROUPS),
      language,
      veteran: adult && random.chance(0.045),
      disability: new Random(seed, number * MOST_MEMBERS + members.length, 15).chance(adult ? 0.19 : 0.08),
      bornOn: Math.floor(arrivesOn - age * 365.25),
      resolve: random.normal(0, 1),
    });
  for (const role of ADULTS[form])
    add(role, form !== "youth", form === "youth" ? 16 + random.real() * 1.9 : adultAge(form, random));
  for (let child = childrenOf(form, random); child > 0; child--) add("child", false, random.real() * 17.6);
  const household = {
    seed,
    number,
    members,
    county: county === "unknown" ? undefined : county,
    reserve: random.normal(form === "single_parent" ? -0.15 : 0.05, 1),
    unaccompanied: form === "youth",
    arrivesOn,
  };
  return { household, random };
}

/** Age in whole years on a day, with 90 for everyone older. */
export function ageOn(member: Member, on: Day): number {
  return Math.min(90, Math.max(0, Math.floor((on - member.bornOn) / 365.25)));
}

function childrenOf(form: Form, random: Random): number {
  if (form === "three_adults") return random.integer(0, 2);
  if (form !== "single_parent" && form !== "two_parents") return 0;
  return Number(random.weighted({ "1": 40, "2": 32, "3": 17, "4": 8, "5": 3 }));
}

function adultAge(form: Form, random: Random): number {
  if (form === "single_parent" || form === "two_parents") return 19 + random.real() * 14 + random.exponential(6);
  return 19 + random.real() * 30 + random.exponential(10);
}

function genderOf(role: Role, form: Form, random: Random): Gender {
  if (random.chance(0.015)) return "unknown";
  if (random.chance(0.008)) return "nonbinary";
  const women = role === "child" ? 0.5 : role === "partner" ? 0.3 : form === "single_parent" ? 0.86 : 0.58;
  return random.chance(women) ? "woman" : "man";
}

function languageOf(group: Group, random: Random): Language {
  if (group === "hispanic") return random.weighted<Language>({ spanish: 62, english: 36, unknown: 2 });
  if (group === "asian") return random.weighted<Language>({ vietnamese: 32, english: 45, other: 23 });
  return random.weighted<Language>({ english: 940, arabic: 14, other: 16, unknown: 30 });
}
