import loadHighs from "highs";
import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { addressOf, type Role } from "../../models/relations/cell.ts";
import { collectorsOf } from "../../models/relations/collectors.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { kindOf, relationSystems } from "../../models/relations/system.ts";

/** What a reader can know of one number that is not printed. */
export interface Known {
  address: string;
  role: Role;
  low: number;
  high: number;
}

const EVERYTHING = 1e6;

/** The exact interval of every number that is not printed, one linear program for each end, written out as text. */
export async function intervalsOf(
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  structure: Structure,
): Promise<Known[]> {
  const load = loadHighs as unknown as typeof loadHighs.default;
  const highs = await load();
  const rows = new Map(cells.map((cell) => [addressOf(cell), cell]));
  const collectors = collectorsOf(cells, (cell) => cells[cell]!.status !== "not_collected");
  return relationSystems(measures, { ...structure, collectors }).flatMap((system) => {
    const sum = (sign: string, some: readonly number[]) => some.map((cell) => `${sign} x${cell}`).join(" ");
    const relations = system.relations.map(({ totals, of }, r) => ` r${r}: ${sum("+", of)} ${sum("-", totals)} = 0`);
    const bounds = system.cells.map((cell, c) => {
      const base = rows.get(addressOf({ ...cell, part: kindOf(system, cell).base }));
      const row = cell.role === "hidden" && base?.status === "not_collected" ? base : rows.get(addressOf(cell));
      if (!row || row.status === "withheld" || row.status === "not_yet_settled") return ` 0 <= x${c} <= ${EVERYTHING}`;
      return ` x${c} = ${row.value ?? 0}`;
    });
    const extreme = (goal: "Minimize" | "Maximize", cell: number) => {
      const text = [goal, ` goal: x${cell}`, "Subject To", ...relations, "Bounds", ...bounds, "End"].join("\n");
      const result = highs.solve(text, { output_flag: false });
      if (result.Status !== "Optimal") throw new Error(`no world: ${result.Status}`);
      return result.ObjectiveValue;
    };
    return system.cells.flatMap((cell, c): Known[] => {
      if (!bounds[c]!.startsWith(" 0 <=")) return [];
      const [low, high] = [extreme("Minimize", c), extreme("Maximize", c)];
      return [{ address: addressOf(cell), role: cell.role, low, high }];
    });
  });
}

/** Numbers a reader learns too much about, by the rule of the release written out once more. */
export function learned(known: readonly Known[], threshold: number, width: number): string[] {
  return known
    .filter(({ low, high }) => high - low < width - 1e-6 && low < threshold - 1e-6)
    .filter(({ role, high }) => role !== "rest" && (role !== "overlap" || high > 1 - 1e-6))
    .map(({ address }) => address);
}
