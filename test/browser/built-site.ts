import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Publication } from "../../models/published.ts";
import { offered } from "../../pipelines/check/by-row/offered.ts";
import type { Partner } from "../../pipelines/network.ts";
import { writePublication } from "../../pipelines/protect/store.ts";
import { type BuiltSite, buildSite } from "../../pipelines/site/build-site.ts";
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

/** Writes the sample publication into a store of its own and builds the site from it. */
export async function buildSampleSite(
  partners: readonly Partner[] = [],
): Promise<{ out: string; published: string; built: BuiltSite }> {
  const folder = await mkdtemp(join(tmpdir(), "common-measure-site-"));
  const published = await storeOf(samplePublication(), join(folder, "published.duckdb"));
  const out = join(folder, "staff");
  return {
    out,
    published,
    built: await buildSite({ audience: "staff", published, out, projectRoot, offered: offered(partners, []) }),
  };
}

/** Paths of all files of one kind in a folder, from that folder, in order. */
export async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).sort();
}
