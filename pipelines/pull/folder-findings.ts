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
  const { folder, files, links, unreadable } = partnerFolder(network, partner);
  const about = { partner: partner.id, feed: null };
  if (unreadable)
    return [{ ...about, code: "unreadable-folder", facts: { folder: partner.folder, because: unreadable } }];
  const stray = [...files.filter((name) => feedsOf(partner, name).length === 0), ...links];
  if (stray.length === 0) return [];
  const first = stray.slice(0, NAMED).map((name, index) => nameOf(path.join(folder, name), index + 1));
  return [{ ...about, code: "unmatched-files", facts: { files: stray.length, first: await Promise.all(first) } }];
}
