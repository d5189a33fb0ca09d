import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { isHmisExport, isHmisName } from "./is-hmis-export.ts";

/** Files that come together: one, or those of an HMIS export. */
export interface DeliveryToMap {
  files: readonly string[];
  /** The pattern of an export of several files. */
  pattern?: string;
}

const OF_EXPORT = "*.csv";

/** The deliveries among files and the files in folders, hidden ones left out; the CSV files beside the Export.csv of an HMIS export are one. */
export function deliveriesToMap(named: readonly string[]): DeliveryToMap[] {
  const files = [...new Set(named.flatMap(filesOf))];
  const exported = new Set(files.filter(isExport).map((file) => path.dirname(file)));
  const ofExport = (file: string) => exported.has(path.dirname(file)) && /\.csv$/i.test(file);
  const whole = [...exported].map((folder) => ({
    files: files.filter((file) => ofExport(file) && path.dirname(file) === folder),
    pattern: OF_EXPORT,
  }));
  return [...whole, ...files.filter((file) => !ofExport(file)).map((file) => ({ files: [file] }))];
}

const isExport = (file: string) => isHmisName(path.basename(file)) && isHmisExport(file);

function filesOf(named: string): string[] {
  if (!statSync(named, { throwIfNoEntry: false })?.isDirectory()) return [named];
  return readdirSync(named, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => path.join(named, name))
    .sort();
}
