import { writeFileSync } from "node:fs";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { recordAt } from "../../pipelines/intake/first-record.ts";
import type { TableFeed } from "../../pipelines/network.ts";
import type { Column } from "./dialect.ts";

/** The same bytes whenever it is made. */
const MADE = { created: new Date(0), modified: new Date(0) };

/** A workbook that is written when the last of its sheets is closed, unless none of them holds a row. */
export class WorkbookFile {
  readonly #path: string;
  readonly #sheets: SheetFile[] = [];
  #open = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds a sheet, under a title where it has one. */
  sheet(feed: TableFeed, columns: readonly Column[], title: string | undefined): SheetFile {
    const sheet = new SheetFile(feed, columns, title, () => this.#closeOne());
    this.#sheets.push(sheet);
    this.#open += 1;
    return sheet;
  }

  async #closeOne(): Promise<number> {
    this.#open -= 1;
    if (this.#open > 0 || !this.#sheets.some(({ filled }) => filled)) return 0;
    const bytes = await writeXlsx({ sheets: this.#sheets.map((sheet) => sheet.asSheet()), properties: MADE });
    writeFileSync(this.#path, bytes);
    return bytes.length;
  }
}

/** A sheet of a workbook, its rows given as lines of text. */
export class SheetFile {
  filled = false;
  readonly #feed: TableFeed;
  readonly #columns: readonly Column[];
  readonly #rows: CellValue[][];
  readonly #titles: number;
  readonly #closed: () => Promise<number>;

  constructor(feed: TableFeed, columns: readonly Column[], title: string | undefined, closed: () => Promise<number>) {
    this.#feed = feed;
    this.#columns = columns;
    this.#closed = closed;
    this.#rows = title === undefined ? [] : [[title], []];
    this.#titles = this.#rows.length;
    this.#rows.push(columns.map(({ heading }) => heading));
  }

  /** Adds the rows of a text. One with too few cells lost its first: in a sheet the last would just be empty. */
  write(text: string): void {
    this.filled = true;
    for (let start = 0; start < text.length; ) {
      const { cells, end } = recordAt(text, this.#feed.delimiter, start);
      const whole = cells.length < this.#columns.length ? ["", ...cells] : cells;
      this.#rows.push(whole.map((cell, at) => storedAs(cell, this.#columns[at])));
      start = end;
    }
  }

  /** Closes the sheet; bytes of the workbook when it was the last one, else 0. */
  close(): Promise<number> {
    return this.#closed();
  }

  asSheet(): WriteSheet {
    const last = Math.max(1, this.#columns.length - 1);
    const merges = this.#titles > 0 ? [{ startRow: 0, endRow: 0, startCol: 0, endCol: last }] : [];
    return { name: this.#feed.sheet ?? "Sheet1", rows: this.#rows, merges };
  }
}

/** A cell as a spreadsheet stores it: days and whole numbers as what they are, everything else as text. */
function storedAs(text: string, column: Column | undefined): CellValue {
  if (text === "") return null;
  if (column?.field?.type === "integer" && /^\d{1,9}$/.test(text)) return Number(text);
  return (column?.field?.type === "date" && dayOf(text)) || text;
}

function dayOf(text: string): Date | null {
  const [, american, iso] = /^(\d\d\/\d\d\/\d{4})$|^(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  const written = iso ?? american?.replace(/(\d\d)\/(\d\d)\/(\d{4})/, "$3-$1-$2");
  const day = written ? new Date(`${written}T00:00:00Z`) : null;
  return day?.toISOString().startsWith(written!) ? day : null;
}
