import type { HmisFeed, PirlFeed } from "./network.ts";

/** What a feed in a public format sends: record kinds, and the fields that some measure asks for by name. */
const RECORDS: Readonly<Record<(HmisFeed | PirlFeed)["format"], readonly string[]>> = {
  hmis_csv: [
    ...["person", "household_member", "enrollment", "income"],
    ...["enrollment.exit_destination", "enrollment.prior_living"],
  ],
  // Jobs are known by the quarter, so that measures which ask for their days (`job.started_on`) leave the partner out.
  wioa_pirl: ["person", "enrollment", "job", "credential", "skill_gain", "service"],
};

export const publicRecords = ({ format }: HmisFeed | PirlFeed): readonly string[] => RECORDS[format];

/** What a feed in a public format is called in the texts of the site. */
export const publicExport = ({ format }: HmisFeed | PirlFeed) =>
  format === "hmis_csv" ? "hmis_export" : "pirl_export";
