import { isWide, widthOf } from "../../models/relations/criterion.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import type { Worlds } from "../interval-solver.ts";
import type { Draft, State } from "./draft.ts";

/** What a protection run did, for the operator: counts and shares only, no value of a cell. */
export interface ProtectionReport {
  cells: number;
  shown: number;
  primary: number;
  complementary: number;
  unsettled: number;
  /** Of the cells that are not zero, could be shown, and are. */
  shownCellsShare: number;
  /** The same in people. */
  shownPeopleShare: number;
  /** People between the least and most that a withheld cell could be, in the worlds found, where these were needed: the smallest of all; null when nothing was. */
  narrowest: number | null;
  solved: number;
  seconds: number;
}

/** Adds up the report over the systems of a run. */
export class Tally {
  figures = 0;
  private counts = { shown: 0, primary: 0, complementary: 0, unsettled: 0, hidden: 0, absent: 0 };
  private nonzero = { cells: 0, people: 0, shownCells: 0, shownPeople: 0 };
  private narrowest: number | null = null;

  add({ system, state, value, unknown, protection, figures }: Draft, { low, high }: Worlds): void {
    for (const cell of system.cells.keys()) {
      if (!unknown[cell] || !isWide(low[cell]!, high[cell]!, protection)) continue;
      this.narrowest = Math.min(this.narrowest ?? Number.POSITIVE_INFINITY, widthOf(low[cell]!, high[cell]!));
    }
    for (const [address, cell] of system.figures) {
      if (system.cells[cell]!.role === "then") continue;
      this.figures++;
      if (system.cells[cell]!.role !== "printed") continue;
      const isUnsettled = figures.get(address)!.reason === "not_yet_settled";
      this.count(isUnsettled ? "unsettled" : state[cell]!, value[cell]!);
    }
  }

  /** Figures that are not shown whatever else is. */
  addLeftOut(figures: readonly FigureTable[], isPrinted: (part: string) => boolean): void {
    this.figures += figures.length;
    for (const { part, value, reason } of figures) {
      if (isPrinted(part))
        this.count(reason === null ? "primary" : reason === "not_yet_settled" ? "unsettled" : "absent", value);
    }
  }

  private count(is: State, value: number): void {
    this.counts[is]++;
    if (is === "absent" || is === "unsettled" || value === 0) return;
    this.nonzero.cells++;
    this.nonzero.people += value;
    if (is !== "shown") return;
    this.nonzero.shownCells++;
    this.nonzero.shownPeople += value;
  }

  report(solved: number, seconds: number): ProtectionReport {
    const { shown, primary, complementary, unsettled, absent } = this.counts;
    const { cells, people, shownCells, shownPeople } = this.nonzero;
    return {
      cells: shown + primary + complementary + unsettled + absent,
      shown,
      primary,
      complementary,
      unsettled,
      shownCellsShare: cells === 0 ? 1 : shownCells / cells,
      shownPeopleShare: people === 0 ? 1 : shownPeople / people,
      narrowest: this.narrowest,
      solved,
      seconds,
    };
  }
}
