import path from "node:path";
import { baseName, isArchive } from "../intake/archive/member-names.ts";
import { archiveMembers } from "../intake/archive/members.ts";
import { unpackEntry } from "../intake/archive/unpack-entry.ts";
import { openArrow } from "../intake/open-arrow.ts";
import { openJson } from "../intake/open-json.ts";
import { openParquet } from "../intake/open-parquet.ts";
import { copyHashed, readText } from "../intake/read-text.ts";
import type { Feed } from "../network.ts";
import { identifierInFileName } from "../screen/screen-file-name.ts";
import type { Door } from "../warehouse.ts";
import { formatOf } from "./format-of.ts";
import { isHmisExport, isHmisName } from "./is-hmis-export.ts";
import { isParticipantRecord } from "./is-participant-record.ts";
import { seenBook } from "./seen-book.ts";
import { seenCsv } from "./seen-csv.ts";

/** A table in a file: where it is, if there are several, and the names of its columns. */
export interface SeenTable {
  /** The file of a zip folder it is in, without the folders around it. */
  inside?: string;
  sheet?: string;
  header: readonly string[];
}

/** What a file seems to be, before anything is screened: how it is written, as settings of a feed, and its tables. */
export interface SeenFile {
  format: Feed["format"];
  /** Formats of its files, where a zip folder has several. */
  formats: readonly Feed["format"][];
  encoding: string;
  delimiter: string;
  tables: readonly SeenTable[];
  /** Sheets that are no tables, by what they may be called. */
  others: readonly string[];
}

/** A file to look at: its name, where it is, and where its copies go. */
interface FileToSee {
  id: string;
  name: string;
  from: string;
  copy: string;
}

/** Looks at a file of a partner, or at each of the files in a zip folder. What cannot be opened has no table. */
export async function seenFile(door: Door, from: string, work: string): Promise<SeenFile> {
  const name = path.basename(from);
  const file = { id: "seen", name, from, copy: path.join(work, "seen") };
  return isArchive(name) ? seenArchive(door, file) : seenPlain(door, file);
}

async function seenArchive(door: Door, { from, copy }: FileToSee): Promise<SeenFile> {
  await copyHashed(from, copy);
  const members = await archiveMembers(copy);
  if (members.unsafe) return joined([]);
  const names = members.names.filter((name) => name.split("/").every((part) => identifierInFileName(part) === null));
  const exported = names.find((name) => isHmisName(baseName(name)));
  if (exported && (await unpacks(copy, exported, `${copy}-export`)) && isHmisExport(`${copy}-export`))
    return { ...joined([]), format: "hmis_csv" };
  const seen: SeenFile[] = [];
  for (const [index, member] of names.entries()) {
    const unpacked = `${copy}-${index}`;
    if (!(await unpacks(copy, member, unpacked))) return joined([]);
    const name = baseName(member);
    const file = await seenPlain(door, { id: `seen_${index}`, name, from: unpacked, copy: `${unpacked}.copy` });
    const inside = file.tables.map((table) => ({ ...table, inside: name }));
    seen.push({ ...file, tables: inside, others: file.others.map((other) => `${name}/${other}`) });
  }
  return joined(seen);
}

/** Unpacks a file of a zip folder; false where it cannot be. */
const unpacks = (archive: string, member: string, to: string) =>
  unpackEntry(archive, member, to).then(
    () => true,
    () => false,
  );

/** A zip folder's files as one: a feed has one format, one encoding and one delimiter. */
function joined(seen: readonly SeenFile[]): SeenFile {
  const formats = [...new Set(seen.map(({ format }) => format))];
  return {
    format: formats[0] ?? "csv",
    formats,
    encoding: seen.find(({ encoding }) => encoding !== "utf-8")?.encoding ?? "utf-8",
    delimiter: seen.find(({ tables }) => tables.some(({ header }) => header.length > 1))?.delimiter ?? ",",
    tables: seen.flatMap(({ tables }) => tables),
    others: seen.flatMap(({ others }) => others),
  };
}

async function seenPlain(door: Door, file: FileToSee): Promise<SeenFile> {
  const format = formatOf(file.from, file.name);
  const plain = { format, formats: [format], encoding: "utf-8", delimiter: ",", tables: [], others: [] };
  if (format === "csv") {
    const { encoding, delimiter, header } = await seenCsv(file.from, file.copy);
    const record = isParticipantRecord(header) ? ("wioa_pirl" as const) : format;
    return { ...plain, format: record, formats: [record], encoding, delimiter, tables: [{ header }] };
  }
  if (format === "xlsx") {
    await copyHashed(file.from, file.copy);
    const { sheets, others } = await seenBook(file.copy);
    return { ...plain, tables: sheets, others: others.map((place) => `sheet ${place}`) };
  }
  const opened = await openTyped(door, file, format);
  return { ...plain, tables: opened.tables.flatMap(({ header }) => (header ? [{ header }] : [])) };
}

async function openTyped(door: Door, file: FileToSee, format: "json" | "jsonl" | "parquet" | "arrow") {
  if (format === "json" || format === "jsonl") {
    const { fault } = await readText(file.from, file.copy, "utf-8");
    return fault ? { tables: [] } : openJson(door, file, format);
  }
  await copyHashed(file.from, file.copy);
  return (format === "parquet" ? openParquet : openArrow)(door, file);
}
