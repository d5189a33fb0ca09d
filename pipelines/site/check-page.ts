import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";

/** The one page with a script, from the site's root. */
export const CHECK_PAGE = "check.html";

/** What stands in the page besides its text: a script, and data that it reads. */
export interface PageScript {
  code: string;
  data: { id: string; text: string };
}

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The rules of the page's policy that let its script and its worker run, and nothing leave. */
export const scriptRules = ({ code }: PageScript) => `script-src ${sha256(code)}; worker-src blob:; connect-src 'none'`;

/** The elements that carry a page's script and data. */
export const scriptElements = ({ code, data }: PageScript) =>
  `<script type="application/json" id="${data.id}">${data.text}</script>\n<script>${code}</script>\n`;

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const shared = { bundle: true, minify: true, format: "iife", platform: "browser", target: "es2022" } as const;
  const { outputFiles } = await build({ ...shared, entryPoints: [entry], define, write: false, charset: "ascii" });
  return outputFiles[0]!.text;
}

/** The script of the check page, the same on every site: one text with the worker's in it, so that it runs from a folder as from a server. */
async function checkCode(projectRoot: string): Promise<string> {
  const client = (name: string) => join(projectRoot, "dashboards/client", name);
  const worker = await bundle(client("check-worker.ts"), {});
  return (await bundle(client("check.ts"), { CHECK_WORKER: JSON.stringify(worker) })).trim();
}

/** The script of the check page of each site, with what it offers there. */
export async function checkScripts(
  projectRoot: string,
  offered: (site: string) => object,
): Promise<(site: string) => PageScript> {
  const code = await checkCode(projectRoot);
  return (site) => {
    // JSON that ends no element.
    const text = JSON.stringify(offered(site)).replaceAll("<", "\\u003c");
    return { code, data: { id: "check-offered", text } };
  };
}
