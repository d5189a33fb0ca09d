import type { Finding } from "../findings.ts";
import type { Fault } from "../intake/fault.ts";
import { checkExport } from "../intake/hmis.ts";
import { checkParticipants } from "../intake/pirl.ts";
import type { Staged } from "../intake/stage-csv.ts";
import type { TableFeed } from "../network.ts";
import type { DeliveredFile, Delivery } from "../pull/deliveries.ts";
import type { ColumnTally } from "../screen/column-shapes.ts";
import { judgeMisfits } from "../screen/judge-misfits.ts";
import { screeningOf } from "../screen/profile.ts";
import { screenValues } from "../screen/screen-values.ts";
import { tallySql } from "../screen/tally-sql.ts";
import type { Door } from "../warehouse.ts";
import { type ArrivedFile, openFile } from "./open-file.ts";
import type { ReceivedFile } from "./receipt.ts";
import { screenTable } from "./screen-table.ts";
import type { Cleaned } from "./table-to-screen.ts";

/** A file that was read, by the hash and size with which it arrived. */
export interface ReadFile extends ReceivedFile {
  cleaned: Cleaned | undefined;
}

/** A delivery read and screened: the files that could be read, their tables by name, and everything found. */
export interface ScreenedDelivery {
  files: ReadFile[];
  staged: Map<string, Staged>;
  /** What is made of each table, by the tables' names: nothing of those of a public format. */
  made: { name: string; table: TableFeed }[];
  findings: Finding[];
}

/** Reads every file of a delivery into tables of text and screens their headers and values for identifiers. */
export async function screenDelivery(
  door: Door,
  delivery: Delivery,
  work: string,
  states: readonly string[] = [],
): Promise<ScreenedDelivery> {
  const { partner, feed } = delivery;
  const screening = screeningOf(partner, feed, states);
  const read: ScreenedDelivery = { files: [], staged: new Map(), made: [], findings: [] };
  const say = (faults: readonly Fault[]) => {
    for (const fault of faults) read.findings.push({ ...fault, partner: partner.id, feed: feed.id } as Finding);
  };
  let tables = 0;
  for (const [index, file] of delivery.files.entries()) {
    if (file.named_for) {
      say([{ code: "identifying-file-name", facts: { file: file.name, identifier: file.named_for } }]);
      continue;
    }
    const opened = await openFile(door, feed, file, { id: String(index), work });
    if (opened.whole) read.files.push(asArrived(file, opened));
    say(opened.faults);
    for (const table of opened.tables) {
      const screened = await screenTable(door, { feed, screening }, table);
      say(screened.faults);
      if (table.read) tables += 1;
      if (screened.table) read.staged.set(table.opened.name, screened.table);
      if (screened.table) read.made.push(...table.tables.map((of) => ({ name: table.opened.name, table: of })));
    }
    for (const texts of opened.texts) say(await looseIdentifiers(door, texts, file.name, read.findings));
  }
  const complete = read.files.length === delivery.files.length && read.staged.size === tables;
  if (feed.format === "hmis_csv") say(await checkWhole(door, read, complete));
  if (feed.format === "wioa_pirl") say(await checkParticipants(door, feed, tableNames(read.staged)));
  return read;
}

/** A cleaned copy that the inbox holds stands for the file it was made of, as long as it is the copy it was. */
const asArrived = ({ name, sealed }: DeliveredFile, { hash, bytes, cleaned }: ArrivedFile): ReadFile =>
  sealed?.as === hash
    ? { name, hash: sealed.hash, bytes: sealed.bytes, sealed: sealed.as, cleaned: undefined }
    : { name, hash, bytes, cleaned };

/** Identifiers in texts outside of tables, but for kinds that were found in a table already. */
async function looseIdentifiers(door: Door, texts: string, file: string, found: readonly Finding[]): Promise<Fault[]> {
  const said = new Set(found.map(({ facts }) => ("identifier" in facts ? facts.identifier : "")));
  const alone = await screenValues(door, texts, file, ["c1"]);
  const tallies = await door.rows<ColumnTally>(
    tallySql(`select '0' as col, c1 as cell from ${texts} where c1 is not null`),
  );
  const held = [...alone.map(({ facts }) => facts), ...judgeMisfits(tallies)].map(({ identifier }) => identifier);
  return [...new Set(held)]
    .filter((identifier) => identifier !== "free text" && !said.has(identifier))
    .map((identifier) => ({ code: "identifier-in-workbook", facts: { file, identifier } }));
}

/** What is wrong with an export as a whole; while a file cannot be read, only whether it says that it is not de-identified. */
async function checkWhole(door: Door, { staged }: ScreenedDelivery, complete: boolean): Promise<Fault[]> {
  const faults: Fault[] = await checkExport(door, tableNames(staged));
  return complete ? faults : faults.filter(({ code }) => code === "unhashed-export");
}

/** The staged tables by name. */
export const tableNames = (staged: ReadonlyMap<string, Staged>) =>
  new Map([...staged].map(([name, { table }]) => [name, table]));
