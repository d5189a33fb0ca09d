import { rowFaults } from "../models/contract/reason.ts";
import { type Finding, outcome, sentence } from "./findings.ts";
import type { Fault } from "./intake/fault.ts";
import { headerFaults } from "./intake/header-faults.ts";
import type { Staged } from "./intake/stage-csv.ts";
import type { Feed, TableFeed } from "./network.ts";
import { agreementOn } from "./receive/agreement.ts";
import { openPlain } from "./receive/open-file.ts";
import type { FileToOpen, TableToScreen } from "./receive/table-to-screen.ts";
import { type Door, quoteName } from "./warehouse.ts";

/** A table of a partner's file as it stands, and what its mapping makes of it. */
export interface RawTable {
  name: string;
  /** The sheet it is in, where the mapping names one. */
  sheet: string | undefined;
  feeds: readonly TableFeed[];
  header: readonly string[];
  /** Its records as text, in their order; nothing else may be asked of the door meanwhile. */
  rows(): AsyncGenerator<string[]>;
}

/** The tables of a file that the mapping reads, and the names of those it does not. */
export interface RawFile {
  tables: RawTable[];
  unread: string[];
}

/** Opens a file that is no zip folder as the pipeline does. Throws in whole sentences where it could not be read there, or a row would be lost. */
export async function openTables(
  door: Door,
  feed: Feed,
  file: FileToOpen,
  feeds: readonly TableFeed[],
): Promise<RawFile> {
  const opened = await openPlain(door, feed, file, feeds);
  refuse(opened.faults);
  const tables: RawTable[] = [];
  for (const each of opened.tables.filter(({ read }) => read)) tables.push(await stage(door, feed, each));
  return { tables, unread: opened.tables.filter(({ read }) => !read).map((each) => each.opened.name) };
}

async function stage(door: Door, feed: Feed, { opened, tables: feeds }: TableToScreen): Promise<RawTable> {
  const { name, header } = opened;
  refuse([...opened.faults, ...headerFaults(name, header)]);
  if (agreementOn(feed, feeds).isNoHeader(header!))
    refuse([{ code: "no-agreed-column", facts: { file: name, columns: header!.length } }]);
  refuse((await opened.obstacles?.(header!)) ?? []);
  const staged = await opened.stage(header!);
  await refuseMisfits(door, name, staged);
  const cells = `[${header!.map((column) => `coalesce(${quoteName(column)}, '')`).join(", ")}]`;
  return {
    name,
    sheet: feeds.find(({ sheet }) => sheet !== undefined)?.sheet,
    feeds,
    header: header!,
    async *rows() {
      const records = door.stream<{ cells: string[] }>(`select ${cells} as cells from ${staged.table} order by _row`);
      for await (const batch of records) for (const record of batch) yield record.cells;
    },
  };
}

/** Throws what is found, unless it is only worth knowing. */
function refuse(faults: readonly Fault[]): void {
  const found = faults.map((fault) => ({ ...fault, partner: "", feed: null }) as Finding);
  const wrong = found.find((finding) => outcome(finding) !== "noted");
  if (wrong) throw new Error(sentence(wrong));
}

/** A row that does not fit the header cannot be told apart into cells, so that nobody knows what in it identifies. */
async function refuseMisfits(door: Door, name: string, { faults }: Staged): Promise<void> {
  const [first] = await door.rows<{ _row: number; rule: string }>(
    `select _row, rule from ${faults} order by _row limit 1`,
  );
  if (first) throw new Error(`${name}, row ${first._row}: ${rowFaults[first.rule]}`);
}
