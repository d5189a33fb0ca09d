import { itsEpisode } from "./its-episode.ts";
import type { Warning } from "./warning.ts";

/** Days before entry in which an assessment may still be made for the episode. */
const BEFORE_ENTRY_DAYS = 30;

export const assessedBeforeEntry: Warning = {
  id: "assessed_before_entry",
  says: `the assessment is dated more than ${BEFORE_ENTRY_DAYS} days before its episode began; check the day and the episode`,
  about: [{ record: "assessment_score", field: "assessed_on" }],
  beside: itsEpisode,
  asked: () => "true",
  odd: () => `e.entered_on - r.assessed_on > ${BEFORE_ENTRY_DAYS}`,
};
