import path from "node:path";
import { isTableFeed } from "../feed-tables.ts";
import { type Finding, outcome, sentence } from "../findings.ts";
import { isArchive } from "../intake/archive/member-names.ts";
import { type Feed, Partner } from "../network.ts";
import type { IntakeDoor } from "../receive/intake-door.ts";
import { type ScreenedDelivery, screenDelivery } from "../receive/screen-delivery.ts";
import { shownName, underShownNames } from "../receive/shown-names.ts";
import type { Door } from "../warehouse.ts";
import { columnShapes } from "./column-shape.ts";
import type { DeliveryToMap } from "./deliveries-to-map.ts";
import { draftFeed } from "./draft-feed.ts";
import { patternOf } from "./file-name-pattern.ts";
import type { FoundFile, FoundTable } from "./found-file.ts";
import { foundPrograms } from "./found-programs.ts";
import { foundProjects } from "./found-projects.ts";
import { type SeenFile, seenFile } from "./seen-file.ts";

/** What was read of a delivery, or the sentences for which the pipeline would refuse or stop it whatever the mapping said. */
export type ReadDelivery = { file: FoundFile; held?: undefined } | { held: readonly string[] };

/** Reads a delivery through the pipeline's own screen: once to see how it is written, and once under what was seen. Throws UnreadableFile. */
export async function readDelivery(
  intake: IntakeDoor,
  delivery: DeliveryToMap,
  states: readonly string[] = [],
): Promise<ReadDelivery> {
  const [first] = delivery.files as [string];
  const name = delivery.pattern ?? (await shownName(first, 1));
  const seen = delivery.pattern ? HMIS : await intake.use((door, { work }) => seenFile(door, first, work));
  if (seen.formats.length > 1)
    return {
      held: [
        `${name}: its files are of several formats (${seen.formats.join(", ")}), and a feed has one. Send each format in a zip folder of its own.`,
      ],
    };
  const zipped = isArchive(first);
  const feed = draftFeed(name, seen, zipped);
  return intake.use(async (door, { work }) => {
    const files = delivery.files.map((file) => ({ name: path.basename(file), path: file }));
    const [shown] = await underShownNames([{ partner, feed, name, files }]);
    const screened = await screenDelivery(door, shown!, work, states);
    const { held, passed } = judged(screened, feed, zipped);
    if (held.length > 0) return { held: [...new Set(held.map(sentence))] };
    const others = seen.others.map((other) => `${name}/${other}`);
    const file = { name, ...writtenAs(seen, zipped), others, passed: passed.map(sentence) };
    return { file: { ...file, ...(await foundIn(door, feed, screened)) } };
  });
}

const HMIS: SeenFile = { format: "hmis_csv", formats: [], encoding: "utf-8", delimiter: ",", tables: [], others: [] };

/** What holds a delivery: everything that refuses it, else everything that stops it. A sheet of a workbook that would stop it can be left out of the mapping. */
function judged({ findings, staged }: ScreenedDelivery, feed: Feed, zipped: boolean) {
  const of = (came: ReturnType<typeof outcome>) => findings.filter((finding) => outcome(finding) === came);
  const [refused, stopped] = [of("refused"), of("stopped")];
  const isLeftOut = ({ facts }: Finding) => "file" in facts && facts.file.includes("/") && !staged.has(facts.file);
  const sheets = feed.format === "xlsx" && "tables" in feed && !zipped;
  const canDoWithout = sheets && staged.size > 0 && stopped.every(isLeftOut);
  const held: readonly Finding[] = refused.length > 0 || canDoWithout ? refused : stopped;
  return { held, passed: held.length === 0 ? stopped : [] };
}

/** How a file is written, as those settings of a feed that are not as unless said. */
const writtenAs = (
  { format, encoding, delimiter, tables }: SeenFile,
  zipped: boolean,
): Pick<FoundFile, "format" | "written"> => ({
  format,
  written: {
    ...(format === "csv" ? {} : { format }),
    ...(encoding === "utf-8" ? {} : { encoding }),
    ...(delimiter === "," ? {} : { delimiter }),
    // Tables of the partner's own say each which file they are in.
    ...(zipped && format === "wioa_pirl" ? { inside: insideOf(tables) } : {}),
  },
});

function insideOf(tables: SeenFile["tables"]): string {
  const [pattern = "*", ...others] = new Set(tables.map(({ inside = "*" }) => patternOf(inside)));
  return others.length === 0 ? pattern : "*";
}

async function foundIn(
  door: Door,
  feed: Feed,
  { staged, made }: ScreenedDelivery,
): Promise<Pick<FoundFile, "tables" | "projects" | "record">> {
  const nothing = { tables: [], projects: null, record: null };
  if (feed.format === "hmis_csv") return { ...nothing, projects: await foundProjects(door, staged) };
  if (!isTableFeed(feed)) {
    const record = await foundPrograms(door, [...staged.values()]);
    return { ...nothing, record: { ...record, left: [...feed.ignore] } };
  }
  const tables: FoundTable[] = [];
  for (const { name, table } of made) {
    const { inside, sheet } = table;
    const { table: cells, columns } = staged.get(name)!;
    const shapes = await columnShapes(door, cells, columns, { typed: feed.format !== "csv" });
    tables.push({
      name,
      ...(inside === undefined ? {} : { inside }),
      ...(sheet === undefined ? {} : { sheet }),
      shapes,
    });
  }
  return { ...nothing, tables };
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
