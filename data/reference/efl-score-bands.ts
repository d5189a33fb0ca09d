import type { ScoreBands } from "../../models/statistics/efl-level.ts";

type Subject = Pick<ScoreBands, "track" | "subject" | "lowest" | "highest">;

const edition = (
  about: Pick<ScoreBands, "edition" | "approvedFrom" | "approvedTo" | "source" | "verified">,
  subjects: readonly Subject[],
) => subjects.map((subject): ScoreBands => ({ ...about, ...subject }));

const abe = (subject: ScoreBands["subject"], lowest: ScoreBands["lowest"], highest: number | null = null): Subject => ({
  track: "abe",
  subject,
  lowest,
  highest,
});
const esl = (subject: ScoreBands["subject"], lowest: ScoreBands["lowest"], highest: number | null = null): Subject => ({
  track: "esl",
  subject,
  lowest,
  highest,
});

const GENERAL =
  "general knowledge, not compared with a primary source: illustrative until the network puts its state's bands here";

/**
 * Score bands of the educational functioning levels, as gathered on 22 November 2026. Days of approval are those of the CASAS catalog
 * of 2026 where it names them, else not known. TABE 13/14, which replaced 11/12, is missing: its bands were not found.
 */
export const eflScoreBands: readonly ScoreBands[] = [
  ...edition(
    {
      edition: "TABE 9/10",
      approvedFrom: null,
      approvedTo: null,
      source: "NRS correspondence chart, docplayer.net/18327290",
      verified: true,
    },
    [
      abe("reading", [null, 368, 461, 518, 567, 596]),
      abe("mathematics", [null, 314, 442, 506, 566, 595]),
      abe("language", [null, 390, 491, 524, 560, 586]),
    ],
  ),
  ...edition(
    {
      edition: "CASAS Life and Work",
      approvedFrom: null,
      approvedTo: null,
      source: "NRS correspondence charts, docplayer.net/18327290 and docsbay.net",
      verified: true,
    },
    [
      abe("reading", [null, 201, 211, 221, 236, 246]),
      abe("mathematics", [null, 201, 211, 221, 236, 246]),
      esl("reading", [null, 181, 191, 201, 211, 221], 235),
      esl("listening", [null, 181, 191, 201, 211, 221], 235),
    ],
  ),
  ...edition({ edition: "TABE 11/12", approvedFrom: null, approvedTo: null, source: GENERAL, verified: false }, [
    abe("reading", [300, 442, 501, 536, 576, 617], 800),
    abe("mathematics", [300, 449, 496, 537, 596, 657], 800),
    abe("language", [300, 458, 511, 547, 584, 631], 800),
  ]),
  ...edition(
    { edition: "CASAS GOALS", approvedFrom: null, approvedTo: "2026-06-30", source: GENERAL, verified: false },
    [abe("reading", [null, 204, 217, 228, 239, 249])],
  ),
  ...edition(
    { edition: "CASAS GOALS 2", approvedFrom: null, approvedTo: "2031-06-30", source: GENERAL, verified: false },
    [abe("mathematics", [null, 194, 204, 215, 226, 236])],
  ),
  ...edition(
    { edition: "CASAS STEPS", approvedFrom: null, approvedTo: "2031-06-30", source: GENERAL, verified: false },
    [esl("reading", [null, 184, 197, 207, 217, 228], 238), esl("listening", [null, 182, 192, 202, 212, 222], 231)],
  ),
];
