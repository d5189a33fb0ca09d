import path from "node:path";
import type { Finding } from "../findings.ts";
import { outcome } from "../findings.ts";
import { Feed, Partner } from "../network.ts";
import { screenDelivery } from "../receive/screen-delivery.ts";
import { shownName, underShownNames } from "../receive/shown-names.ts";
import { screenHeader } from "../screen/screen-header.ts";
import type { Door } from "../warehouse.ts";
import { columnShapes } from "./column-shape.ts";
import type { FoundTable } from "./propose-feed.ts";
import { seenCsv } from "./seen-csv.ts";

/** A file's tables, or what the pipeline would refuse or stop it for whatever the mapping said. */
export interface ReadFile {
  tables: readonly FoundTable[];
  findings: readonly Finding[];
}

/** How a file is written, as settings of a feed, and the names of its columns. Readers of other formats than delimited text begin here. */
async function seen(
  file: string,
  copy: string,
): Promise<{ written: Record<string, string>; header: readonly string[] }> {
  const { encoding, delimiter, header } = await seenCsv(file, copy);
  return {
    written: {
      ...(encoding === "utf-8" ? {} : { encoding }),
      ...(delimiter === "," ? {} : { delimiter }),
    },
    header,
  };
}

/** Reads one file through the pipeline's own screen; what is left in the scratch folder is the caller's to remove. Throws UnreadableFile. */
export async function readTable(door: Door, file: string, work: string): Promise<ReadFile> {
  const { written, header } = await seen(file, path.join(work, "seen"));
  const name = await shownName(file, 1);
  // A column is agreed here where its name says nothing against it, so that the screen looks at all of them.
  const ignore = header.filter((column) => screenHeader(name, [column], new Set()).length === 0);
  const feed = Feed.parse({ id: "map", files: "*", record: "person", columns: {}, ignore, ...written });
  const [delivery] = await underShownNames([
    { partner, feed, name, files: [{ name: path.basename(file), path: file }] },
  ]);
  const { staged, findings } = await screenDelivery(door, delivery!, work);
  const refused = findings.filter((finding) => outcome(finding) === "refused");
  const held = refused.length > 0 ? refused : findings.filter((finding) => outcome(finding) === "stopped");
  if (held.length > 0) return { tables: [], findings: held };
  const tables = [];
  for (const { table, columns } of staged.values())
    tables.push({ name, written, shapes: await columnShapes(door, table, columns) });
  return { tables, findings };
}

/** Stands for the partner whose file it is; a finding names it, a sentence does not. */
const partner = Partner.parse({
  id: "map",
  name: "map",
  kind: "other",
  folder: ".",
  programs: [{ id: "map", name: "map", tier: "map" }],
  feeds: [{ id: "map", files: "*", record: "person", columns: {} }],
});
