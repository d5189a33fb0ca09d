import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readConfig } from "@observablehq/framework/dist/config.js";
import { renderPage } from "@observablehq/framework/dist/render.js";
import { putBack } from "../../dashboards/passed-through.ts";

// Framework's own build would also bundle a client that asks a registry for the newest version of a dozen packages.
// No page of ours keeps that client, so its pages are rendered here by the same two calls and nothing else is made.
const config = await readConfig("observablehq.config.ts");
for await (const path of config.paths()) {
  const options = { ...config, path };
  const page = await config.loaders.loadPage(path, options);
  const file = join(config.output, `${path}.html`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, putBack(await renderPage(page, options)));
}
