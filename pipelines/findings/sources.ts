import type { Entries } from "./entry.ts";

/** What became of fetching a feed's files. `file` where only one of them is concerned. */
export interface SourceFacts {
  "source-unreachable": { feed: string; file?: string; because: string };
  "source-denied": { feed: string; file?: string; because: string };
  "source-untrusted": { feed: string; file?: string; because: string };
  "source-over-limit": { feed: string; file?: string; limit: string };
  "secret-unavailable": { feed: string; setting: string; because: string };
  "unsafe-object-names": { feed: string; objects: number };
  "nothing-offered": { feed: string; objects: number };
  "late-feed": { feed: string; every: number; last: string | null; days: number };
}

const source = ({ feed, file }: { feed: string; file?: string }) =>
  `The source of the feed "${feed}"${file ? ` (${file})` : ""}`;
const STAYS = "What was received before stays in use";

export const sourcesFindings: Entries<SourceFacts> = {
  "source-unreachable": {
    outcome: "noted",
    says: (f) => [
      `${source(f)} could not be read, because ${f.because}.`,
      `${STAYS}; every run tries anew. Ask the partner when it lasts.`,
    ],
  },
  "source-denied": {
    outcome: "noted",
    says: (f) => [
      `${source(f)} does not let the pipeline in, because ${f.because}.`,
      `${STAYS}; ask the partner for access, and put the user name or the secret right.`,
    ],
  },
  "source-untrusted": {
    outcome: "noted",
    says: (f) => [
      `${source(f)} is not trusted, because ${f.because}, so nothing was fetched from it.`,
      `${STAYS}; find out with the partner what has changed before you change the partner's YAML.`,
    ],
  },
  "source-over-limit": {
    outcome: "noted",
    says: (f) => [
      `${source(f)} is over the agreed limit of ${f.limit}, so fetching was stopped.`,
      `${STAYS}; if so much is right, raise it under limits in the partner's YAML.`,
    ],
  },
  "secret-unavailable": {
    outcome: "noted",
    says: (f) => [
      `The source of the feed "${f.feed}" needs its ${f.setting}, and cannot have it, because ${f.because}.`,
      `${STAYS}; put the secret where the partner's YAML says it is kept.`,
    ],
  },
  "unsafe-object-names": {
    outcome: "noted",
    says: (f) => [
      `The source of the feed "${f.feed}" offers ${f.objects === 1 ? "1 file whose name is" : `${f.objects} files whose names are`} no plain file name, or a path, so ${f.objects === 1 ? "it is" : "they are"} not fetched.`,
      "Ask the partner for names without slashes, backslashes, leading dots and what cannot be seen.",
    ],
  },
  "nothing-offered": {
    outcome: "noted",
    says: (f) => [
      `The source of the feed "${f.feed}" offers ${f.objects === 1 ? "1 file" : `${f.objects} files`}, and none of them fits the pattern under files.`,
      `${STAYS}; correct the pattern, or the place of the source, in the partner's YAML.`,
    ],
  },
  "late-feed": {
    outcome: "noted",
    says: (f) => [
      f.last === null
        ? `The feed "${f.feed}" is late: something new is expected every ${days(f.every)}, and nothing has been accepted so far.`
        : `The feed "${f.feed}" is late: something new is expected every ${days(f.every)}, and the last was accepted on ${f.last}, ${days(f.days)} ago.`,
      "Ask the partner for the export, or change expected_every_days in the partner's YAML.",
    ],
  },
};

const days = (number: number) => (number === 1 ? "1 day" : `${number} days`);
