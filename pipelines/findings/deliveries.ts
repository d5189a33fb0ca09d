import type { Entries } from "./entry.ts";
import { percent } from "./percent.ts";

/** What is in the partners' folders, and which of it stays in use. */
export interface DeliveryFacts {
  "kept-last-good": { feed: string; file: string; files?: number };
  "removed-from-use": { file: string; on: string; records: number };
  "contested-file": { file: string; feeds: readonly string[] };
  "shrunken-snapshot": { file: string; record: string; before: number; now: number; share: number };
  "unreadable-folder": { folder: string; because: string };
  "unmatched-files": { files: number; first: readonly string[] };
  "folder-for-file": { folder: string; feeds: readonly string[] };
}

export const deliveriesFindings: Entries<DeliveryFacts> = {
  "kept-last-good": {
    outcome: "noted",
    says: (f) => [
      `The last good ${(f.files ?? 1) === 1 ? "file" : "files"} of the feed "${f.feed}" ${(f.files ?? 1) === 1 ? "stays" : "stay"} in use (${f.file}).`,
      "",
    ],
  },
  "removed-from-use": {
    outcome: "noted",
    says: (f) => [
      `${f.file}: the same file was taken in on ${f.on}, before it was screened as it is now. Its sealed copy is removed${f.records > 0 ? `, and the ${f.records} records accepted from it are no longer used` : ""}.`,
      "",
    ],
  },
  "contested-file": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file fits the patterns of ${f.feeds.length} feeds (${f.feeds.join(", ")}), so it is read for none of them.`,
      "Narrow the patterns under files in the partner's YAML, so that every file fits one feed.",
    ],
  },
  "shrunken-snapshot": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the full snapshot has ${f.now} ${f.record} records where ${f.before} are in use, less than the agreed ${percent(f.share)}.`,
      "Send the whole export again; if so many are really gone, set stop_below for this feed to a smaller share (0 accepts any) in the partner's YAML.",
    ],
  },
  "unreadable-folder": {
    outcome: "noted",
    says: (f) => [
      `The folder ${f.folder} cannot be read, because ${f.because}.`,
      "What was received before stays in use; correct the folder in the partner's YAML, or its permissions.",
    ],
  },
  "unmatched-files": {
    outcome: "noted",
    says: (f) => [
      `${f.files === 1 ? "1 file or link belongs" : `${f.files} files or links belong`} to no feed and ${f.files === 1 ? "is" : "are"} passed over: ${f.first.join(", ")}${f.files > f.first.length ? ", …" : ""}.`,
      "Correct the name or the pattern under files in the partner's YAML, replace links by files, or take them out of the folder.",
    ],
  },
  "folder-for-file": {
    outcome: "noted",
    says: (f) => [
      `${f.folder}: this is a folder, and it is named like a file of the feed ${f.feeds.map((feed) => `"${feed}"`).join(" or ")}, so nothing in it is read.`,
      "Put the file itself in the place of the folder, or give the folder another name.",
    ],
  },
};
