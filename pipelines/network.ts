import * as z from "zod";
import { recordKinds } from "../models/contract/catalogue.ts";
import { ID_PATTERN } from "../models/contract/field.ts";
import { groupSlices } from "../models/figure-key.ts";
import { pirlElements } from "./pirl-elements.ts";
import { pirlProgramNames } from "./pirl-programs.ts";
import { Source } from "./source.ts";

export const id = z.string().regex(new RegExp(`^${ID_PATTERN}$`), "use lower-case letters, digits and hyphens");
export const day = z.iso.date("write the day as YYYY-MM-DD");
export const name = z.string().min(1).max(80);

/** What can separate the cells of a file. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** How the days of a file can be written. */
const DATES = ["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "DD.MM.YYYY", "YYYYMMDD", "DD-Mon-YYYY"] as const;
const ENCODINGS = ["utf-8", "utf-16", "windows-1252", "latin-1"] as const;

/** How a partner's columns become the fields of one record kind. */
const Column = z.union([
  z
    .string()
    .min(1)
    .describe("The partner's column.")
    .transform((from) => ({ from, words: undefined, constant: undefined })),
  z
    .strictObject({
      from: z.string().min(1).describe("The partner's column."),
      words: z
        .record(z.string(), z.string())
        .optional()
        .describe("The partner's own words for the codes of the contract; they match whole, whatever their case."),
    })
    .transform((column) => ({ ...column, constant: undefined })),
  z
    .strictObject({ constant: z.string().describe("What holds for every row, in the contract's words.") })
    .transform(({ constant }) => ({ from: undefined, words: undefined, constant })),
]);

/** A matrix form with one column per domain. */
const Wide = z.strictObject({
  instrument: z.string().describe("Id of the instrument and version of the form."),
  domains: z.record(z.string(), z.string()).describe("Domain code to the partner's column."),
  not_applicable: z
    .array(z.string())
    .default(["0"])
    .describe("Cells that mean the domain does not apply: matched whole, never as the beginning of a longer text."),
  levels: z
    .record(z.string(), z.int().min(1).max(5))
    .default({})
    .describe("The partner's own words for the levels 1 to 5."),
  goals: z
    .record(z.string(), z.string())
    .default({})
    .describe("Domain code to the column that marks it as a goal of the participant."),
});

const feedShared = {
  id: id.describe("A short name of the feed, of its own within the partner."),
  files: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{C}]*$/u, "write the names of files, without a path")
    .describe("Names of files in the partner's folder; * stands for any characters."),
  source: Source.optional().describe(
    "Where the files come from; the partner's folder, into which somebody puts them, unless said.",
  ),
  expected_every_days: z.int().positive().max(3650).optional().describe("Days after which something new is missed."),
  sends: z
    .enum(["full_snapshot", "partial"])
    .default("partial")
    .describe(
      "A full snapshot holds everything, so what a later one leaves out is gone; a partial export never deletes.",
    ),
  stop_above: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe("Share of broken rows above which the whole file is stopped."),
  stop_below: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("Share of the records in use below which a full snapshot is stopped; 0 accepts any."),
};

/** How the tables of a feed are written. */
const written = {
  format: z
    .literal(["csv", "xlsx", "json", "jsonl", "parquet", "arrow"])
    .default("csv")
    .describe("How the files are written."),
  inside: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Of a zip folder, the files to read; * stands for any characters. All that end as files of the format do, when left out.",
    ),
  encoding: z.enum(ENCODINGS).default("utf-8").describe("Encoding of the text."),
  delimiter: z.enum(DELIMITERS).default(",").describe("What separates the cells."),
  dates: z.enum(DATES).default("YYYY-MM-DD").describe("How dates are written."),
};

/** What one table holds. */
const held = {
  sheet: z.string().min(1).max(31).optional().describe("The sheet of a workbook; the first visible one when left out."),
  record: z
    .enum(recordKinds.map((record) => record.kind))
    .describe("The record kind of the contract that each row is."),
  columns: z.record(z.string(), Column).describe("Field of the contract to the partner's column."),
  wide: Wide.optional().describe("A matrix form with one column per domain."),
  distinct: z
    .boolean()
    .default(false)
    .describe("True where lines repeat a record: of rows that say the same of it one is kept."),
  only_with: z
    .string()
    .min(1)
    .optional()
    .describe("A column without which a row holds no record of this kind and is passed over."),
  ignore: z
    .array(z.string())
    .default([])
    .describe("Columns the partner sends and the network has agreed to leave out."),
};

