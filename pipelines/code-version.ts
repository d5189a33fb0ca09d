import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The version of the code that runs: the package's version and a hash of every source file, so that an edited copy says so. */
export function codeVersion(projectRoot: string): string {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256");
  for (const folder of ["models", "pipelines", "dashboards"]) {
    const names = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => /\.(ts|md|css)$/.test(each)).sort()) {
      hash.update(name).update(readFileSync(path.join(projectRoot, folder, name)));
    }
  }
  return `${version}+${hash.digest("hex").slice(0, 12)}`;
}
