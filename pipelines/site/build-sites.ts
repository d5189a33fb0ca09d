import { fork } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Publication } from "../../models/published.ts";
import { checkLinks } from "./check-links.ts";
import { CHECK_PAGE, checkScripts, type PageScript } from "./check-page.ts";
import { finishPage } from "./finish-page.ts";
import { headersFile, headersOf } from "./headers.ts";
import { MANIFEST, manifestOf, publicationHash } from "./manifest.ts";
import { readTexts, writeTexts } from "./site-files.ts";

/** From which published store to build the sites of all audiences, and into which folder. */
export interface SitesOptions {
  /** Path of the published store, the only data the sites' code can open. */
  published: string;
  /** The same as it was read from there, for what stands in the manifests. */
  publication: Publication;
  /** A folder of its own, which is emptied first. */
  out: string;
  projectRoot: string;
  /** What files can be checked against on the check page of a site, by the site's folder; JSON. */
  offered: (site: string) => object;
}

/** What was built, of all sites together; `publication` is the hash of the rows that they show. */
export interface BuiltSites {
  sites: number;
  pages: number;
  figures: number;
  bytes: number;
  publication: string;
}

/** From so many partners on, two processes are quicker than one. */
const FEW_PARTNERS = 4;

/** Renders in processes of their own: the sites' code is told where the published store is, and nothing else. */
async function renderPages({ published, out, projectRoot }: SitesOptions, share: string): Promise<void> {
  const env = { COMMON_MEASURE_PUBLISHED: published, COMMON_MEASURE_SITES: out, COMMON_MEASURE_SHARE: share };
  const child = fork(join(import.meta.dirname, "render-pages.ts"), { cwd: projectRoot, env, stdio: "pipe" });
  if (child.stderr === null) throw new Error("the rendering process has no way to speak");
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close"), child.stdout?.resume()]);
  if (code !== 0) throw new Error(`the sites were not built: ${said.trim()}`);
}

/** The folders of the sites, by what is in the folder of all of them. */
async function sitesIn(out: string): Promise<string[]> {
  const names = (await readdir(out)).filter((name) => name !== "agency");
  const agencies = (await readdir(out)).includes("agency") ? await readdir(join(out, "agency")) : [];
  return [...names, ...agencies.map((name) => `agency/${name}`)].sort();
}

/** A site's pages as they are published with their data files. */
function finishSite(raw: ReadonlyMap<string, string>, script: PageScript) {
  const finished = [...raw].map(([path, html]) => ({
    path,
    ...finishPage(html, path, path === CHECK_PAGE ? script : undefined),
  }));
  const pages = new Map(finished.map(({ path, html }) => [path, html]));
  const files = new Map<string, string>();
  for (const { path, text } of finished.flatMap((page) => page.files)) {
    if (files.has(path)) throw new Error(`two data files of one name: ${path}`);
    files.set(path, text);
  }
  checkLinks(pages, new Set(files.keys()));
  return { pages, files, figures: finished.reduce((sum, { figures }) => sum + figures, 0) };
}

interface Whole {
  publication: Publication;
  hash: string;
  scripts: (site: string) => PageScript;
}

async function finish(out: string, folder: string, { publication, hash, scripts }: Whole) {
  const { pages, files, figures } = finishSite(await readTexts(join(out, folder)), scripts(folder));
  const headers = headersFile(headersOf(folder, [...pages.values()]));
  const texts = new Map([...pages, ...files, ["_headers", headers]]);
  const manifest = manifestOf(folder, publication, hash, texts);
  texts.set(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  await writeTexts(join(out, folder), texts);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return { pages: pages.size, figures, bytes };
}

/** Builds the static sites of all audiences in one folder, each with its headers and its manifest. */
export async function buildSites(options: SitesOptions): Promise<BuiltSites> {
  const { out, projectRoot, offered, publication } = options;
  await rm(out, { recursive: true, force: true });
  const shares = publication.partner.length > FEW_PARTNERS ? ["0/2", "1/2"] : ["0/1"];
  const [scripts] = await Promise.all([
    checkScripts(projectRoot, offered),
    ...shares.map((share) => renderPages(options, share)),
  ]);
  const hash = publicationHash(publication);
  const built = { sites: 0, pages: 0, figures: 0, bytes: 0, publication: hash };
  for (const folder of await sitesIn(out)) {
    const one = await finish(out, folder, { publication, hash, scripts });
    built.sites += 1;
    built.pages += one.pages;
    built.figures += one.figures;
    built.bytes += one.bytes;
  }
  return built;
}
