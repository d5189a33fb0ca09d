import * as z from "zod";
import { recordKinds } from "../models/contract/catalogue.ts";
import { ID_PATTERN } from "../models/contract/field.ts";
import { groupSlices } from "../models/figure-key.ts";
import { Source } from "./source.ts";

export const id = z.string().regex(new RegExp(`^${ID_PATTERN}$`), "use lower-case letters, digits and hyphens");
export const day = z.iso.date("write the day as YYYY-MM-DD");
export const name = z.string().min(1).max(80);

/** What can separate the cells of a file. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** How a partner's columns become the fields of one record kind. */
const Column = z.union([
  z
    .string()
    .min(1)
    .transform((from) => ({ from, words: undefined, constant: undefined })),
  z
    .strictObject({
      from: z.string().min(1),
      /** The partner's own words for the codes of the contract. */
      words: z.record(z.string(), z.string()).optional(),
    })
    .transform((column) => ({ ...column, constant: undefined })),
  z
    .strictObject({ constant: z.string() })
    .transform(({ constant }) => ({ from: undefined, words: undefined, constant })),
]);

/** A matrix form with one column per domain. */
const Wide = z.strictObject({
  instrument: z.string(),
  /** Domain code to the partner's column. */
  domains: z.record(z.string(), z.string()),
  /** Cells that mean the domain does not apply: matched whole, never as the beginning of a longer text. */
  not_applicable: z.array(z.string()).default(["0"]),
  /** The partner's own words for the levels 1 to 5. */
  levels: z.record(z.string(), z.int().min(1).max(5)).default({}),
  /** Domain code to the column that marks it as a goal of the participant. */
  goals: z.record(z.string(), z.string()).default({}),
});

const feedShared = {
  id,
  /** Names of files in the partner's folder; `*` stands for any characters. */
  files: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{C}]*$/u, "write the names of files, without a path"),
  /** Where the files come from; the partner's folder, into which somebody puts them, unless said. */
  source: Source.optional(),
  /** Days after which something new is missed. */
  expected_every_days: z.int().positive().max(3650).optional(),
  /** A full snapshot holds everything, so what a later one leaves out is gone; a partial export never deletes. */
  sends: z.enum(["full_snapshot", "partial"]).default("partial"),
  /** Share of broken rows above which the whole file is stopped. */
  stop_above: z.number().min(0).max(1).default(0.1),
  /** Share of the records in use below which a full snapshot is stopped; 0 accepts any. */
  stop_below: z.number().min(0).max(1).default(0.5),
};

const TableFeed = z.strictObject({
  ...feedShared,
  format: z.literal("csv").default("csv"),
  record: z.enum(recordKinds.map((record) => record.kind)),
  encoding: z.enum(["utf-8", "windows-1252", "latin-1"]).default("utf-8"),
  delimiter: z.enum(DELIMITERS).default(","),
  dates: z
    .enum(["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "DD.MM.YYYY", "YYYYMMDD", "DD-Mon-YYYY"])
    .default("YYYY-MM-DD"),
  columns: z.record(z.string(), Column),
  wide: Wide.optional(),
  /** Columns the partner sends and the network has agreed to leave out. */
  ignore: z.array(z.string()).default([]),
});

const HmisFeed = z.strictObject({
  ...feedShared,
  format: z.literal("hmis_csv_2022"),
  /** HMIS ProjectID to program id. */
  projects: z.record(z.string(), id),
});

export const Feed = z.union([HmisFeed, TableFeed]);
export type Feed = z.output<typeof Feed>;
export type TableFeed = z.output<typeof TableFeed>;
export type HmisFeed = z.output<typeof HmisFeed>;

export const Partner = z.strictObject({
  id,
  name,
  kind: z.enum([
    "care_coordination_hub",
    "referral_partner",
    "information_line",
    "workforce_board",
    "adult_education",
    "housing_agency",
    "outreach_partner",
    "other",
  ]),
  /** Opt-in: the partner sends a linkage token, so that its people can be counted once across the network. */
  links_people: z.boolean().default(false),
  /** Folder with the partner's files, from the folder of network.yaml. */
  folder: z
    .string()
    .min(1)
    .regex(/^\P{C}*$/u, "write the folder without signs that cannot be seen"),
  programs: z.array(z.strictObject({ id, name, tier: id })).min(1),
  feeds: z.array(Feed).min(1),
});
export type Partner = z.output<typeof Partner>;

/** Groups counted as one: `of` are groups of the contract, or counties, and belong to one such group at most. */
const Combined = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9_]+$/, "use lower-case letters, digits and underscores"),
    title: name,
    of: z.array(z.string()).min(1),
  }),
);

export const NetworkFile = z.strictObject({
  id,
  name,
  contact: z.string().min(3),
  /** The last day counted; today when left out. */
  as_of: day.optional(),
  goal: z.strictObject({ people: z.int().positive(), by: day }),
  /** Month in which the program year begins, 1 to 12. */
  program_year_starts: z.union([z.literal(1), z.literal(4), z.literal(7), z.literal(10)]).default(7),
  tiers: z.array(z.strictObject({ id, name })).min(1),
  /** Counties whose people are counted apart, by state and three-digit FIPS code; everybody else lives in another county. */
  counties: z
    .array(z.strictObject({ id: z.string().regex(/^[A-Z]{2}-\d{3}$/, "write a county such as TN-157"), name }))
    .default([])
    .transform((counties) => counties.map(({ id, name }) => ({ id, title: name }))),
  /** Groups of people that are counted as one, by what they are told apart by. */
  combine: z.partialRecord(z.enum(groupSlices), Combined).default({}),
  /** First and last day for HUD's annual performance report, for networks with HMIS feeds. */
  report_period: z.strictObject({ from: day, to: day }).optional(),
  publication: z
    .strictObject({
      /** Counts below this are withheld. */
      threshold: z.int().min(1).default(11),
      /** No rate on fewer people than this. */
      minimum_denominator: z.int().min(1).default(20),
      /** A withheld count must stay uncertain by at least this many people. */
      width: z.int().min(1).default(11),
      /** Why the settings are weaker than 11, 20 and 11, if they are. */
      weaker_because: z.string().min(20).optional(),
    })
    .prefault({}),
  memory: z
    .string()
    .regex(/^\d+(MB|GB)$/, "write a size such as 4GB")
    .default("4GB"),
  /** Folder of the built sites, from the folder of network.yaml. */
  site: z.string().default("dist"),
});
export type NetworkFile = z.output<typeof NetworkFile>;
