import path from "node:path";
import type { Finding } from "../findings.ts";
import { columnFaults } from "../intake/columns.ts";
import { firstLine, readHeader } from "../intake/header.ts";
import { checkExport, hmisColumns } from "../intake/hmis.ts";
import { agreedColumns } from "../intake/map-table.ts";
import { LONGEST_CELL, overlongCell } from "../intake/overlong-cell.ts";
import { type Encoding, readText, type TextRead } from "../intake/read-text.ts";
import { appendCells } from "../intake/rejected-cells.ts";
import { seemingDelimiter, separatorLine } from "../intake/seeming-delimiter.ts";
import { headerFaults, type Staged, stageCsv } from "../intake/stage-csv.ts";
import { copyWithoutBlanks } from "../intake/without-blanks.ts";
import type { Feed } from "../network.ts";
import type { Delivery } from "../pull/deliveries.ts";
import { LONGEST_NAME, screenHeader } from "../screen/screen-header.ts";
import { screenRejected } from "../screen/screen-rejected.ts";
import { screenValues } from "../screen/screen-values.ts";
import type { Door } from "../warehouse.ts";

/** A delivery read and screened: the files that could be read, their tables by file name, and everything found. */
export interface ScreenedDelivery {
  files: { name: string; hash: string; bytes: number }[];
  staged: Map<string, Staged>;
  findings: Finding[];
}

type Fault = Pick<Finding, "code" | "facts">;

/** Reads every file of a delivery into a table of text and screens its header and its values for identifiers. */
export async function screenDelivery(door: Door, delivery: Delivery, work: string): Promise<ScreenedDelivery> {
  const { partner, feed } = delivery;
  const read: ScreenedDelivery = { files: [], staged: new Map(), findings: [] };
  const say = (faults: readonly Fault[]) => {
    for (const fault of faults) read.findings.push({ ...fault, partner: partner.id, feed: feed.id } as Finding);
  };
  for (const [index, file] of delivery.files.entries()) {
    if (file.named_for) {
      say([{ code: "identifying-file-name", facts: { file: file.name, identifier: file.named_for } }]);
      continue;
    }
    const copy = path.join(work, `${index}.csv`);
    const text = await readText(file.path, copy, encodingOf(feed));
    if (text.fault) {
      say(await unreadable(file, copy, text.fault, feed));
      continue;
    }
    read.files.push({ name: file.name, hash: text.hash, bytes: text.bytes });
    const { table, faults } = await stageAndScreen(door, String(index), file.name, copy, feed);
    say(faults);
    if (table) read.staged.set(file.name, table);
  }
  if (feed.format !== "csv") say(await checkWhole(door, delivery, read));
  return read;
}

/** What is wrong with an export as a whole; while a file cannot be read, only whether it says that it is not de-identified. */
async function checkWhole(door: Door, delivery: Delivery, { staged }: ScreenedDelivery): Promise<Fault[]> {
  const faults: Fault[] = await checkExport(door, tableNames(staged));
  return staged.size === delivery.files.length ? faults : faults.filter(({ code }) => code === "unhashed-export");
}

/** The staged tables by file name. */
export const tableNames = (staged: ReadonlyMap<string, Staged>) =>
  new Map([...staged].map(([name, { table }]) => [name, table]));

const encodingOf = (feed: Feed): Encoding => (feed.format === "csv" ? feed.encoding : "utf-8");
const delimiterOf = (feed: Feed) => (feed.format === "csv" ? feed.delimiter : ",");

const agreedOf = (feed: Feed): ReadonlySet<string> =>
  new Set(feed.format === "csv" ? [...agreedColumns(feed).map(({ column }) => column), ...feed.ignore] : []);

/** Columns by which a file of a feed is known. */
const knownOf = (feed: Feed) => (feed.format === "csv" ? agreedOf(feed) : hmisColumns);

/** A file as it comes to be read: its name, the copy of it that is read, and what separates its cells. */
interface Copied {
  id: string;
  name: string;
  copy: string;
  delimiter: string;
}

interface Screened {
  table: Staged | null;
  faults: Fault[];
}

/** Screens a file with the delimiter it seems to have; with another than agreed it is stopped, and yet screened. */
async function stageAndScreen(door: Door, id: string, name: string, copy: string, feed: Feed): Promise<Screened> {
  const agreed = delimiterOf(feed);
  const separator = separatorLine(copy);
  if (separator) return { table: null, faults: [{ code: "separator-line", facts: { file: name, separator, agreed } }] };
  const seems = seemingDelimiter(copy, agreed, knownOf(feed));
  const { table, faults } = await screenCopy(door, { id, name, copy, delimiter: seems ?? agreed }, feed);
  if (!seems) return { table, faults };
  const by = feed.format === "csv" ? "mapping" : "format";
  return { table: null, faults: [{ code: "wrong-delimiter", facts: { file: name, seems, agreed, by } }, ...faults] };
}

