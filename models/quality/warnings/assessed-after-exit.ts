import { itsEpisode } from "./its-episode.ts";
import type { Warning } from "./warning.ts";

/** Days after exit in which an assessment may still be made for the episode. */
const AFTER_EXIT_DAYS = 30;

export const assessedAfterExit: Warning = {
  id: "assessed_after_exit",
  says: `the assessment is dated more than ${AFTER_EXIT_DAYS} days after its episode ended; check the day, the episode and its exit date`,
  about: [{ record: "assessment_score", field: "assessed_on" }],
  beside: itsEpisode,
  asked: () => "e.exited_on is not null",
  odd: () => `r.assessed_on - e.exited_on > ${AFTER_EXIT_DAYS}`,
};
