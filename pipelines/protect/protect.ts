import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell, PublishedRate } from "../../models/published.ts";
import { systemOverTime } from "../../models/relations/as-counted.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { collectorsOf, isAsked } from "../../models/relations/collectors.ts";
import type { Protection as Criterion } from "../../models/relations/criterion.ts";
import { figuresThen } from "../../models/relations/figures-then.ts";
import { contributionsBy } from "../../models/relations/insiders.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";
import type { ContributionTable, FigureTable } from "../../models/warehouse.ts";
import { loadIntervalSolver } from "../interval-solver.ts";
import { cellsOfDraft } from "./cells.ts";
import { insidersOfDraft, withholdDominated, withholdFewSince } from "./dominated.ts";
import { draftOf } from "./draft.ts";
import { giveBack, withholdInGroups } from "./group-rule.ts";
import { cellsLeftOut, leaveOutShared } from "./left-out.ts";
import { ratesOf } from "./rates.ts";
import { type ProtectionReport, Tally } from "./report.ts";
import { settle } from "./settle.ts";
import { withholdSparseCuts, withholdThinCuts } from "./thin-cuts.ts";

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
 * units and periods together, from anybody and from partners that take their own people off, as far as their contributions are
 * given. Throws, naming the figure and never its value, when one is missing, unknown or cannot be protected.
 */
export async function protect(
  figures: readonly FigureTable[],
  measures: readonly Measure[],
  structure: Structure,
  settings: ProtectionSettings,
  contributions: readonly ContributionTable[] | null = null,
): Promise<Protection> {
  const solver = await loadIntervalSolver();
  const started = performance.now();
  const { past = null } = structure;
  const counted = [...figures, ...(past ? figuresThen(past) : [])];
  const byAddress = new Map(counted.map((figure) => [addressOf(figure), figure]));
  if (byAddress.size < counted.length) throw new Error("a figure is there more than once");
  const tally = new Tally();
  const collectors = collectorsOf(figures, (figure) => isAsked(figures[figure]!.reason));
  const byPartner = contributions && contributionsBy(contributions);
  const leftOut = leaveOutShared(figures, measures, settings.threshold, past);
  const systems = relationSystems(measures, { ...structure, collectors }, (together) =>
    together.every(({ id }) => !leftOut.has(id)),
  );
  const values = new Map(counted.map((figure) => [addressOf(figure), figure.value]));
  const settled = systems.flatMap((declared) => {
    const system = past ? systemOverTime(declared, values, byPartner) : declared;
    const draft = draftOf(system, byAddress, settings, byPartner, past);
    const insiders = insidersOfDraft(draft, byPartner);
    withholdDominated(draft, insiders);
    withholdFewSince(draft, insiders);
    withholdSparseCuts(draft);
    withholdInGroups(draft, system.relations.keys());
    giveBack(draft);
    withholdThinCuts(draft);
    tally.add(draft, settle(draft, insiders, solver));
    return cellsOfDraft(draft);
  });
  const cells = [...settled, ...cellsLeftOut(leftOut, measures)];
  for (const { id, kind } of measures) {
    const printed = new Set(kind.parts.flatMap((part) => (part.printed ? [part.id] : [])));
    tally.addLeftOut(leftOut.get(id) ?? [], (part) => printed.has(part));
  }
  if (tally.figures < figures.length)
    throw new Error(`figures outside every measure: ${figures.length - tally.figures}`);
  const rates = ratesOf(cells, measures, settings.minimumDenominator);
  return { cells, rates, report: tally.report(solver.solved(), (performance.now() - started) / 1000) };
}
