import type { HmisVersion } from "../../hmis-version.ts";

/** How a version of Client.csv asks for race, ethnicity and gender: yes is `1` in every column but Sex. */
export interface PersonColumns {
  /** Column of each race, by the contract's code. */
  races: Readonly<Record<string, readonly string[]>>;
  /** Spellings of the column that says Hispanic or Latino. */
  hispanic: readonly string[];
  /** Columns of the genders, or the one of sex (0 female, 1 male). */
  gender: Genders | { sex: string };
}

export interface Genders {
  woman: string;
  man: string;
  /** Answers other than one of woman and man. */
  another: readonly string[];
  transgender: string;
}

const RACES = {
  american_indian: ["AmIndAKNative"],
  asian: ["Asian"],
  black: ["BlackAfAmerican"],
  native_hawaiian: ["NativeHIPacific"],
  white: ["White"],
} as const;

// The contract's groups are those of the federal standards of 1997, in which people from the Middle East and North Africa are White.
const RACES_SINCE_2024 = { ...RACES, white: ["White", "MidEastNAfrican"] } as const;

/** The columns of each version. Exports of FY2024 and FY2026 are seen with each other's spelling of Hispanic or Latino. */
export const personColumns: Readonly<Record<HmisVersion, PersonColumns>> = {
  2022: {
    races: RACES,
    hispanic: ["Ethnicity"],
    gender: { woman: "Female", man: "Male", another: ["NoSingleGender", "Questioning"], transgender: "Transgender" },
  },
  2024: {
    races: RACES_SINCE_2024,
    hispanic: ["HispanicLatinaeo", "HispanicLatinao"],
    gender: {
      woman: "Woman",
      man: "Man",
      another: ["NonBinary", "CulturallySpecific", "Questioning", "DifferentIdentity"],
      transgender: "Transgender",
    },
  },
  2026: {
    races: RACES_SINCE_2024,
    hispanic: ["HispanicLatinao", "HispanicLatinaeo"],
    gender: { sex: "Sex" },
  },
};

/** The columns that must be there, each by its spellings. */
export function spellings({ races, hispanic, gender }: PersonColumns): (readonly string[])[] {
  const one = (column: string) => [column];
  const genders = "sex" in gender ? [gender.sex] : [gender.woman, gender.man, ...gender.another, gender.transgender];
  return [...Object.values(races).flat().map(one), hispanic, ...genders.map(one)];
}
