import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256Of } from "./hash-files.ts";
import { LEDGER, MANIFEST, Manifest } from "./manifest.ts";

/** One release of a chain. */
export interface Link {
  folder: string;
  /** SHA-256 of its manifest, by which the next one names it. */
  hash: string;
  manifest: Manifest;
}

export const releaseFolder = (releases: string, release: number) => path.join(releases, String(release));

/**
 * All releases, the first one first. Throws, naming it, when one is missing, when its manifest is not the one the next was made after,
 * or when its ledger is another one than its manifest says.
 */
export function readChain(releases: string): Link[] {
  const numbers = existsSync(releases) ? readdirSync(releases).filter((name) => /^[1-9]\d*$/.test(name)) : [];
  const last = Math.max(0, ...numbers.map(Number));
  const links: Link[] = [];
  for (let release = 1; release <= last; release++) links.push(readLink(releases, release, links.at(-1)));
  return links;
}

function readLink(releases: string, release: number, before: Link | undefined): Link {
  const folder = releaseFolder(releases, release);
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) throw new Error(`release ${release} is missing (${folder}); put back the copy you kept`);
  const text = readFileSync(file, "utf8");
  const manifest = manifestIn(text, file);
  if (manifest.release !== release) throw new Error(`not the manifest of release ${release}: ${file}`);
  if (manifest.previous !== (before?.hash ?? null))
    throw new Error(
      `release ${release} was made after another release ${release - 1} than the one in ${before?.folder ?? releases}; put back the copy you kept`,
    );
  const ledger = path.join(folder, LEDGER);
  const listed = manifest.files.find((each) => each.path === LEDGER);
  if (!existsSync(ledger) || sha256Of(readFileSync(ledger)) !== listed?.sha256)
    throw new Error(
      `the ledger of release ${release} is missing or was changed (${ledger}); put back the copy you kept`,
    );
  return { folder, hash: sha256Of(text), manifest };
}

function manifestIn(text: string, file: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw new Error(`not a manifest of a release: ${file}; put back the copy you kept`);
  }
}
