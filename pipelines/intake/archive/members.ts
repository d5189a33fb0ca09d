import type { Unsafe } from "../../findings.ts";
import { checkArchive } from "./check-archive.ts";
import { memberNames } from "./member-names.ts";

/** Files in a zip folder by their full names in it; or why it is not opened. */
export type Members = { names: string[]; unsafe?: undefined } | { unsafe: Unsafe };

/** The files of a zip folder, sorted; one in which there are zip folders again is not opened. */
export async function archiveMembers(file: string, sealed?: { isSealed: boolean }): Promise<Members> {
  const directory = await checkArchive(file, sealed);
  if (directory.unsafe) return { unsafe: directory.unsafe };
  const names = memberNames(directory.entries.map(({ fileName }) => fileName));
  return names ? { names } : { unsafe: "nested" };
}
