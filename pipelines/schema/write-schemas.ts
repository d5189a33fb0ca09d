import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { schemas } from "./schemas.ts";

/** Writes the JSON Schemas into a folder, in the place of earlier ones. Returns the names of the files. */
export function writeSchemas(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const all = Object.entries(schemas());
  for (const [name, schema] of all) writeFileSync(path.join(folder, name), `${JSON.stringify(schema, null, 1)}\n`);
  return all.map(([name]) => name);
}
