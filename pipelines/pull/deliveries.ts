import { existsSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Feed, Partner } from "../network.ts";
import type { Network } from "../read-network.ts";

/** What one feed brings at a time: one file, or all the files of an export of several. */
export interface Delivery {
  partner: Partner;
  feed: Feed;
  /** The file's name, or the feed's pattern for an export of several files. */
  name: string;
  files: readonly { name: string; path: string }[];
}

/** Every delivery now in the partners' folders, by partner, feed and name. Links and folders are passed over. */
export function findDeliveries(network: Network): Delivery[] {
  return network.partners.flatMap((partner) => {
    const folder = path.resolve(network.folder, partner.folder);
    const names = regularFiles(folder);
    return partner.feeds.flatMap((feed): Delivery[] => {
      const matching = names.filter((name) => matchesPattern(name, feed.files));
      const files = matching.map((name) => ({ name, path: path.join(folder, name) }));
      if (feed.format === "csv") return files.map((file) => ({ partner, feed, name: file.name, files: [file] }));
      return files.length > 0 ? [{ partner, feed, name: feed.files, files }] : [];
    });
  });
}

function regularFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => lstatSync(path.join(folder, name)).isFile())
    .sort();
}

/** Whether a file name fits a pattern in which `*` stands for any characters. */
export function matchesPattern(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(name);
}
