import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell, PublishedRate } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { collectorsOf } from "../../models/relations/collectors.ts";
import type { Protection as Criterion } from "../../models/relations/criterion.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import { loadIntervalSolver } from "../interval-solver.ts";
import { cellsOfDraft } from "./cells.ts";
import { draftOf } from "./draft.ts";
import { giveBack, withholdInGroups } from "./group-rule.ts";
import { ratesOf } from "./rates.ts";
import { type ProtectionReport, Tally } from "./report.ts";
import { settle } from "./settle.ts";
import { withholdThinCuts } from "./thin-cuts.ts";

/** What a network decided to protect: see `Protection` in models/relations/criterion.ts; no rate rests on fewer people than `minimumDenominator`. */
export interface ProtectionSettings extends Criterion {
  minimumDenominator: number;
}

/** What may be published, and what it cost. */
export interface Protection {
  cells: PublishedCell[];
  rates: PublishedRate[];
  report: ProtectionReport;
}

/**
 * Turns private figures into publishable rows: small counts and whatever would give them away are withheld, all measures,
 * units and periods together. Throws, naming the figure and never its value, when one is missing, unknown or cannot be protected.
 */
export async function protect(
  figures: readonly FigureTable[],
  measures: readonly Measure[],
  structure: Structure,
  settings: ProtectionSettings,
): Promise<Protection> {
  const solver = await loadIntervalSolver();
  const started = performance.now();
  const byAddress = new Map(figures.map((figure) => [addressOf(figure), figure]));
  if (byAddress.size < figures.length) throw new Error("a figure is there more than once");
  const tally = new Tally();
  const collectors = collectorsOf(figures, (figure) => figures[figure]!.reason !== "not_collected");
  const cells = relationSystems(measures, { ...structure, collectors }).flatMap((system) => {
    const draft = draftOf(system, byAddress, settings);
    withholdInGroups(draft, system.relations.keys());
    giveBack(draft);
    withholdThinCuts(draft);
    tally.add(draft, settle(draft, solver));
    return cellsOfDraft(draft, byAddress);
  });
  if (tally.figures < figures.length)
    throw new Error(`figures outside every measure: ${figures.length - tally.figures}`);
  const rates = ratesOf(cells, measures, settings.minimumDenominator);
  return { cells, rates, report: tally.report(solver.solved(), (performance.now() - started) / 1000) };
}
