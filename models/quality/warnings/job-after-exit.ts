import { itsEpisode } from "./its-episode.ts";
import type { Warning } from "./warning.ts";

/** Days after exit within which a job can still be one of the episode. */
const AFTER_EXIT_DAYS = 90;

export const jobAfterExit: Warning = {
  id: "job_after_exit",
  says: `the job began more than ${AFTER_EXIT_DAYS} days after the episode it is given for had ended; check the start date, the episode and its exit date`,
  about: [{ record: "job", field: "started_on" }],
  beside: itsEpisode,
  asked: () => "e.exited_on is not null",
  odd: () => `r.started_on - e.exited_on > ${AFTER_EXIT_DAYS}`,
};
