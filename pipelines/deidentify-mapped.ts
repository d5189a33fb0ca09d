import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Deidentified } from "./deidentify/deidentify.ts";
import type { Dropped } from "./deidentify/rewrite-file.ts";
import { writeTables } from "./deidentify/write/write-tables.ts";
import { type TokenKeys, type Tokens, tokensOf } from "./deidentify-cells.ts";
import { openTables } from "./deidentify-open.ts";
import { type CleanTable, cleanTable } from "./deidentify-table.ts";
import { isTableFeed } from "./feed-tables.ts";
import { matchesPattern } from "./file-pattern.ts";
import { memberTables, ownTables } from "./intake/archive/feed-members.ts";
import { baseName, isArchive } from "./intake/archive/member-names.ts";
import { archiveMembers } from "./intake/archive/members.ts";
import { unpackEntry } from "./intake/archive/unpack-entry.ts";
import type { Partner, TableFeed, TablesFeed } from "./network.ts";
import { intakeDoor } from "./receive/intake-door.ts";
import { identifierInFileName } from "./screen/screen-file-name.ts";
import { type Door, openWarehouse } from "./warehouse.ts";
import { writeZip, type ZipMember } from "./write-zip.ts";

/** What a partner's own files are de-identified with. */
export interface MappedOptions extends TokenKeys {
  /** A file, or a folder of files that fit the mapping's feeds. */
  from: string;
  /** Folder to make; it must not hold anything yet. */
  to: string;
  partner: Pick<Partner, "feeds">;
  /** A folder that is there for nothing else: what is read passes through it, and is gone from it in the end. */
  scratch: string;
}

/** One of the partner's files, the feed it is for, and where it goes. */
interface Task {
  file: string;
  feed: TableFeed | TablesFeed;
  to: string;
}

/** What the work on one file is done with: a door for what is read, and one for what is written. */
interface Tools {
  door: Door;
  writer: Door;
  tokens: Tokens;
  linked: boolean;
  work: string;
  done: Deidentified;
}

/**
 * Writes a partner's files again, each in its own format, with nothing but what its mapping gives a meaning: ids become keyed tokens,
 * dates of birth ages, ages above 90 are 90, and cells that would refuse the file are left empty. All files or none. The same mapping
 * reads what is written, but for tokens whose column's own name identifies: they are under the name of their field.
 */
export async function deidentifyMapped(options: MappedOptions): Promise<Deidentified> {
  const files = await filesOf(options);
  await refuseFull(options.to);
  await mkdir(path.dirname(path.resolve(options.to)), { recursive: true });
  const made = await mkdtemp(`${path.resolve(options.to)}.part-`);
  const intake = intakeDoor({ work: options.scratch }, "4GB");
  const leaving = path.join(options.scratch, "leaving");
  await mkdir(leaving, { recursive: true, mode: 0o700 });
  const writer = await openWarehouse(":memory:", {
    folders: [made, leaving],
    spill: path.join(options.scratch, "spill-leaving"),
  });
  try {
    const done: Deidentified = { files: 0, rows: 0, dropped: [] };
    const tools = { writer, tokens: tokensOf(options), linked: options.linkage !== undefined, done };
    for (const { file, feed } of files) {
      const task = { file, feed, to: path.join(made, path.basename(file)) };
      await intake.use((door, { work }) => rewrite(task, { ...tools, door, work }, leaving));
      done.files += 1;
    }
    await rmdir(options.to).catch(ignoreMissing);
    await rename(made, options.to);
    return done;
  } finally {
    await writer.close();
    await intake.close();
    for (const folder of [made, leaving]) await rm(folder, { recursive: true, force: true });
  }
}

/** The files with the one feed that each fits. */
async function filesOf({ from, partner }: MappedOptions): Promise<Omit<Task, "to">[]> {
  const whole = (await stat(from)).isDirectory();
  const files = whole ? (await readdir(from)).sort().map((name) => path.join(from, name)) : [from];
  const fitting = files.flatMap((file) => {
    const name = path.basename(file);
    const feeds = partner.feeds.filter((feed) => matchesPattern(name, feed.files));
    if (feeds.length > 1) throw new Error(`${name} fits several feeds: ${feeds.map(({ id }) => id).join(", ")}`);
    return feeds.map((feed) => {
      if (isTableFeed(feed)) return { file, feed };
      throw new Error(`the feed ${feed.id} is of ${feed.format}: name its folder without --mapping`);
    });
  });
  if (fitting.length === 0) throw new Error(`no file of ${from} fits a feed of the mapping`);
  for (const { file } of fitting) refuseName(path.basename(file));
  return fitting;
}

function refuseName(name: string) {
  const named = name
    .split("/")
    .map(identifierInFileName)
    .find((each) => each !== null);
  if (named) throw new Error(`a file is named for ${named}: give it a name that says nothing about a person`);
}

async function rewrite(task: Task, tools: Tools, leaving: string): Promise<void> {
  const name = path.basename(task.file);
  if (isArchive(name)) return rewriteArchive(task, tools, leaving);
  const feeds = ownTables(task.feed, name);
  if (feeds.length === 0) throw new Error(`${name} is for no table of the feed ${task.feed.id}`);
  await rewriteTables(task, name, feeds, tools, "file");
}

/** Rewrites a zip folder: its files that the mapping reads, under their own names. */
async function rewriteArchive({ file, feed, to }: Task, tools: Tools, leaving: string): Promise<void> {
  const name = path.basename(file);
  const members = await archiveMembers(file);
  if (members.unsafe)
    throw new Error(`${name} is no zip folder that is opened: ${members.unsafe.replaceAll("_", " ")}`);
  const written: ZipMember[] = [];
  for (const [index, member] of members.names.entries()) {
    const feeds = memberTables(feed, member);
    if (feeds.length === 0) {
      tools.done.dropped.push(unread(`${name}/${member}`));
      continue;
    }
    refuseName(member);
    const unpacked = path.join(tools.work, `member-${index}`);
    await unpackEntry(file, member, unpacked);
    const own = path.join(leaving, `${index}${path.extname(baseName(member))}`);
    await rewriteTables({ file: unpacked, feed, to: own }, `${name}/${member}`, feeds, tools, `member_${index}`);
    written.push({ name: member, file: own });
  }
  if (written.length === 0) throw new Error(`${name} holds nothing that the feed ${feed.id} reads`);
  writeZip(to, written);
  for (const each of written) await rm(each.file);
}

/** Rewrites one file that is no zip folder, and counts what is written and what is left out. */
async function rewriteTables(
  { file, feed, to }: Task,
  name: string,
  feeds: readonly TableFeed[],
  tools: Tools,
  id: string,
): Promise<void> {
  const { door, writer, work, done, tokens, linked } = tools;
  const raw = await openTables(door, feed, { id, name, path: file, copy: path.join(work, id), isSealed: false }, feeds);
  const tables: CleanTable[] = [];
  for (const table of raw.tables) tables.push(await cleanTable(table, { tokens, linked }));
  await writeTables(writer, to, feed, tables);
  for (const { count } of tables) done.rows += count();
  done.dropped.push(...tables.flatMap(({ dropped }) => dropped()), ...raw.unread.map(unread));
}

const unread = (file: string): Dropped => ({
  ...{ file, column: "(all of it)", identifier: "something the mapping does not read" },
});

async function refuseFull(folder: string) {
  const held = await readdir(folder).catch((error) => ignoreMissing(error) ?? []);
  if (held.length > 0) throw new Error(`the folder ${folder} is not empty: name a new one`);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
