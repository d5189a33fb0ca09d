import { cellText } from "../../../models/contract/cell-text.ts";
import { LooseCells } from "../../intake/loose-cells.ts";
import type { MisfitFinding } from "../../screen/identifier-finding.ts";
import { judgeMisfits } from "../../screen/judge-misfits.ts";
import { ColumnScreen } from "./column-screen.ts";
import { keptText } from "./rejected-text.ts";

/** Screens what stands in records that do not fit the header, and in all that follows one too long to be kept. */
export class MisfitScreen {
  readonly #screen = new ColumnScreen();
  #loose: LooseCells | null = null;
  #rows = 0;

  /** A cell that stands in no column. */
  screen(cell: string | null): void {
    this.#screen.add(cell);
  }

  /** A row that does not fit the header, as cells. */
  addCells(cells: readonly (string | null)[]): void {
    this.#rows += 1;
    for (const cell of cells) this.screen(cell);
  }

  /** A rejected record's text; `onward` is the file from there on as far as it has been read. Gives the lines lost with it. */
  add(text: string, onward: string, delimiter: string): number {
    const { text: kept, lines, cut } = keptText(text);
    const cells = kept.replaceAll("\n", delimiter).split(delimiter);
    this.addCells(cells.map((cell) => cellText(cell.replaceAll(/^ +| +$/g, "").replaceAll(/^"+|"+$/g, ""))));
    if (cut && !this.#loose) this.screenFrom(onward, delimiter);
    return lines;
  }

  /** From here on everything is screened, whatever becomes of it. */
  screenFrom(text: string, delimiter: string): void {
    this.#loose = new LooseCells(delimiter);
    this.read(text);
  }

  /** The file's next part. */
  read(part: string): void {
    for (const cell of this.#loose?.add(part) ?? []) this.screen(cell);
  }

  end(file: string): MisfitFinding[] {
    for (const cell of this.#loose?.end() ?? []) this.screen(cell);
    const most = Math.max(1, this.#rows);
    const alone = this.#screen.found(file, "cell").map(({ facts }) => facts);
    const together = judgeMisfits(this.#screen.tallied("cell").tallies);
    const found = [...alone.filter(({ identifier }) => identifier !== "free text"), ...together];
    return found.map(({ identifier, rows }) => ({
      code: "identifier-in-misfits",
      facts: { file, identifier, rows: Math.min(rows, most) },
    }));
  }
}
