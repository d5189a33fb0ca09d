import { visible } from "../visible.ts";
import { identifierInFileName } from "./screen-file-name.ts";

/** What a file in a zip folder is called in everything said, and the kind of identifier in its own name, or in that of a folder it is in. */
export function memberCalled(archive: string, member: string, index: number) {
  const identifier = member
    .split("/")
    .reduce<string | null>((found, part) => found ?? identifierInFileName(part), null);
  return { called: `${archive}/${identifier ? `file-${index + 1}` : visible(member)}`, identifier };
}