const TableFeed = z.strictObject({ ...feedShared, ...written, ...held });

/** A feed of several tables in one file: the sheets of a workbook, the files in a zip, or several records out of the same lines. */
const TablesFeed = z.strictObject({
  ...feedShared,
  ...written,
  tables: z
    .array(
      z.strictObject({
        ...held,
        inside: written.inside,
        dates: z.enum(DATES).optional().describe("How dates are written, where not as in the feed."),
      }),
    )
    .min(1)
    .describe("The tables in each file, or the records made of its lines."),
});

const HmisFeed = z.strictObject({
  ...feedShared,
  format: z.literal("hmis_csv").describe("HUD's HMIS CSV of FY2022, FY2024 or FY2026, as Export.csv says."),
  inside: z.string().min(1).optional().describe("Of a zip folder, the files to read; all of them when left out."),
  projects: z.record(z.string(), id).describe("HMIS ProjectID to program id."),
});

const PirlFeed = z.strictObject({
  ...feedShared,
  format: z
    .literal("wioa_pirl")
    .describe("The WIOA Participant Individual Record Layout: one row per period of participation."),
  inside: z.string().min(1).optional().describe("Of a zip folder, the files to read; * stands for any characters."),
  encoding: z.enum(ENCODINGS).default("utf-8").describe("Encoding of the text."),
  delimiter: z.enum(DELIMITERS).default(",").describe("What separates the cells."),
  programs: z
    .partialRecord(z.enum([...pirlProgramNames, "otherwise"]), id)
    .refine((programs) => Object.keys(programs).length > 0, "name at least one program, or otherwise")
    .describe("Program of the record to program id; otherwise takes everybody who is in none of those named."),
  columns: z
    .partialRecord(z.enum(Object.keys(pirlElements)), z.string().min(1))
    .default({})
    .describe("Element number to the partner's column, where its name is none of the usual spellings."),
  ignore: z
    .array(z.string())
    .default([])
    .describe("Columns the partner sends and the network has agreed to leave out."),
});

export const Feed = z.union([HmisFeed, PirlFeed, TableFeed, TablesFeed]);
export type Feed = z.output<typeof Feed>;
export type TableFeed = z.output<typeof TableFeed>;
export type TablesFeed = z.output<typeof TablesFeed>;
export type HmisFeed = z.output<typeof HmisFeed>;
export type PirlFeed = z.output<typeof PirlFeed>;

const Program = z.strictObject({
  id: id.describe("A short name of the program, of its own within the network; rows name it."),
  name: name.describe("What readers call the program."),
  tier: id.describe("Level of service: an id of tiers in network.yaml."),
});

export const Partner = z.strictObject({
  id: id.describe("A short name for files and addresses: lower-case letters, digits and hyphens."),
  name: name.describe("What readers call the agency."),
  kind: z
    .enum([
      "care_coordination_hub",
      "referral_partner",
      "information_line",
      "workforce_board",
      "adult_education",
      "housing_agency",
      "outreach_partner",
      "other",
    ])
    .describe("What kind of agency it is."),
  links_people: z
    .boolean()
    .default(false)
    .describe("Opt-in: the partner sends a linkage token, so that its people can be counted once across the network."),
  profile: z
    .enum(["limited_dataset", "safe_harbor"])
    .default("limited_dataset")
    .describe(
      "What the partner may send: a limited data set under an agreement, or what Safe Harbor leaves, without county and days. A partner that sends counts alone (aggregate_only) has a file of its own kind.",
    ),
  agreement: z
    .string()
    .min(3)
    .max(80)
    .optional()
    .describe(
      "The data use agreement under which a limited data set is sent, as the network names it; kept in the record of every run.",
    ),
  ages_above_89: z
    .enum(["generalise", "refuse"])
    .default("generalise")
    .describe("Ages above 89 are read as 90, which stands for 90 and over, or refuse their file."),
  zip_codes: z
    .enum(["generalise", "refuse"])
    .default("refuse")
    .describe(
      "Whole ZIP codes in the column that zip_area is read from refuse their file, as areas of 20,000 people or fewer do, or are read as their first three digits, small areas as 000.",
    ),
  rare: z
    .strictObject({
      k: z.int().min(2).max(100).default(5).describe("So many people must share what is told of each."),
      people: z
        .enum(["warn", "generalise", "refuse"])
        .default("warn")
        .describe("What becomes of people in rarer combinations: said, told of less exactly, or set aside."),
    })
    .prefault({})
    .describe("What becomes of people who share what is told of them with fewer than k people of the partner."),
  folder: z
    .string()
    .min(1)
    .regex(/^\P{C}*$/u, "write the folder without signs that cannot be seen")
    .describe("Folder with the partner's files, from the folder of network.yaml."),
  programs: z.array(Program).min(1).describe("The programs the partner's people are in."),
  feeds: z.array(Feed).min(1).describe("What the partner sends: one feed for each kind of file."),
});
export type Partner = z.output<typeof Partner>;

