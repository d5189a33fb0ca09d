import path from "node:path";
import { matchesPattern } from "../file-pattern.ts";
import type { Feed, Partner } from "../network.ts";
import type { Network } from "../read-network.ts";
import { partnerFolder } from "./partner-folder.ts";

/** One file of a delivery. */
export interface DeliveredFile {
  /** What it is called in everything kept or said. */
  name: string;
  path: string;
  /** The kind of identifier its real name holds; it is called otherwise then. */
  named_for?: string;
  /** Where it is a cleaned copy that the inbox holds: the hash it has there, and that and the size of the file as it arrived. */
  sealed?: { as: string; hash: string; bytes: number };
}

/** A feed of a partner. */
export type FeedOf = Pick<Delivery, "partner" | "feed">;

/** What one feed brings at a time: one file, or all the files of an export of several. */
export interface Delivery {
  partner: Partner;
  feed: Feed;
  /** The file's name, or the feed's pattern for an export of several files. */
  name: string;
  files: readonly DeliveredFile[];
  /** Those of its files that fit other feeds as well, with all the feeds they fit. */
  contested?: readonly { file: string; feeds: readonly string[] }[];
  /** Set where its files were fetched, refused and removed again: there is nothing to read until its source has something else. */
  removed?: true;
}

/** Every delivery now in the partners' folders, by partner, feed and name. Links and folders are passed over here. */
export function findDeliveries(network: Network): Delivery[] {
  return network.partners.flatMap((partner) => {
    const { folder, files: names } = partnerFolder(network, partner);
    return partner.feeds.flatMap((feed): Delivery[] => {
      const matching = names.filter((name) => matchesPattern(name, feed.files));
      const files = matching.map((name) => ({ name, path: path.join(folder, name) }));
      const deliver = (name: string, own: Delivery["files"]): Delivery => {
        const contested = contestedFiles(partner, own);
        return { partner, feed, name, files: own, ...(contested.length > 0 ? { contested } : {}) };
      };
      // A zip folder is a delivery whatever is in it.
      const alone = files.filter(({ name }) => feed.format !== "hmis_csv" || /\.zip$/i.test(name));
      const together = files.filter((file) => !alone.includes(file));
      return [
        ...alone.map((file) => deliver(file.name, [file])),
        ...(together.length > 0 ? [deliver(feed.files, together)] : []),
      ];
    });
  });
}

/** Ids of the feeds a file fits. */
export const feedsOf = ({ feeds }: Partner, file: string): string[] =>
  feeds.filter((feed) => matchesPattern(file, feed.files)).map(({ id }) => id);

const contestedFiles = (partner: Partner, files: Delivery["files"]) =>
  files.map(({ name }) => ({ file: name, feeds: feedsOf(partner, name) })).filter(({ feeds }) => feeds.length > 1);
