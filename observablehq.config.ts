import { readFileSync } from "node:fs";
import { env } from "node:process";
import { audiencesOf } from "./dashboards/audience.ts";
import { sitesOf } from "./dashboards/site.ts";
import { readPublication } from "./pipelines/protect/store.ts";

const { COMMON_MEASURE_PUBLISHED: published, COMMON_MEASURE_SITES: out, COMMON_MEASURE_SHARE: share } = env;
if (!published || !out || !share)
  throw new Error("build the sites with pipelines/site/build-sites.ts, which names the store");

const publication = await readPublication(published);
const stylesheet = readFileSync(new URL("dashboards/style.css", import.meta.url), "utf8");

/** The folder of all sites, and the share of the pages that this process renders, as `0/2`. */
export const output = { out, share };

const siteFor = sitesOf(publication, stylesheet);

/** What makes each site, to be called one after the other. */
export const sites = audiencesOf(publication).map((audience) => () => siteFor(audience));

/** What Framework is told for the pages of every site: no script, style, sidebar or list of its own. */
export default {
  root: "dashboards/pages",
  head: null,
  header: null,
  footer: null,
  style: null,
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  search: false,
  pager: false,
  linkify: false,
  preserveExtension: true,
  preserveIndex: true,
};
