import path from "node:path";
import type { Finding } from "../findings.ts";
import type { Partner } from "../network.ts";
import type { Network } from "../read-network.ts";
import { feedsOf } from "./deliveries.ts";
import { partnerFolder } from "./partner-folder.ts";

const NAMED = 5;

/** What a file is called in a finding, by its path and its place among those passed over. */
export type NameOf = (file: string, place: number) => Promise<string>;

/** What is in the partners' folders and belongs to no delivery, and the folders that cannot be read: nothing is passed over silently. */
export async function folderFindings(network: Network, nameOf: NameOf): Promise<Finding[]> {
  const found = network.partners.map((partner) => inFolder(network, partner, nameOf));
  return (await Promise.all(found)).flat();
}

async function inFolder(network: Network, partner: Partner, nameOf: NameOf): Promise<Finding[]> {
  const { folder, files, links, folders, unreadable } = partnerFolder(network, partner);
  const about = { partner: partner.id, feed: null };
  if (unreadable)
    return [{ ...about, code: "unreadable-folder", facts: { folder: partner.folder, because: unreadable } }];
  const stray = [...files.filter((name) => feedsOf(partner, name).length === 0), ...links];
  const called = (name: string, index: number) => nameOf(path.join(folder, name), index + 1);
  const found: Finding[] = [];
  if (stray.length > 0) {
    const first = await Promise.all(stray.slice(0, NAMED).map(called));
    found.push({ ...about, code: "unmatched-files", facts: { files: stray.length, first } });
  }
  for (const [index, name] of folders.entries()) {
    const feeds = feedsOf(partner, name);
    if (feeds.length === 0) continue;
    found.push({ ...about, code: "folder-for-file", facts: { folder: await called(name, index), feeds } });
  }
  return found;
}