/** Groups counted as one: `of` are groups of the contract, or counties, and belong to one such group at most. */
const Combined = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9_]+$/, "use lower-case letters, digits and underscores")
      .describe("A short name of the group."),
    title: name.describe("What readers call the group."),
    of: z.array(z.string()).min(1).describe("Groups of the contract, or counties, that are counted as one."),
  }),
);

const Tier = z.strictObject({
  id: id.describe("A short name of the tier; programs name it."),
  name: name.describe("What readers call the tier."),
});

const County = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]{2}-\d{3}$/, "write a county such as TN-157")
    .describe("State and three-digit FIPS code."),
  name: name.describe("What readers call the county."),
});

export const NetworkFile = z.strictObject({
  id: id.describe("A short name for files and addresses: lower-case letters, digits and hyphens."),
  name: name.describe("The name readers see at the top of every page."),
  contact: z.string().min(3).describe("Whom readers may ask about the figures: a role and an address that stays."),
  as_of: day.optional().describe("The last day counted; today when left out."),
  goal: z
    .strictObject({
      people: z.int().positive().describe("Different people to be reached."),
      by: day.describe("The day by which they are to be reached."),
    })
    .describe("What the network has promised."),
  program_year_starts: z
    .union([z.literal(1), z.literal(4), z.literal(7), z.literal(10)])
    .default(7)
    .describe("Month in which the program year begins: 1, 4, 7 or 10."),
  tiers: z.array(Tier).min(1).describe("Levels of service that programs are counted under."),
  counties: z
    .array(County)
    .default([])
    .describe(
      "Counties whose people are counted apart, by state and three-digit FIPS code; everybody else lives in another county.",
    )
    .transform((counties) => counties.map(({ id, name }) => ({ id, title: name }))),
  combine: z
    .partialRecord(z.enum(groupSlices), Combined)
    .default({})
    .describe("Groups of people that are counted as one, by what they are told apart by."),
  report_period: z
    .strictObject({ from: day.describe("First day."), to: day.describe("Last day.") })
    .optional()
    .describe("First and last day for HUD's annual performance report, for networks with HMIS feeds."),
  publication: z
    .strictObject({
      threshold: z.int().min(1).default(11).describe("Counts below this are withheld."),
      minimum_denominator: z.int().min(1).default(20).describe("No rate on fewer people than this."),
      width: z.int().min(1).default(11).describe("A withheld count must stay uncertain by at least this many people."),
      weaker_because: z
        .string()
        .min(20)
        .optional()
        .describe("Why the settings are weaker than 11, 20 and 11, if they are; readers see it."),
    })
    .prefault({})
    .describe("How small a number may be shown."),
  memory: z
    .string()
    .regex(/^\d+(MB|GB)$/, "write a size such as 4GB")
    .default("4GB")
    .describe("The most memory a run may use, such as 4GB."),
  site: z.string().default("dist").describe("Folder of the built sites, from the folder of network.yaml."),
});
export type NetworkFile = z.output<typeof NetworkFile>;
