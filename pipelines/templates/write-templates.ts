import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { kinds } from "../../models/contract/dictionary.ts";
import { dictionaryCsv } from "./dictionary-csv.ts";
import { dictionaryMarkdown } from "./dictionary-markdown.ts";
import { templatePartner } from "./template-partner.ts";
import { templateWorkbook } from "./workbook.ts";

/**
 * Writes what partners fill in and read: a CSV template for each record kind, all of them as one XLSX workbook, the partner YAML for
 * such files, and the data dictionary as CSV and Markdown. Earlier ones are replaced. Returns the names of the files.
 */
export async function writeTemplates(folder: string, schemaComment: string): Promise<string[]> {
  const files: [string, string | Uint8Array][] = [
    ...kinds.map(({ kind, fields }): [string, string] => [`${kind}.csv`, `${Object.keys(fields).join(",")}\r\n`]),
    ["templates.xlsx", await templateWorkbook()],
    ["template-partner.yaml", templatePartner(schemaComment)],
    ["data-dictionary.csv", dictionaryCsv()],
    ["data-dictionary.md", dictionaryMarkdown()],
  ];
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  return files.map(([name]) => name);
}
