import { readdirSync } from "node:fs";
import path from "node:path";
import { unreadableBecause } from "../findings.ts";
import type { Partner } from "../network.ts";
import type { Network } from "../read-network.ts";

/** A partner's folder as it is now: the names of its files and links, sorted, hidden ones left out. */
export interface PartnerFolder {
  folder: string;
  files: readonly string[];
  links: readonly string[];
  /** Why the folder cannot be read, or null. */
  unreadable: string | null;
}

/** Looks into a partner's folder; one that cannot be read holds nothing and says why. */
export function partnerFolder(network: Pick<Network, "folder">, partner: Partner): PartnerFolder {
  const folder = path.resolve(network.folder, partner.folder);
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
    const names = (kind: "isFile" | "isSymbolicLink") =>
      entries
        .filter((entry) => entry[kind]())
        .map(({ name }) => name)
        .sort();
    return { folder, files: names("isFile"), links: names("isSymbolicLink"), unreadable: null };
  } catch (error) {
    return { folder, files: [], links: [], unreadable: unreadableBecause(error as NodeJS.ErrnoException) };
  }
}
