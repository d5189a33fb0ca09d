import path from "node:path";
import { firstLine } from "../intake/header.ts";

/** Whether a file, by its name and its first line, is the one that says of an HMIS CSV export what it is. */
export const isHmisExport = (name: string, file: string): boolean =>
  path.posix.basename(name).toLowerCase() === "export.csv" && /\bCSVVersion\b/i.test(firstLine(file) ?? "");
