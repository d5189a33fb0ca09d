import { cellText } from "../../../models/contract/cell-text.ts";
import { LooseCells } from "../../intake/loose-cells.ts";
import type { MisfitFinding } from "../../screen/identifier-finding.ts";
import { judgeMisfits } from "../../screen/judge-misfits.ts";
import { ColumnScreen } from "./column-screen.ts";
import { keptText } from "./rejected-text.ts";

/** Screens what stands in records that do not fit the header, and in all that follows one too long to be kept. */
export class MisfitScreen {
  readonly #delimiter: string;
  readonly #screen = new ColumnScreen();
  #loose: LooseCells | null = null;
  #rows = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** A cell that stands in no column. */
  screen(cell: string | null): void {
    this.#screen.add(cell);
  }

  /** A rejected record's text; `onward` is the file from there on as far as it has been read. Gives the lines lost with it. */
  add(text: string, onward: string): number {
    this.#rows += 1;
    const { text: kept, lines, cut } = keptText(text);
    for (const cell of kept.replaceAll("\n", this.#delimiter).split(this.#delimiter))
      this.screen(cellText(cell.replaceAll(/^ +| +$/g, "").replaceAll(/^"+|"+$/g, "")));
    if (cut && !this.#loose) this.screenFrom(onward);
    return lines;
  }

  /** From here on everything is screened, whatever becomes of it. */
  screenFrom(text: string): void {
    this.#loose = new LooseCells(this.#delimiter);
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