async function screenCopy(door: Door, copied: Copied, feed: Feed): Promise<Screened> {
  const { id, name, copy, delimiter } = copied;
  const names = readHeader(copy, delimiter);
  if (!names) return belowBlanks(door, copied, feed);
  // A quotation mark that is never closed makes one name of all that follows it, and data is never quoted.
  const header = shownHeader(names, agreedOf(feed));
  if (feed.format === "csv" && !header.some((column) => agreedOf(feed).has(column))) {
    return { table: null, faults: [{ code: "no-agreed-column", facts: { file: name, columns: header.length } }] };
  }
  const wrong = headerFaults(name, header);
  const named = screenHeader(name, names, agreedOf(feed));
  const differs = feed.format === "csv" ? columnFaults(name, header, feed) : [];
  const long = await overlong(copied, header);
  if (long.length > 0) return { table: null, faults: [...named, ...long] };
  // A header that cannot name the columns of a table is stopped, and yet what stands under it is screened.
  const columns = wrong.length === 0 ? header : header.map((_, index) => `column ${index + 1}`);
  const table = await stageCsv(door, id, copy, columns, delimiter);
  if (firstLine(copy) === null || !names.every(isName)) await appendCells(door, table.rejected, copy, 1, delimiter);
  const found = new Set(named.map(({ facts }) => facts.column));
  const held = [
    ...(await screenStaged(door, table, name, header, found)),
    ...(await screenRejected(door, table.rejected, table.faults, name)),
  ];
  if (wrong.length > 0) return { table: null, faults: [...wrong, ...named, ...held] };
  return { table, faults: [...named, ...held, ...differs] };
}

const isName = (column: string) => column.length <= LONGEST_NAME;

/** The names of columns as they may be said: from a name of several lines on, whatever is not agreed may be data that an open quotation mark has drawn in. */
function shownHeader(names: readonly string[], agreed: ReadonlySet<string>): string[] {
  const drawnIn = names.findIndex((name) => /[\r\n]/.test(name) && !agreed.has(name));
  const isShown = (name: string, index: number) =>
    agreed.has(name) || (isName(name) && (drawnIn < 0 || index < drawnIn));
  return names.map((name, index) => (isShown(name, index) ? name : `column ${index + 1}`));
}

/** What is found in a file that begins with so many blanks that it has no header; it is stopped, and yet what stands below is screened. */
async function belowBlanks(door: Door, copied: Copied, feed: Feed): Promise<Screened> {
  const { name, copy } = copied;
  const below = `${copy}.below`;
  if (!(await copyWithoutBlanks(copy, below))) return { table: null, faults: headerFaults(name, null) };
  const { faults } = await screenCopy(door, { ...copied, copy: below }, feed);
  return { table: null, faults: [{ code: "blank-beginning", facts: { file: name } }, ...faults] };
}

/** The first cell of a file that is too long for the file to be read. */
async function overlong({ name, copy, delimiter }: Copied, header: readonly string[]): Promise<Fault[]> {
  const place = await overlongCell(copy, delimiter, LONGEST_CELL);
  if (!place) return [];
  const column = header[place.position - 1] || `column ${place.position}`;
  return [{ code: "overlong-cell", facts: { file: name, row: place.row, column, limit: LONGEST_CELL } }];
}

/** Identifiers among the values of a staged file, but for the columns found by their names; columns go by the header's names. */
async function screenStaged(
  door: Door,
  { table, columns }: Staged,
  name: string,
  header: readonly string[],
  found: ReadonlySet<string>,
): Promise<Fault[]> {
  const called = new Map(columns.map((column, index) => [column, header[index] || column]));
  const others = columns.filter((column) => !found.has(called.get(column)!));
  const held = await screenValues(door, table, name, others);
  return held.map(({ code, facts }) => ({ code, facts: { ...facts, column: called.get(facts.column) } }) as Fault);
}

/** A file in another encoding than agreed still has a header, and an identifying column in it is still named. */
async function unreadable(
  file: { name: string; path: string },
  copy: string,
  fault: NonNullable<TextRead["fault"]>,
  feed: Feed,
): Promise<Fault[]> {
  const encoding = encodingOf(feed);
  const found = { code: fault.code, facts: { file: file.name, row: fault.row, encoding } } as Fault;
  if (fault.code === "not-text") return [found];
  await readText(file.path, copy, "windows-1252");
  const delimiter = seemingDelimiter(copy, delimiterOf(feed), knownOf(feed)) ?? delimiterOf(feed);
  return [found, ...screenHeader(file.name, readHeader(copy, delimiter) ?? [], agreedOf(feed))];
}
