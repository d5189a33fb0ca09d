import type { MeasureKind, Part } from "./measure.ts";

/** Whom learning is about. */
export const IN_CLASSES = "people in classes";

const LEVELLED = `${IN_CLASSES} with a first test`;
const outcome = "(gained or diploma)";

const part = (id: string, title: string, means: string, when: string): Part => ({
  id,
  title,
  means,
  when,
  printed: true,
});

/**
 * Learners by what they achieved in a program year, as table 4 of the National Reporting System has them: each has one outcome, the
 * first that holds, or is separated or remaining without one. Nobody is in its column G, which is for workplace learners, whom
 * partners do not tell apart, nor in its column C: those left out are not in the rows.
 */
export const learningOutcomeKind = {
  kind: "share" as const,
  base: "participants",
  parts: [
    part("participants", "Learners", "With a level at the start of the year or of the episode (column B − C).", "true"),
    part("outcome", "Any measurable gain", "A gain by test or a diploma (E + F).", outcome),
    part("gained", "Level gain by test", "A later test above the first of the same subject (column E).", "gained"),
    part(
      "diploma",
      "Diploma",
      "No gain by test, but a secondary diploma or equivalent (column F).",
      "diploma and not gained",
    ),
    part(
      "separated",
      "Left without a gain",
      "Left in the year without any of these (column H).",
      `separated and not ${outcome}`,
    ),
    part(
      "remaining",
      "Still there without a gain",
      "Not left by the end of the year (column I).",
      `not separated and not ${outcome}`,
    ),
    part("post_tested", "Tested again", "A later test in a subject with a first one.", "post_tested"),
    part("not_post_tested", "Not tested again", "No later test; counted as no gain by test.", "not post_tested"),
    part("tested_no_gain", "Tested again, no gain", "No later test above the first.", "post_tested and not gained"),
  ],
  identities: [
    { total: "participants", of: ["outcome", "separated", "remaining"] },
    { total: "outcome", of: ["gained", "diploma"] },
    { total: "participants", of: ["post_tested", "not_post_tested"] },
    { total: "post_tested", of: ["gained", "tested_no_gain"] },
  ],
  rates: [
    {
      ...{ id: "gained", title: "Rose by a level", numerator: "gained", denominator: "participants" },
      ...{ did: "rose by a level", among: LEVELLED, of: "rose by at least one level on a later test" },
    },
    {
      ...{ id: "outcome", title: "Rose by a level or earned a diploma" },
      ...{ numerator: "outcome", denominator: "participants" },
      ...{ did: "rose by a level or earned a diploma", among: LEVELLED },
      of: "rose by at least one level or earned a high school diploma",
    },
    {
      ...{ id: "post_tested", title: "Tested again", numerator: "post_tested", denominator: "participants" },
      ...{ did: "were tested again", among: LEVELLED, of: "took a later test of the same subject" },
    },
    {
      ...{ id: "gained_of_post_tested", title: "Rose by a level, of those tested again" },
      ...{ numerator: "gained", denominator: "post_tested" },
      ...{ did: "rose by a level", among: `${IN_CLASSES} with a later test` },
      of: "rose by at least one level on a later test",
    },
  ],
} satisfies MeasureKind;
