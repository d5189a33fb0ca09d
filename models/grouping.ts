import { ageBands } from "./age-band.ts";
import { person } from "./contract/person.ts";
import type { GroupSlice } from "./figure-key.ts";

/** One way in which the people of the network are told apart, with everything a person can be in it. */
export interface Grouping {
  slice: GroupSlice;
  /** As in `by race and ethnicity`. */
  title: string;
  means: string;
  members: readonly CombinedGroup[];
}

/** One group of people, known by an id and by a name. */
export interface GroupMember {
  id: string;
  title: string;
}

/** The group of everybody of whom it is not known, in every grouping. */
export const UNKNOWN = "unknown";

/** The county of everybody who lives in none of those the network names. */
export const ELSEWHERE = "elsewhere";

const notKnown: GroupMember = { id: UNKNOWN, title: "Not known" };

/** Kinds of household, by who entered together. */
export const households = [
  { id: "one_adult_children", title: "One adult with children" },
  { id: "more_adults_children", title: "Two or more adults with children" },
  { id: "adults_only", title: "Adults without children" },
] as const;

/** Groups that a network counts as one, because too few people are in them to be shown apart. */
export interface CombinedGroup extends GroupMember {
  of: readonly string[];
}

/** What a network says of the groups of its people: the counties it serves and what it counts as one. */
export interface GroupChoices {
  counties: readonly GroupMember[];
  combine: Readonly<Partial<Record<GroupSlice, readonly CombinedGroup[]>>>;
}

/** Every grouping of a network; none by county where it names none. */
export function groupings({ counties, combine }: GroupChoices): Grouping[] {
  return declared(counties).map((grouping) => {
    const combined = combine[grouping.slice] ?? [];
    const isApart = ({ id }: GroupMember) => !combined.some(({ of }) => of.includes(id));
    const apart = grouping.members.filter(isApart).map(({ id, title }) => ({ id, title, of: [id] }));
    const [known, unknown] = [apart.filter(({ id }) => id !== UNKNOWN), apart.filter(({ id }) => id === UNKNOWN)];
    return { ...grouping, members: [...known, ...combined, ...unknown] };
  });
}

/** Groups that a network combines and that there are not, or that it combines twice, as `slice: group`. */
export function mistakenGroups({ counties, combine }: GroupChoices): string[] {
  return declared(counties).flatMap(({ slice, members }) => {
    const of = (combine[slice] ?? []).flatMap((combined) => combined.of);
    const isWrong = (id: string, at: number) => of.indexOf(id) !== at || !members.some((member) => member.id === id);
    return of.filter(isWrong).map((id) => `${slice}: ${id}`);
  });
}

type Declared = Omit<Grouping, "members"> & { members: readonly GroupMember[] };

function declared(counties: readonly GroupMember[]): Declared[] {
  const { race_ethnicity, language, gender, disability } = person.fields;
  const coded = (field: { codes: Readonly<Record<string, string>> }) =>
    Object.entries(field.codes).map(([id, title]) => ({ id, title }));
  const elsewhere = { id: ELSEWHERE, title: "Another county" };
  return [
    grouping("race_ethnicity", "race and ethnicity", race_ethnicity.means, coded(race_ethnicity)),
    grouping("language", "language", language.means, coded(language)),
    grouping("gender", "gender", gender.means, coded(gender)),
    grouping("age_band", "age", "Age in whole years at the person's first entry.", [...ageBands, notKnown]),
    grouping("disability", "disability", disability.means, [
      { id: "yes", title: "With a disability" },
      { id: "no", title: "Without a disability" },
      notKnown,
    ]),
    grouping(
      "county",
      "county",
      "County of residence, of those the network names.",
      counties.length === 0 ? [] : [...counties, elsewhere, notKnown],
    ),
    grouping("household_type", "household", "Whom the person's household was made of at the first entry.", [
      ...households,
      { id: UNKNOWN, title: "Another household, or not known" },
    ]),
  ];
}

function grouping(slice: GroupSlice, title: string, means: string, members: readonly GroupMember[]): Declared {
  return { slice, title, means, members };
}
