/** What systems put beside the files of a folder. */
const OF_SYSTEMS = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** The files of a zip folder that somebody put there, sorted; null where there are zip folders in it again. */
export function memberNames(names: readonly string[]): string[] | null {
  const own = names.filter((name) => !OF_SYSTEMS.test(name));
  return own.some(isArchive) ? null : own.sort();
}

/** Whether a file is a zip folder of files, by its name. */
export const isArchive = (name: string) => /\.zip$/i.test(name);

/** The name of a file in a zip folder without the folders it is in. */
export const baseName = (member: string) => member.slice(member.lastIndexOf("/") + 1);
