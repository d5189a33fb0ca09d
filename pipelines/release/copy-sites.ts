import { cpSync, existsSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";

/** Copies every audience's site as readers have it; builds that nobody sees are left behind. */
export function copySites(site: string, folder: string): void {
  if (!existsSync(site)) return;
  for (const audience of readdirSync(site).filter((name) => !name.startsWith("."))) {
    const from = path.join(site, audience);
    if (lstatSync(from).isFile()) continue;
    cpSync(from, path.join(folder, audience), {
      recursive: true,
      dereference: true,
      filter: (name) => path.basename(name) !== ".builds",
    });
  }
}
