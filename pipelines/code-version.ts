import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["models", "pipelines", "dashboards", "data/reference"];
const FILES = ["package-lock.json", "observablehq.config.ts"];

/**
 * The version of the code that runs: the package's version and a hash of everything of the project that a result depends on, the
 * reference data and the versions of all packages included, so that an edited copy says so.
 */
export function codeVersion(projectRoot: string): string {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256");
  for (const name of [...FOLDERS.flatMap((folder) => filesIn(projectRoot, folder)), ...FILES].sort()) {
    const content = createHash("sha256")
      .update(readFileSync(path.join(projectRoot, name)))
      .digest("hex");
    hash.update(`${name}\n${content}\n`);
  }
  return `${version}+${hash.digest("hex").slice(0, 12)}`;
}

const filesIn = (projectRoot: string, folder: string) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|md|css|json|csv|yaml)$/.test(entry.name))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
