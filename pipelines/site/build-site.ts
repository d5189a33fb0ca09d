import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { text } from "node:stream/consumers";
import { checkLinks } from "./check-links.ts";
import { CHECK_PAGE, checkScript, type PageScript } from "./check-page.ts";
import { finishPage } from "./finish-page.ts";

/** Which site to build, from which published store, and where to. */
export interface SiteOptions {
  audience: "staff";
  /** Path of the published store, the only data the site's code can open. */
  published: string;
  out: string;
  projectRoot: string;
  /** What files can be checked against on the check page, as JSON. */
  offered: object;
}

/** What was built. */
export interface BuiltSite {
  pages: number;
  figures: number;
  bytes: number;
}

/** Renders in a process of its own: the site's code is told where the published store is, and nothing else. */
async function renderPages({ published, projectRoot }: SiteOptions, output: string): Promise<void> {
  const env = { COMMON_MEASURE_PUBLISHED: published, COMMON_MEASURE_SITE: output };
  const child = fork(join(import.meta.dirname, "render-pages.ts"), { cwd: projectRoot, env, stdio: "pipe" });
  if (child.stderr === null) throw new Error("the rendering process has no way to speak");
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close"), child.stdout?.resume()]);
  if (code !== 0) throw new Error(`the site was not built: ${said.trim()}`);
}

async function readPages(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (path: string) => [relative(folder, path), await readFile(path, "utf8")] as const;
  return new Map(await Promise.all(paths.sort().map(read)));
}

async function write(folder: string, path: string, text: string, flag: "w" | "wx"): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text, { flag });
}

async function finishPages(folder: string, script: PageScript): Promise<Omit<BuiltSite, "bytes">> {
  const finished = [...(await readPages(folder))].map(([path, html]) => ({
    path,
    ...finishPage(html, path, path === CHECK_PAGE ? script : undefined),
  }));
  const files = finished.flatMap((page) => page.files);
  checkLinks(new Map(finished.map(({ path, html }) => [path, html])), new Set(files.map(({ path }) => path)));
  for (const { path, html } of finished) await write(folder, path, html, "w");
  for (const { path, text } of files) await write(folder, path, text, "wx");
  return { pages: finished.length, figures: finished.reduce((sum, { figures }) => sum + figures, 0) };
}

async function sizeOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((entry) => stat(join(entry.parentPath, entry.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** Builds the static site beside `out` and swaps it in by rename, so that a failed build leaves the old one. */
export async function buildSite(options: SiteOptions): Promise<BuiltSite> {
  const building = `${options.out}.building`;
  await rm(building, { recursive: true, force: true });
  await renderPages(options, building);
  const counts = await finishPages(building, await checkScript(options.projectRoot, options.offered));
  const bytes = await sizeOf(building);
  await rm(options.out, { recursive: true, force: true });
  await rename(building, options.out);
  return { ...counts, bytes };
}
