import { cellText } from "../../../models/contract/cell-text.ts";
import { type CellPlace, LONGEST_CELL } from "../../intake/cell-place.ts";
import type { Fault } from "../../intake/fault.ts";
import { LONGEST_RECORD, type RecordFault, RecordScanner } from "../../intake/scan-records.ts";
import type { OpenTable } from "./open-table.ts";
import { OverlongText, overlongIn } from "./overlong-text.ts";

/** How the text under a header is read. */
export interface TableReading {
  file: string;
  table: OpenTable;
  delimiter: string;
  /** What stands above the header: so many records, and what their cells say. */
  above: { records: number; cells: readonly string[] };
  /** Whether all is screened whatever becomes of it, the header being none that ends. */
  loose: boolean;
  /** What stops the table whatever is in it. */
  before: readonly Fault[];
}

/** Reads, screens and checks the rows of delimited text from its header on, in parts. */
export class TableCheck {
  #overlong: CellPlace | null = null;
  readonly #reading: TableReading;
  readonly #long: OverlongText;
  readonly #scanner: RecordScanner;

  constructor(reading: TableReading) {
    const { table, delimiter, above, loose } = reading;
    this.#reading = reading;
    for (const cell of above.cells) table.screen.misfits.screen(cell);
    if (loose) table.screen.misfits.screenFrom("", delimiter);
    this.#long = new OverlongText(delimiter, LONGEST_CELL);
    this.#scanner = new RecordScanner(table.header.length, delimiter, {
      record: (record, cells) => this.#fits(record, cells.map(cellText)),
      fault: (record, fault, text, onward) => this.#lost(record, fault, text, onward),
    });
  }

  add(part: string): void {
    this.#overlong ??= this.#long.add(part);
    if (this.#overlong) return;
    this.#reading.table.screen.misfits.read(part);
    this.#scanner.add(part);
  }

  /** Everything found. */
  end(): Fault[] {
    const { file, table, above, before } = this.#reading;
    if (!this.#overlong) {
      this.#scanner.end();
      return table.end();
    }
    const { row, position } = this.#overlong;
    const column = table.header[position - 1] || `column ${position}`;
    const facts = { file, row: row + above.records, column, limit: LONGEST_CELL };
    return [...before, ...table.named, { code: "overlong-cell", facts }];
  }

  #fits(record: number, cells: readonly (string | null)[]) {
    const { table, above } = this.#reading;
    table.screen.add(cells);
    for (const check of table.checks) check.add(above.records + record, cells);
  }

  #lost(record: number, fault: RecordFault, text: string, onward: string) {
    const { table, delimiter, above } = this.#reading;
    const lines = table.screen.misfits.add(text, onward, delimiter);
    const place = fault === "too_wide" ? overlongIn(text, delimiter, LONGEST_RECORD) : null;
    const column = (place && table.header[place - 1]) || null;
    for (const check of table.checks) check.lose(above.records + record, fault, lines, column);
  }
}
