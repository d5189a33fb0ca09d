import { cellText } from "../../../models/contract/cell-text.ts";
import { type CellPlace, LONGEST_CELL } from "../../intake/cell-place.ts";
import { LONGEST_RECORD, type RecordFault, RecordScanner } from "../../intake/scan-records.ts";
import type { MisfitFinding, ValuesFinding } from "../../screen/identifier-finding.ts";
import { judgeColumns } from "../../screen/judge-columns.ts";
import type { Screening } from "../../screen/profile.ts";
import { ColumnScreen } from "./column-screen.ts";
import { MisfitScreen } from "./misfit-screen.ts";
import { OverlongText, overlongIn } from "./overlong-text.ts";
import { ProfileScreen } from "./profile-screen.ts";
import type { RowChecks } from "./row-checks.ts";

/** How the rows under a header are read. */
export interface TableReading {
  header: readonly string[];
  delimiter: string;
  /** What stands above it: so many records, and what their cells say. */
  above: { records: number; cells: readonly string[] };
  /** The name each column goes by in what is said. */
  called: readonly string[];
  screening: Screening;
  /** Whether all is screened whatever becomes of it, the header being none that ends. */
  loose: boolean;
  /** What the rows are checked with; null where nothing would be made of them. */
  checks: RowChecks | null;
}

/** Reads, screens and checks the rows of a table from its header on, in parts. */
export class TableCheck {
  overlong: CellPlace | null = null;
  readonly #reading: TableReading;
  readonly #columns: readonly ColumnScreen[];
  readonly #profiles: readonly ProfileScreen[];
  readonly #misfits: MisfitScreen;
  readonly #long: OverlongText;
  readonly #scanner: RecordScanner;

  constructor(reading: TableReading) {
    const { header, called, delimiter, above, loose, screening } = reading;
    this.#reading = reading;
    this.#columns = header.map(() => new ColumnScreen());
    this.#profiles = called.map((column) => new ProfileScreen(column, screening));
    this.#misfits = new MisfitScreen(delimiter);
    for (const cell of above.cells) this.#misfits.screen(cell);
    if (loose) this.#misfits.screenFrom("");
    this.#long = new OverlongText(delimiter, LONGEST_CELL);
    this.#scanner = new RecordScanner(header.length, delimiter, {
      record: (record, cells) => this.#fits(record, cells),
      fault: (record, fault, text, onward) => this.#lost(record, fault, text, onward),
    });
  }

  add(part: string): void {
    if (this.overlong) return;
    this.overlong = this.#long.add(part);
    if (this.overlong) return;
    this.#misfits.read(part);
    this.#scanner.add(part);
  }

  end(): void {
    if (!this.overlong) this.#scanner.end();
  }

  /** Identifiers among the values, but for those of columns passed over. */
  identifiers(file: string, passed: ReadonlySet<string>): (ValuesFinding | MisfitFinding)[] {
    const { called, screening } = this.#reading;
    const others = [...called.keys()].filter((at) => !passed.has(called[at]!));
    const found = others.map((at) => this.#columns[at]!.found(file, called[at]!));
    const unknown = others.filter((_, place) => found[place]!.length === 0);
    const rest = unknown.map((at) => this.#columns[at]!.tallied(called[at]!));
    const shaped = rest.filter(({ tallies }) => tallies.length > 0);
    const judged = judgeColumns(shaped, screening.states).map(
      (facts): ValuesFinding => ({ code: "identifier-values", facts: { file, ...facts } }),
    );
    const barred = others.flatMap((at) => this.#profiles[at]!.found(file));
    return [...found.flat(), ...judged, ...barred, ...this.#misfits.end(file)];
  }

  #fits(record: number, texts: readonly string[]) {
    const cells = texts.map(cellText);
    for (let at = 0; at < cells.length; at++) {
      this.#columns[at]!.add(cells[at]!);
      this.#profiles[at]!.add(cells[at]!);
    }
    this.#reading.checks?.add(this.#reading.above.records + record, cells);
  }

  #lost(record: number, fault: RecordFault, text: string, onward: string) {
    const lines = this.#misfits.add(text, onward);
    const { header, delimiter, above, checks } = this.#reading;
    const place = fault === "too_wide" ? overlongIn(text, delimiter, LONGEST_RECORD) : null;
    checks?.lose(above.records + record, fault, lines, (place && header[place - 1]) || null);
  }
}
