import { readdirSync } from "node:fs";
import path from "node:path";
import type { Partner } from "../network.ts";
import type { Network } from "../read-network.ts";
import { unreadableBecause } from "../unreadable-because.ts";

/** A partner's folder as it is now: the names of its files, links and folders, sorted, hidden ones left out. */
export interface PartnerFolder {
  folder: string;
  files: readonly string[];
  links: readonly string[];
  folders: readonly string[];
  /** Why the folder cannot be read, or null. */
  unreadable: string | null;
}

/** Looks into a partner's folder; one that cannot be read holds nothing and says why. */
export function partnerFolder(network: Pick<Network, "folder">, partner: Pick<Partner, "folder">): PartnerFolder {
  const folder = path.resolve(network.folder, partner.folder);
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
    const names = (kind: "isFile" | "isSymbolicLink" | "isDirectory") =>
      entries
        .filter((entry) => entry[kind]())
        .map(({ name }) => name)
        .sort();
    const kinds = { files: names("isFile"), links: names("isSymbolicLink"), folders: names("isDirectory") };
    return { folder, ...kinds, unreadable: null };
  } catch (error) {
    return { folder, files: [], links: [], folders: [], unreadable: unreadableBecause(error as NodeJS.ErrnoException) };
  }
}
