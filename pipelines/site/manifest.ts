import { createHash } from "node:crypto";
import { CONTRACT_VERSION } from "../../models/contract/catalogue.ts";
import type { Publication } from "../../models/published.ts";

/** The one file of a site that its manifest does not list. */
export const MANIFEST = "manifest.json";

/** What a site is made of, and of what: every file by its hash, the versions behind it, and what protection left. */
export interface Manifest {
  audience: string;
  /** Last day of data, `YYYY-MM-DD`. */
  as_of: string;
  /** SHA-256 of the published rows that all sites were made from; the record of the run has it too. */
  publication: string;
  code_version: string;
  contract_version: number;
  measures: readonly { id: string; version: number }[];
  /** Of all editions together. Nothing here depends on a number that is withheld. */
  protection: {
    threshold: number;
    minimum_denominator: number;
    width: number;
    cells_shown: number;
    cells_withheld: number;
    /** Of the cells that have a number, those that show it. */
    percent_shown: number;
  };
  files: readonly { path: string; sha256: string; bytes: number }[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** SHA-256 of the published rows, in whatever order they stand. */
export function publicationHash(publication: Publication): string {
  const tables = Object.entries(publication).map(([name, rows]) => [
    name,
    (rows as readonly object[]).map((row) => JSON.stringify(row)).sort(),
  ]);
  return sha256(JSON.stringify(tables.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

/** The manifest of one site, from the published rows and the text of its files by their paths. */
export function manifestOf(
  audience: string,
  publication: Publication,
  hash: string,
  files: ReadonlyMap<string, string>,
): Manifest {
  const { as_of, code_version, threshold, minimum_denominator, width, cells_shown, cells_withheld } =
    publication.release[0]!;
  const numbers = cells_shown + cells_withheld;
  return {
    ...{ audience, as_of, publication: hash, code_version, contract_version: CONTRACT_VERSION },
    measures: publication.measure.map(({ measure: id, version }) => ({ id, version })),
    protection: {
      ...{ threshold, minimum_denominator, width, cells_shown, cells_withheld },
      percent_shown: numbers === 0 ? 100 : Math.round((100 * cells_shown) / numbers),
    },
    files: [...files]
      .map(([path, text]) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
