import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Publication } from "../../models/published.ts";
import { offered } from "../../pipelines/check/by-row/offered.ts";
import type { Partner } from "../../pipelines/network.ts";
import { writePublication } from "../../pipelines/protect/store.ts";
import { type BuiltSites, buildSites } from "../../pipelines/site/build-sites.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { samplePublication } from "../support/publication.ts";

export const projectRoot = join(import.meta.dirname, "../..");

/** Writes a publication into a store of its own. */
export async function storeOf(publication: Publication, path: string): Promise<string> {
  const door = await openWarehouse(path);
  await writePublication(door, publication);
  await door.close();
  return path;
}

/** Writes a publication into a store of its own and builds the sites of all audiences from it, into `out`. */
export async function buildSitesOf(
  publication: Publication,
  out: string,
  partners: readonly Partner[] = [],
): Promise<BuiltSites> {
  const published = await storeOf(publication, `${out}.duckdb`);
  return buildSites({ published, publication, out, projectRoot, offered: () => offered(partners, []) });
}

/** Builds the sites of the sample publication in a folder of their own. */
export async function buildSampleSites(partners: readonly Partner[] = []): Promise<{ out: string; built: BuiltSites }> {
  const out = join(await mkdtemp(join(tmpdir(), "common-measure-site-")), "sites");
  return { out, built: await buildSitesOf(samplePublication(), out, partners) };
}

/** Paths of all files of one kind in a folder, from that folder, in order. */
export async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).sort();
}
