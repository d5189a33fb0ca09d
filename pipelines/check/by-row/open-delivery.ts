import {
  memberTables,
  missingMembers,
  ownTables,
  patternsSaid,
  strayMembers,
} from "../../intake/archive/feed-members.ts";
import { isArchive, memberNames } from "../../intake/archive/member-names.ts";
import type { TableFeed, TablesFeed } from "../../network.ts";
import { memberCalled } from "../../screen/member-called.ts";
import type { Screening } from "../../screen/profile.ts";
import { checkArrow } from "./arrow-check.ts";
import { checkBook } from "./book-check.ts";
import { NotReadHere } from "./not-read-here.ts";
import type { Records } from "./records.ts";
import { type ScreenedFile, unopened } from "./screened-file.ts";
import { checkJsonFile, checkTextFile } from "./text-file.ts";
import { readDirectory, type ZipEntry } from "./zip/directory.ts";
import { BrokenEntry, unpack } from "./zip/unpack.ts";

/** A file to be opened by its feed's format, and where the records that are made of it go. */
export interface DeliveryToOpen {
  name: string;
  content: Blob;
  parts(file: Blob): AsyncIterable<Uint8Array>;
  feed: TableFeed | TablesFeed;
  screening: Screening;
  records: Records;
}

/** Opens, screens and checks a file of a feed; of a zip folder, each of its files that the feed names. */
export async function openDelivery(of: DeliveryToOpen): Promise<ScreenedFile> {
  const { name, content, feed } = of;
  if (isArchive(name)) return openArchive(of);
  const tables = ownTables(feed, name);
  if (tables.length === 0) return unopened({ code: "no-members", facts: { file: name, pattern: patternsSaid(feed) } });
  return openPlain(of, { called: name, content }, tables);
}

interface PlainFile {
  called: string;
  content: Blob;
}

/** Opens a file that is no zip folder. */
function openPlain(
  { parts, screening, records }: Pick<DeliveryToOpen, "parts" | "screening" | "records">,
  { called, content }: PlainFile,
  tables: readonly TableFeed[],
): Promise<ScreenedFile> {
  const to = { file: called, tables, screening, records };
  const { format } = tables[0]!;
  if (format === "xlsx") return checkBook(to, content);
  if (format === "arrow") return checkArrow(to, content);
  if (format === "json" || format === "jsonl") return checkJsonFile(to, parts(content), format);
  if (format === "csv") return checkTextFile(to, parts(content));
  throw new NotReadHere("a Parquet file");
}

async function openArchive(of: DeliveryToOpen): Promise<ScreenedFile> {
  const { name, content, feed } = of;
  const directory = await readDirectory(content);
  if (directory.unsafe) return unopened({ code: "unsafe-archive", facts: { file: name, because: directory.unsafe } });
  const names = memberNames(directory.entries.map(({ fileName }) => fileName));
  if (!names) return unopened({ code: "unsafe-archive", facts: { file: name, because: "nested" } });
  const stray = strayMembers(feed, name, names);
  if (stray) return unopened(stray);
  const files: ScreenedFile[] = [];
  for (const [index, member] of names.entries()) {
    const { called, identifier } = memberCalled(name, member, index);
    if (identifier) {
      files.push(unopened({ code: "identifying-file-name", facts: { file: called, identifier } }));
      continue;
    }
    const unpacked = await unpackMember(content, directory.entries, member);
    if (!unpacked) return unopened({ code: "unsafe-archive", facts: { file: name, because: "broken" } });
    files.push(await openPlain(of, { called, content: unpacked }, memberTables(feed, member)));
  }
  return {
    faults: [...files.flatMap(({ faults }) => faults), ...missingMembers(feed, name, names)],
    tables: files.flatMap(({ tables }) => tables),
    texts: files.flatMap(({ texts }) => texts),
  };
}

/** A file out of a zip folder, unpacked in memory; null where it is not what the directory says. */
async function unpackMember(zip: Blob, entries: readonly ZipEntry[], member: string): Promise<Blob | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    const entry = entries.find(({ fileName }) => fileName === member)!;
    for await (const piece of unpack(zip, entry)) pieces.push(piece as Uint8Array<ArrayBuffer>);
    return new Blob(pieces);
  } catch (error) {
    if (error instanceof BrokenEntry) return null;
    throw error;
  }
}
