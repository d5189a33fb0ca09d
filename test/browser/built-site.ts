import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePublication } from "../../pipelines/protect/store.ts";
import { type BuiltSite, buildSite } from "../../pipelines/site/build-site.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { samplePublication } from "../support/publication.ts";

export const projectRoot = join(import.meta.dirname, "../..");

/** Writes the sample publication into a store of its own and builds the site from it. */
export async function buildSampleSite(): Promise<{ out: string; published: string; built: BuiltSite }> {
  const folder = await mkdtemp(join(tmpdir(), "common-measure-site-"));
  const [published, out] = [join(folder, "published.duckdb"), join(folder, "staff")];
  const door = await openWarehouse(published);
  await writePublication(door, samplePublication());
  await door.close();
  return { out, published, built: await buildSite({ audience: "staff", published, out, projectRoot }) };
}

/** Paths of all files of one kind in a folder, from that folder, in order. */
export async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).sort();
}
