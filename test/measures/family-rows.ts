import type { EnrollmentTable, HouseholdMemberTable, PersonTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

/** A place in the household `fam`, that of a child unless said otherwise. */
export const member = (person_key: string, facts: Partial<HouseholdMemberTable> = {}) => ({
  ...origin,
  household_key: "fam",
  person_key,
  role: "child",
  ...facts,
});

/** One member of a family by hand: the place, the day of the episode where there is one, and what else is known. */
export interface Member {
  who: string;
  role: string;
  entered?: string;
  episode?: Partial<EnrollmentTable>;
  known?: Partial<PersonTable>;
}

/** The rows of one household at the hub, of the key `fam` unless said otherwise. */
export function familyOf(members: readonly Member[], household_key = "fam") {
  return {
    person: members.map(({ who, known }) => person(who, known)),
    household_member: members.map(({ who, role }) => member(who, { role, household_key })),
    enrollment: members.flatMap(({ who, entered, episode }) => (entered ? [enrolled(who, entered, episode)] : [])),
  } satisfies Rows;
}

/** The rows of several households together. */
export function together(...families: readonly Rows[]): Rows {
  const tables = [...new Set(families.flatMap((rows) => Object.keys(rows)))] as (keyof Rows)[];
  return Object.fromEntries(
    tables.map((table) => [table, families.flatMap((rows): object[] => [...(rows[table] ?? [])])]),
  );
}

/** A mother enrolled on 10 January 2024 and her child of 6, who is not. */
export const motherAndChild = familyOf([
  { who: "mo", role: "head", entered: "2024-01-10" },
  { who: "kit", role: "child", known: { age: 6, age_on: "2024-01-10" } },
]);
