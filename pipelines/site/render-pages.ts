import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { normalizeConfig } from "@observablehq/framework/dist/config.js";
import { parseMarkdown } from "@observablehq/framework/dist/markdown.js";
import { renderPage } from "@observablehq/framework/dist/render.js";
import { putBack } from "../../dashboards/passed-through.ts";
import settings, { output, sites } from "../../observablehq.config.ts";

const [own = 0, of = 1] = output.share.split("/").map(Number);

/** Partners are dealt out in the order of their sites, so that a partner's page and its own site share their charts in one process. */
const dealt = new Map<string, number>();
function isOurs(partner: string | undefined): boolean {
  if (partner === undefined) return own === 0;
  if (!dealt.has(partner)) dealt.set(partner, dealt.size % of);
  return dealt.get(partner) === own;
}

// Framework's own build would also bundle a client that asks a registry for the newest version of a dozen packages.
// No page of ours keeps that client, so its pages are rendered here by the same two calls and nothing else is made.
for (const make of sites) {
  const site = make();
  const config = normalizeConfig({ ...settings, markdownIt: site.markdownIt }, ".");
  for (const { path, source, params } of site.pages.filter((page) => isOurs(page.params.partner))) {
    const options = { ...config, path, params };
    const text = site.textOf(await readFile(join(settings.root, source), "utf8"));
    const html = await renderPage(parseMarkdown(text, options), options);
    const file = join(output.out, site.folder, `${path}.html`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, putBack(site.frame(html, path)));
  }
}
