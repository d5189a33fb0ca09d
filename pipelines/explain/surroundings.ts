import type { Measure } from "../../models/measures/measure.ts";
import type { FigureKey, Publication } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { connected } from "../../models/relations/strand.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";

/** One sum that a count is in, and how many of the counts it ties together nobody is shown. */
export interface Surrounding {
  says: string;
  counts: number;
  /** Of these the printed ones that are withheld, and the ones that are never printed. */
  withheld: number;
  hidden: number;
}

/** Every sum of the release that a count is in, those with nothing withheld last. */
export function surroundings(
  publication: Publication,
  measures: readonly Measure[],
  structure: Structure,
  count: FigureKey & { part: string },
): Surrounding[] {
  const status = new Map(publication.cell.map((cell) => [addressOf(cell), cell.status]));
  const together = connected(measures).find((group) => group.some(({ id }) => id === count.measure)) ?? [];
  const address = addressOf(count);
  const seen = new Map<string, Surrounding>();
  for (const { figures, relations } of relationSystems(together, structure)) {
    const cell = figures.get(address);
    if (cell === undefined) continue;
    const addresses = addressesByCell(figures);
    for (const { says, totals, of } of relations) {
      const cells = [...totals, ...of];
      if (!cells.includes(cell)) continue;
      const states = cells.map((each) => addresses.get(each)?.map((one) => status.get(one)) ?? []);
      const withheld = states.filter((own) => own.includes("withheld")).length;
      const hidden = states.filter((own) => own.every((one) => one === undefined)).length;
      seen.set(says, { says, counts: cells.length, withheld, hidden });
    }
  }
  return [...seen.values()].sort((a, b) => b.withheld - a.withheld);
}

function addressesByCell(figures: ReadonlyMap<string, number>): Map<number, string[]> {
  const byCell = new Map<number, string[]>();
  for (const [address, cell] of figures) byCell.set(cell, [...(byCell.get(cell) ?? []), address]);
  return byCell;
}
