import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { recordKinds } from "../../models/contract/catalogue.ts";
import type { Partner, TableFeed } from "../network.ts";

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

/** What of a feed the page needs to read a file; where it is fetched from, and with whose credentials, is no part of it. */
const READ_BY = [
  "id",
  "files",
  "format",
  "record",
  "sends",
  "stop_above",
  "stop_below",
  "encoding",
  "delimiter",
  "dates",
  "columns",
  "wide",
  "ignore",
] as const satisfies readonly (keyof TableFeed)[];

function checkable(feed: Partner["feeds"][number]): Partial<TableFeed> | null {
  if (feed.format !== "csv") return null;
  return Object.fromEntries(READ_BY.flatMap((key) => (feed[key] === undefined ? [] : [[key, feed[key]]])));
}

/** Kinds of records, and partners with what each of their feeds is read by, as JSON that ends no element. */
function offered(partners: readonly Partner[]): string {
  const records = recordKinds.map(({ kind, title }) => ({ kind, title }));
  const feedsOf = ({ feeds }: Partner) =>
    feeds.map((feed) => ({ id: feed.id, files: feed.files, feed: checkable(feed) }));
  const own = partners.map((partner) => ({ id: partner.id, name: partner.name, feeds: feedsOf(partner) }));
  return JSON.stringify({ records, partners: own }).replaceAll("<", "\\u003c");
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const shared = { bundle: true, minify: true, format: "iife", platform: "browser", target: "es2022" } as const;
  const { outputFiles } = await build({ ...shared, entryPoints: [entry], define, write: false, charset: "ascii" });
  return outputFiles[0]!.text;
}

/** The script of the check page: one text with the worker's in it, so that it runs from a folder as from a server. */
export async function checkScript(projectRoot: string, partners: readonly Partner[]): Promise<PageScript> {
  const client = (name: string) => join(projectRoot, "dashboards/client", name);
  const worker = await bundle(client("check-worker.ts"), {});
  const code = await bundle(client("check.ts"), { CHECK_WORKER: JSON.stringify(worker) });
  return { code: code.trim(), data: { id: "check-offered", text: offered(partners) } };
}
