import type { Slice } from "../figure-key.ts";
import type { Identity, Part, Rate } from "./measure.ts";

/** Cuts of fewer people, in which those who fell below level 3 are too few to be shown. */
const NOT_FOR: readonly Slice[] = ["tier", "program", "followup"];

const part = (printed: boolean) => (id: string, title: string, means: string, when: string) => {
  return { id, title, means, when: `pairing = 'paired' and ${when}`, printed, notFor: NOT_FOR } satisfies Part;
};
const shown = part(true);
const hidden = (id: string, title: string, when: string): Part => part(false)(id, title, title, when);

const parts: Part[] = [
  shown(
    "below_safe",
    "Below 3 at baseline",
    "At level 1 or 2 (in crisis or vulnerable) at baseline.",
    "from_level <= 2",
  ),
  shown(
    "reached_safe",
    "Reached 3 or above",
    "At level 1 or 2 at baseline, and at 3 (safe) or above at the latest assessment.",
    "from_level <= 2 and to_level >= 3",
  ),
  shown("at_safe", "At 3 or above at baseline", "At level 3 (safe) or above at baseline.", "from_level >= 3"),
  shown(
    "fell_out",
    "Fell below 3",
    "At level 3 (safe) or above at baseline, and at 1 or 2 at the latest assessment.",
    "from_level >= 3 and to_level <= 2",
  ),
  hidden("rose_below", "Up and still below 3", "from_level = 1 and to_level = 2"),
  hidden("fell_below", "Down from level 2", "from_level = 2 and to_level = 1"),
  hidden("from_3_or_4", "At level 3 or 4 at baseline", "from_level in (3, 4)"),
  hidden("rose_above", "Up from level 3 or 4", "from_level in (3, 4) and to_level > from_level"),
  hidden("slipped_below_5", "Down from level 4 to 3", "from_level = 4 and to_level = 3"),
  hidden("slipped_from_5", "Down from the highest level to 3 or 4", "from_level = 5 and to_level in (3, 4)"),
  hidden("fell_out_below_5", "Down from level 3 or 4 to below 3", "from_level in (3, 4) and to_level <= 2"),
  hidden("fell_out_from_5", "Down from the highest level to below 3", "from_level = 5 and to_level <= 2"),
];

const identities: Identity[] = [
  { total: "can_improve", of: ["below_safe", "from_3_or_4"] },
  { total: "at_safe", of: ["from_3_or_4", "at_ceiling"] },
  { total: "below_safe", of: ["reached_safe", "rose_below", "maintained_below", "fell_below"] },
  { total: "from_3_or_4", of: ["rose_above", "safe_below_5", "slipped_below_5", "fell_out_below_5"] },
  { total: "improved", of: ["reached_safe", "rose_below", "rose_above"] },
  { total: "declined_below_5", of: ["fell_below", "slipped_below_5", "fell_out_below_5"] },
  { total: "declined_from_5", of: ["slipped_from_5", "fell_out_from_5"] },
  { total: "fell_out", of: ["fell_out_below_5", "fell_out_from_5"] },
  { total: "below_safe", of: ["from_1", "from_2"] },
  { total: "from_3_or_4", of: ["from_3", "from_4"] },
  { total: "reached_safe", of: ["t_1_3", "t_1_4", "t_1_5", "t_2_3", "t_2_4", "t_2_5"] },
  { total: "rose_below", of: ["t_1_2"] },
  { total: "fell_below", of: ["t_2_1"] },
  { total: "rose_above", of: ["t_3_4", "t_3_5", "t_4_5"] },
  { total: "slipped_below_5", of: ["t_4_3"] },
  { total: "slipped_from_5", of: ["t_5_3", "t_5_4"] },
  { total: "fell_out_below_5", of: ["t_3_1", "t_3_2", "t_4_1", "t_4_2"] },
  { total: "fell_out_from_5", of: ["t_5_1", "t_5_2"] },
];

const rates: Rate[] = [
  {
    ...{ id: "reached_safe", title: "Reached 3 or above", numerator: "reached_safe", denominator: "below_safe" },
    did: "reached level 3 (safe) or above",
    among: "people below level 3 at baseline",
    of: "were at level 3 or above at the latest assessment",
  },
  {
    ...{ id: "fell_out", title: "Fell below 3", numerator: "fell_out", denominator: "at_safe" },
    did: "fell below level 3 (safe)",
    among: "people at level 3 or above at baseline",
    of: "were below level 3 at the latest assessment",
  },
];

/** Movement across level 3 (safe), by sums of the transitions: who reached it from below, and who fell out of it. */
export const safeMovement = { parts, identities, rates };
