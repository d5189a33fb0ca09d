import path from "node:path";

/** The staged table of a file of the format, whatever the case of its name and the folder it is in, with its name as it came. */
export function tableOf(
  tables: ReadonlyMap<string, string>,
  file: string,
): { file: string; table: string } | undefined {
  for (const [name, table] of tables)
    if (path.posix.basename(name).toLowerCase() === file.toLowerCase()) return { file: name, table };
  return undefined;
}
