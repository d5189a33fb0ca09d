import { firstLine } from "../intake/header.ts";

/** Whether a file is called as the one that says of an HMIS CSV export what it is. */
export const isHmisName = (name: string): boolean => name.toLowerCase() === "export.csv";

/** Whether the first line of such a file names the version of an HMIS CSV export. */
export const isHmisExport = (file: string): boolean => /\bCSVVersion\b/i.test(firstLine(file) ?? "");
