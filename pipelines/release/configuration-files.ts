import { readdirSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["partners", "cycles", "contracts"];

/** The files of a network's configuration, from its folder. */
export function configurationFiles(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true });
  const top = names.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map(({ name }) => name);
  const within = names
    .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
    .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((file) => path.join(name, file)))
    .filter((file) => /\.ya?ml$/.test(file));
  return [...top, ...within].sort();
}
