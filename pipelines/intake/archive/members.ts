import path from "node:path";
import type { Unsafe } from "../../findings.ts";
import { checkArchive } from "./check-archive.ts";

/** Files in a zip folder by their full names in it; or why it is not opened. */
export type Members = { names: string[]; unsafe?: undefined } | { unsafe: Unsafe };

/** What systems put beside the files of a folder. */
const OF_SYSTEMS = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** The files of a zip folder, sorted; one in which there are zip folders again is not opened. */
export async function archiveMembers(file: string, sealed?: { isSealed: boolean }): Promise<Members> {
  const directory = await checkArchive(file, sealed);
  if (directory.unsafe) return { unsafe: directory.unsafe };
  const names = directory.entries.map(({ fileName }) => fileName).filter((name) => !OF_SYSTEMS.test(name));
  return names.some(isArchive) ? { unsafe: "nested" } : { names: names.sort() };
}

/** Whether a file is a zip folder of files, by its name. */
export const isArchive = (name: string) => /\.zip$/i.test(name);

/** The name of a file in a zip folder without the folders it is in. */
export const baseName = (member: string) => path.posix.basename(member);
