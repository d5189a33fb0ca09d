import path from "node:path";
import type { TableFeed } from "../../pipelines/network.ts";
import { type Day, yearOf } from "./calendar.ts";
import { CsvFile } from "./csv-file.ts";
import { type Column, columnsOf, quoted } from "./dialect.ts";
import { type Manner, manners } from "./manner.ts";
import { type Mistake, mistakesIn, SENT_TWICE } from "./mistake.ts";
import type { SamplePartner } from "./partner.ts";
import { Random } from "./random.ts";
import type { Marks, Row } from "./row.ts";
import { type SheetFile, WorkbookFile } from "./workbook-file.ts";

/** Share of rows that are wrong on purpose. */
const WRONG = 0.007;

/** How many rows were written, and how many of them wrong, by reason. */
export interface Tally {
  rows: number;
  wrong: Record<string, number>;
}

/** Writes the records of one feed of one partner, in one file or one a year. */
export class FeedWriter {
  readonly tally: Tally = { rows: 0, wrong: {} };
  readonly #files = new Map<string, CsvFile | SheetFile>();
  readonly #feed: TableFeed;
  readonly #manner: Manner;
  readonly #columns: readonly Column[];
  readonly #misdated: readonly Column[];
  readonly #mistakes: readonly Mistake[];
  readonly #datedBy: string | undefined;
  readonly #random: Random;
  readonly #folder: string;
  /** The name of the one file, or what stands before and after the year in the names of several. */
  readonly #name: readonly [before: string, after?: string];

  /** Sheets of one workbook are written by several writers, so that they share the workbooks of their partner. */
  constructor(partner: SamplePartner, at: number, folder: string, seed: number, workbooks: Map<string, WorkbookFile>) {
    this.#feed = partner.feeds[at]!;
    this.#manner = manners[partner.id] ?? {};
    this.#columns = columnsOf(this.#feed, this.#manner, this.#feed.dates);
    this.#misdated = columnsOf(this.#feed, this.#manner, this.#feed.dates === "YYYYMMDD" ? "DD.MM.YYYY" : "YYYYMMDD");
    this.#mistakes = mistakesIn(this.#feed.record, this.#columns);
    this.#datedBy = this.#columns.find(({ field }) => field?.type === "date" || field?.type === "month")?.field?.name;
    this.#random = new Random(seed, partner.number, at, 13);
    this.#folder = folder;
    this.#name = this.#feed.files.split("*") as [string, string?];
    if (this.#feed.format === "xlsx") this.#files.set(this.#feed.files, this.#sheet(workbooks));
  }

  /** Writes one record, now and then with a mistake. */
  write(row: Row, marks?: Marks): void {
    const name = this.#fileName(row);
    const broken = name === this.#manner.brokenFile;
    const cells = (broken ? this.#misdated : this.#columns).map((column) => column.write(row, this.#random, marks));
    if (broken) this.#count("broken_file");
    const twice = !broken && this.#random.chance(WRONG) && this.#spoil(cells, row) === SENT_TWICE;
    const line = this.#line(cells);
    this.#file(name).write(twice ? line + line : line);
    this.tally.rows += twice ? 2 : 1;
  }

  /** Finishes the files and says how large they are; a workbook counts with the last of its sheets. */
  async close(): Promise<{ files: number; bytes: number }> {
    const bytes = [];
    for (const file of this.#files.values()) bytes.push(await file.close());
    return { files: bytes.filter((size) => size > 0).length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
  }

  #spoil(cells: string[], row: Row): string {
    const { reason, make } = this.#random.pick(this.#mistakes);
    make({ cells, row, dates: this.#feed.dates, random: this.#random });
    this.#count(reason);
    return reason;
  }

  #count(reason: string): void {
    this.tally.wrong[reason] = (this.tally.wrong[reason] ?? 0) + 1;
  }

  #fileName(row: Row): string {
    const [before, after] = this.#name;
    return after === undefined ? before : before + yearOf(row[this.#datedBy!] as Day) + after;
  }

  #sheet(workbooks: Map<string, WorkbookFile>): SheetFile {
    const { files } = this.#feed;
    const workbook = workbooks.get(files) ?? new WorkbookFile(path.join(this.#folder, files));
    workbooks.set(files, workbook);
    return workbook.sheet(this.#feed, this.#columns, this.#manner.titles?.[files]);
  }

  #file(name: string): CsvFile | SheetFile {
    let file = this.#files.get(name);
    if (!file) {
      const text = new CsvFile(path.join(this.#folder, name), this.#feed.encoding);
      text.write((this.#manner.byteOrderMark ? "\ufeff" : "") + this.#line(this.#headings()));
      this.#files.set(name, text);
      file = text;
    }
    return file;
  }

  #headings(): string[] {
    return this.#columns.map(({ heading }) => quoted(heading, this.#feed, this.#manner));
  }

  #line(cells: readonly string[]): string {
    const end = this.#manner.lineEnd ?? "\n";
    if (this.#manner.quotesAll) return `"${cells.join(`"${this.#feed.delimiter}"`)}"${end}`;
    return cells.join(this.#feed.delimiter) + end;
  }
}
