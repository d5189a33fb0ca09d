import path from "node:path";
import { isTableFeed } from "../feed-tables.ts";
import { memberTables, missingMembers, ownTables, patternsSaid, strayMembers } from "../intake/archive/feed-members.ts";
import { isArchive } from "../intake/archive/member-names.ts";
import { archiveMembers } from "../intake/archive/members.ts";
import { unpackEntry } from "../intake/archive/unpack-entry.ts";
import type { Encoding } from "../intake/decode-text.ts";
import type { Fault } from "../intake/fault.ts";
import { beginning } from "../intake/header.ts";
import { openArrow } from "../intake/open-arrow.ts";
import { openJson } from "../intake/open-json.ts";
import { openParquet } from "../intake/open-parquet.ts";
import { openText } from "../intake/open-text.ts";
import type { OpenedFile } from "../intake/opened.ts";
import { copyHashed, readText, type TextRead } from "../intake/read-text.ts";
import { textHeader } from "../intake/text-header.ts";
import type { Feed, TableFeed } from "../network.ts";
import type { DeliveredFile } from "../pull/deliveries.ts";
import { memberCalled } from "../screen/member-called.ts";
import { LONGEST_NAME, screenHeader } from "../screen/screen-header.ts";
import type { Door } from "../warehouse.ts";
import { agreementOn } from "./agreement.ts";
import { cleanArchive, cleanTable, type MemberToSeal } from "./cleaned-copy.ts";
import { openBook } from "./open-book.ts";
import { type FileToOpen, type FileToScreen, notWhole } from "./table-to-screen.ts";

/** A file as it arrived, copied into the scratch folder and opened. */
export interface ArrivedFile extends FileToScreen {
  /** SHA-256 of the file as it arrived, hex. */
  hash: string;
  bytes: number;
}

/** Opens a file of a delivery by its feed's format; of a zip folder, each of its files that the feed names. */
export async function openFile(
  door: Door,
  feed: Feed,
  { name, path: from, sealed }: DeliveredFile,
  { id, work }: { id: string; work: string },
): Promise<ArrivedFile> {
  const file = { id, name, path: from, copy: path.join(work, id), isSealed: sealed !== undefined };
  const tables = ownTables(feed, name);
  if (!isArchive(name) && (tables.length > 0 || !isTableFeed(feed))) return openPlain(door, feed, file, tables);
  const read = await copyHashed(from, file.copy);
  if (!isArchive(name)) {
    return { ...read, ...notWhole({ code: "no-members", facts: { file: name, pattern: patternsSaid(feed) } }) };
  }
  return { ...read, ...(await openArchive(door, feed, file)) };
}

async function openArchive(door: Door, feed: Feed, { id, name, copy, isSealed }: FileToOpen): Promise<FileToScreen> {
  const members = await archiveMembers(copy, { isSealed });
  if (members.unsafe) return notWhole({ code: "unsafe-archive", facts: { file: name, because: members.unsafe } });
  const { names } = members;
  const stray = strayMembers(feed, name, names);
  if (stray) return notWhole(stray);
  const files: FileToScreen[] = [];
  const screened: MemberToSeal[] = [];
  for (const [index, member] of names.entries()) {
    const { called, identifier } = memberCalled(name, member, index);
    if (identifier) {
      files.push(notWhole({ code: "identifying-file-name", facts: { file: called, identifier } }));
      continue;
    }
    const unpacked = `${copy}-${index}.member`;
    const broken = await unpackEntry(copy, member, unpacked).then(
      () => false,
      () => true,
    );
    if (broken) return notWhole({ code: "unsafe-archive", facts: { file: name, because: "broken" } });
    const tables = memberTables(feed, member);
    const at = { id: `${id}_${index}`, name: called, path: unpacked, copy: `${copy}-${index}`, isSealed };
    const opened = await openPlain(door, feed, at, tables);
    files.push(opened);
    screened.push({ name: member, file: unpacked, cleaned: opened.cleaned });
  }
  return {
    tables: files.flatMap(({ tables }) => tables),
    texts: files.flatMap(({ texts }) => texts ?? []),
    faults: [...files.flatMap(({ faults }) => faults), ...missingMembers(feed, name, names)],
    whole: files.every(({ whole }) => whole),
    cleaned: (to) => cleanArchive(to, screened),
  };
}

/** Opens a file that is no zip folder by its feed's format, for tables of the feed. */
export async function openPlain(
  door: Door,
  feed: Feed,
  file: FileToOpen,
  tables: readonly TableFeed[],
): Promise<ArrivedFile> {
  const { format } = feed;
  if (format === "xlsx" || format === "parquet" || format === "arrow") {
    const read = await copyHashed(file.path, file.copy);
    if (format === "xlsx") return { ...read, ...(await openBook(door, file, tables)) };
    const opened = await (format === "parquet" ? openParquet : openArrow)(door, file);
    return { ...read, ...toScreen(opened, tables), cleaned: (to) => cleanTable(door, to, format, opened) };
  }
  const text = { ...agreedText(feed, tables), ...file, longestName: LONGEST_NAME };
  const read = await readText(file.path, file.copy, text.encoding);
  if (read.fault) return { ...read, ...notWhole(...(await unreadable(text, read.fault))) };
  const opened =
    format === "json" || format === "jsonl" ? await openJson(door, file, format) : await openText(door, text);
  return { ...read, ...toScreen(opened, tables) };
}

const toScreen = ({ tables: opened, faults }: OpenedFile, tables: readonly TableFeed[]): FileToScreen => ({
  tables: opened.map((each) => ({ opened: each, tables, read: true })),
  texts: [],
  faults,
  whole: opened.length > 0,
});

/** What is agreed of text: what a feed says, or what every public format of CSV files is. */
function agreedText(feed: Feed, tables: readonly TableFeed[]) {
  const { known: names, named } = agreementOn(feed, tables);
  return feed.format === "hmis_csv"
    ? { encoding: "utf-8" as Encoding, delimiter: ",", names, named, by: "format" as const }
    : { encoding: feed.encoding, delimiter: feed.delimiter, names, named, by: "mapping" as const };
}

/** A file in another encoding than agreed still has a header, and an identifying column in it is still named. */
async function unreadable(
  { name, path: from, copy, encoding, delimiter, names, named, by }: FileToOpen & ReturnType<typeof agreedText>,
  fault: NonNullable<TextRead["fault"]>,
): Promise<Fault[]> {
  const found = { code: fault.code, facts: { file: name, row: fault.row, encoding } } as Fault;
  if (fault.code === "not-text") return [found];
  await readText(from, copy, "windows-1252");
  const header = textHeader(beginning(copy), delimiter, names, { titled: by === "mapping" });
  return [found, ...screenHeader(name, header?.cells ?? [], named)];
}
