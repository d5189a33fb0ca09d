import type { Measure } from "../../models/measures/measure.ts";
import type { Publication } from "../../models/published.ts";
import { systemOverTime } from "../../models/relations/as-counted.ts";
import { addressOf, figureCells } from "../../models/relations/cell.ts";
import { isOfFew, type Protection } from "../../models/relations/criterion.ts";
import { figuresThen } from "../../models/relations/figures-then.ts";
import { heldInside } from "../../models/relations/held-inside.ts";
import { contributionsBy } from "../../models/relations/insiders.ts";
import type { Past } from "../../models/relations/past.ts";
import { besideOf, isBeside } from "../../models/relations/shared-cells.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";
import type { ContributionTable, FigureTable } from "../../models/warehouse.ts";
import { loadIntervalSolver } from "../interval-solver.ts";
import { alonePublications } from "./aggregates.ts";
import { type Attack, attack, attackFromInside } from "./attack.ts";
import { checkComebacks } from "./comebacks.ts";
import { type Failure, failureAt } from "./failure.ts";
import { checkAlike, knowledgeOf, type Printed, structureOfPublication, worldOf } from "./knowledge.ts";
import { checkMedians } from "./medians.ts";
import { checkAmounts, checkPast, printedThen } from "./past.ts";
import { checkPrinted } from "./printed.ts";
import { checkStandardised } from "./standardised.ts";
import { checkSums } from "./sums.ts";

export type { Failure } from "./failure.ts";

/** The promises a release is held to. */
export interface AuditSettings extends Protection {
  minimumDenominator: number;
}

/** What an adversary could do with a release. */
export interface AuditReport {
  verdict: "safe" | "unsafe";
  /** Numbers attacked: withheld, unsettled and hidden ones, and overlaps. */
  attacked: number;
  /** The same attacked by each partner, added up. */
  attackedFromInside: number;
  /** Of both, numbers that can be worked out exactly, and to within fewer people than the width asked for. */
  exact: number;
  narrow: number;
  /** The smallest known width in people, null when there was nothing to attack. */
  narrowest: number | null;
  /** Printed cells with or without a number, and the share of them that have one. */
  cells: number;
  shownCells: number;
  seconds: number;
  /** At most 20 of them. */
  failures: Failure[];
}

const LISTED = 20;

/**
 * Attacks a release with nothing but the release and the public declarations of its measures; then, where the true figures are given,
 * once more as each partner, who knows its own of them and, with contributions, takes its people off all others. With earlier
 * releases, everybody has kept these too.
 */
export async function audit(
  publication: Publication,
  measures: readonly Measure[],
  settings: AuditSettings,
  figures: readonly FigureTable[] | null = null,
  contributions: readonly ContributionTable[] | null = null,
  past: Past | null = null,
): Promise<AuditReport> {
  const solver = await loadIntervalSolver();
  const started = performance.now();
  const printed = new Map(publication.cell.map((cell) => [addressOf(cell), cell]));
  const structure = { ...structureOfPublication(publication), ...(past ? { past } : {}) };
  const byPartner = contributions && contributionsBy(contributions);
  const truth =
    figures && new Map([...figures, ...(past ? figuresThen(past) : [])].map((one) => [addressOf(one), one.value]));
  const systems = relationSystems(measures, structure, (together) => showsShared(together, publication, past)).map(
    (system) => (past && truth ? systemOverTime(system, truth, byPartner) : system),
  );
  const known = past ? new Map<string, Printed>([...printed, ...printedThen(past)]) : printed;
  const few = figures && new Set(figures.filter((figure) => isOfFew(figure, settings)).map(addressOf));
  const knowledge = systems.map((system) => knowledgeOf(system, known, few && ((address) => few.has(address))));
  const attacks = knowledge.map((one) => attack(one, settings, solver));
  const inside = truth
    ? knowledge.map((one, i) => {
        const world = worldOf(one, truth, byPartner);
        const held = past ? heldInside(one.system, (address) => truth.get(address)!, byPartner) : one.system;
        return attackFromInside({ ...one, inside: held }, world, byPartner, attacks[i]!.harmless, settings, solver);
      })
    : [];
  const failures: Failure[] = [
    ...checkPrinted(publication, measures, settings),
    ...(past ? [...checkPast(publication, past), ...checkAmounts(publication, measures, past)] : []),
    ...checkComebacks(publication, measures, settings.threshold),
    ...checkMedians(publication, measures, settings),
    ...checkSums(publication, measures, settings),
    ...checkStandardised(publication, measures, settings),
    ...systems.flatMap((system) => checkAlike(system, known)),
    ...strangers(printed.keys(), measures, structure),
    ...[...attacks, ...inside].flatMap((one) => one.failures),
  ];
  const apart = await Promise.all(
    alonePublications(publication, measures).map((one) => audit(one.alone, one.own, settings)),
  );
  failures.push(...apart.flatMap((report) => report.failures));
  const widths = attacks.flatMap(({ narrowest }) => (narrowest === null ? [] : [narrowest]));
  const shown = publication.cell.filter(({ status }) => status === "shown").length;
  return {
    verdict: failures.length === 0 ? "safe" : "unsafe",
    attacked: total(attacks) + apart.reduce((sum, report) => sum + report.attacked, 0),
    attackedFromInside: total(inside),
    exact: failures.filter(({ kind }) => kind === "exact").length,
    narrow: failures.filter(({ kind }) => kind === "narrow").length,
    narrowest: smallest([...widths, ...apart.flatMap(({ narrowest }) => narrowest ?? [])]),
    cells: publication.cell.length,
    shownCells: publication.cell.length === 0 ? 1 : shown / publication.cell.length,
    seconds: (performance.now() - started) / 1000,
    failures: figuresFirst(failures, printed).slice(0, LISTED),
  };
}

/** What is wrong with figures before what is wrong with numbers that nobody prints. */
const figuresFirst = (failures: readonly Failure[], printed: ReadonlyMap<string, unknown>) =>
  failures.toSorted((a, b) => Number(printed.has(b.address)) - Number(printed.has(a.address)));

const smallest = (widths: readonly number[]) => (widths.length === 0 ? null : Math.min(...widths));

const total = (attacks: readonly Attack[]) => attacks.reduce((sum, { attacked }) => sum + attacked, 0);

/** True when a number is printed of what measures have in common, or of what adds up with it. */
function showsShared(together: readonly Measure[], { cell }: Publication, past: Past | null): boolean {
  const beside = besideOf(together);
  return cell.some((one) => (one.value !== null || past?.printed.has(addressOf(one))) && isBeside(beside, one));
}

/** Printed cells that no measure declares: nobody looked after them. */
function strangers(printed: Iterable<string>, measures: readonly Measure[], structure: Structure): Failure[] {
  const declared = measures.flatMap((measure) =>
    measure.series.flatMap(({ id }) => figureCells(measure, id, structure).map(addressOf)),
  );
  const known = new Set(declared);
  return [...printed].filter((address) => !known.has(address)).map((address) => failureAt(address, "contradiction"));
}
