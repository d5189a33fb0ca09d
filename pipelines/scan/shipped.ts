import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** One file as it is about to be shipped. */
export interface ShippedFile {
  /** From the root of its site, with forward slashes. */
  path: string;
  text: string;
  sha256: string;
  bytes: number;
}

/** One site as it is about to be shipped. */
export interface ShippedSite {
  /** `staff`, `funders` or `agency/<id>`. */
  folder: string;
  files: readonly ShippedFile[];
}

async function readShipped(root: string, file: string): Promise<ShippedFile> {
  const content = await readFile(file);
  return {
    path: relative(root, file).split(sep).join("/"),
    text: content.toString("utf8"),
    sha256: createHash("sha256").update(content).digest("hex"),
    bytes: content.length,
  };
}

/** The folders of all sites in the folder of sites, agencies' one by one. */
export async function siteFolders(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const agencies = names.includes("agency") ? (await readdir(join(folder, "agency"))).sort() : [];
  return [...names.filter((name) => name !== "agency"), ...agencies.map((name) => `agency/${name}`)];
}

/** Every file of one site, of whatever kind, as it stands on the disk; nothing but plain files is expected. */
export async function readSite(folder: string, site: string): Promise<ShippedSite> {
  const root = join(folder, site);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (odd) throw new Error(`neither a file nor a folder: ${join(odd.parentPath, odd.name)}`);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return { folder: site, files: await Promise.all(paths.sort().map((path) => readShipped(root, path))) };
}
