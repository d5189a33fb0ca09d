import { readFileSync } from "node:fs";
import { env } from "node:process";
import { staffSite } from "./dashboards/staff-site.ts";
import { readPublication } from "./pipelines/protect/store.ts";

const published = env.COMMON_MEASURE_PUBLISHED;
const output = env.COMMON_MEASURE_SITE;
if (!published || !output) throw new Error("build the site with pipelines/site/build-site.ts, which names the store");

const stylesheet = readFileSync(new URL("dashboards/style.css", import.meta.url), "utf8");

export default {
  root: "dashboards/pages/staff",
  output,
  ...staffSite(await readPublication(published), stylesheet),
};
