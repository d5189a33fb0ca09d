import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Door } from "../warehouse.ts";
import { LONGEST_CELL } from "./cell-place.ts";
import type { Fault } from "./fault.ts";
import { beginning, firstLine } from "./header.ts";
import { notOpened, type Opened, type OpenedFile } from "./opened.ts";
import { overlongCell } from "./overlong-cell.ts";
import { appendCells } from "./rejected-cells.ts";
import { type Staged, stageCsv } from "./stage-csv.ts";
import { separatorLine, textHeader } from "./text-header.ts";
import { copyWithoutBlanks } from "./without-blanks.ts";

/** Delimited text to be opened: a UTF-8 copy of a file, and what is agreed of it. */
export interface TextToOpen {
  id: string;
  name: string;
  copy: string;
  delimiter: string;
  /** Columns by which its header is known. */
  names: ReadonlySet<string>;
  /** Who says what separates the cells. */
  by: "mapping" | "format";
  /** More of a cell than this is no name. */
  longestName: number;
}

/** Opens delimited text under its header; with another delimiter than agreed it is stopped, and yet opened as it is. */
export async function openText(door: Door, text: TextToOpen): Promise<OpenedFile> {
  const { name, copy, delimiter: agreed } = text;
  const start = beginning(copy);
  const separator = separatorLine(start);
  if (separator && separator !== agreed)
    return notOpened({ code: "separator-line", facts: { file: name, separator, agreed } });
  const skipped = separator ? start.indexOf("\n") + 1 : 0;
  return (await openFrom(door, text, skipped)) ?? belowBlanks(door, text, skipped);
}

/** Opens text under its header, the first characters of it passed over, which are a line of their own; null when nothing but blanks begins it. */
async function openFrom(door: Door, text: TextToOpen, skipped: number): Promise<OpenedFile | null> {
  const { name, copy, delimiter: agreed } = text;
  const start = beginning(copy);
  const header = textHeader(start.slice(skipped), agreed, text.names, { titled: text.by === "mapping" });
  if (!header) return null;
  const from = skipped + header.start;
  const below = from === 0 ? copy : `${copy}.under`;
  if (from > 0) await copyFrom(copy, Buffer.byteLength(start.slice(0, from)), below);
  const above = header.above + (skipped > 0 ? 1 : 0);
  const faults: Fault[] =
    header.delimiter === agreed
      ? []
      : [{ code: "wrong-delimiter", facts: { file: name, seems: header.delimiter, agreed, by: text.by } }];
  return {
    tables: [
      {
        name,
        header: header.cells,
        faults,
        obstacles: (columns) => overlong(name, below, header.delimiter, columns, above),
        stage: (columns) => stageUnder(door, { ...text, copy: below }, { ...header, above }, columns),
      },
    ],
    faults: [],
  };
}

/** What is said of a table that is to be staged under a header. */
interface Under {
  delimiter: string;
  cells: readonly string[];
  above: number;
  aboveCells: readonly string[];
}

async function stageUnder(
  door: Door,
  { id, copy, longestName }: TextToOpen,
  under: Under,
  columns: readonly string[],
): Promise<Staged> {
  const { delimiter, cells, above, aboveCells } = under;
  const staged = await stageCsv(door, id, copy, columns, delimiter, above);
  // A quotation mark that is never closed makes one name of all that follows it.
  if (firstLine(copy) === null || cells.some((cell) => cell.length > longestName))
    await appendCells(door, staged.rejected, copy, 1, delimiter);
  await door.append(
    staged.rejected,
    { cell: "varchar" },
    aboveCells.map((cell) => ({ cell })),
  );
  return staged;
}

/** What is found in a file that begins with so many blanks that it has no header; it is stopped, and yet what stands below is screened. */
async function belowBlanks(door: Door, text: TextToOpen, skipped: number): Promise<OpenedFile> {
  const below = `${text.copy}.below`;
  const none: Opened = {
    name: text.name,
    header: null,
    faults: [],
    stage: () => Promise.reject(new Error("no header")),
  };
  const begun = await copyWithoutBlanks(text.copy, skipped, below, text.delimiter);
  const opened = begun ? await openFrom(door, { ...text, copy: below }, 0) : null;
  if (!opened) return { tables: [none], faults: [] };
  const blank: Fault = { code: "blank-beginning", facts: { file: text.name } };
  return {
    ...opened,
    tables: opened.tables.map((table) => ({ ...table, faults: [blank, ...table.faults] })),
  };
}

/** The first cell of a file that is too long for the file to be read. */
async function overlong(
  name: string,
  copy: string,
  delimiter: string,
  header: readonly string[],
  above: number,
): Promise<Fault[]> {
  const place = await overlongCell(copy, delimiter, LONGEST_CELL);
  if (!place) return [];
  const column = header[place.position - 1] || `column ${place.position}`;
  return [{ code: "overlong-cell", facts: { file: name, row: place.row + above, column, limit: LONGEST_CELL } }];
}

const copyFrom = (file: string, byte: number, to: string) =>
  pipeline(createReadStream(file, { start: byte, highWaterMark: 1 << 20 }), createWriteStream(to, { mode: 0o600 }));
