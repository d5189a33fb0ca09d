import { ageDisagrees } from "./age-disagrees.ts";
import { assessedAfterExit } from "./assessed-after-exit.ts";
import { assessedBeforeEntry } from "./assessed-before-entry.ts";
import { childAsAdult } from "./child-as-adult.ts";
import { earnedAboveTotal } from "./earned-above-total.ts";
import { futureDate } from "./future-date.ts";
import { goalDueBeforeSet } from "./goal-due-before-set.ts";
import { jobAfterExit } from "./job-after-exit.ts";
import { overlappingEpisodes } from "./overlapping-episodes.ts";
import type { Warning } from "./warning.ts";

/** Every warning, in the order in which partners read of them. */
export const warnings: readonly Warning[] = [
  futureDate,
  overlappingEpisodes,
  assessedBeforeEntry,
  assessedAfterExit,
  jobAfterExit,
  childAsAdult,
  ageDisagrees,
  goalDueBeforeSet,
  earnedAboveTotal,
];
