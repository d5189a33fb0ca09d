import type { PublishedRelease } from "../../models/published.ts";

/** What a made-up release says of itself, but for the counts of its protection. */
export const release: Omit<PublishedRelease, "cells_shown" | "cells_withheld"> = {
  network_id: "sample",
  network_name: "Sample Network",
  as_of: "2026-09-30",
  goal_people: 20000,
  goal_by: "2027-12-31",
  threshold: 11,
  minimum_denominator: 30,
  width: 11,
  settings_note: "These settings are no weaker than the usual ones (11, 20 and 11).",
  contact: "data@network.example",
  code_version: "0.1.0",
};
