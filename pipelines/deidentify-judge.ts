import { ColumnScreen } from "./check/by-row/column-screen.ts";
import { identifiesAlone } from "./deidentify-cells.ts";
import type { RawTable } from "./deidentify-open.ts";
import type { Plan } from "./deidentify-plan.ts";
import { judgeColumns } from "./screen/judge-columns.ts";

/**
 * Columns that would leave as they are and whose cells together identify people, each with the kinds: judged over the whole file as the
 * gate judges them, but for single cells that are left empty anyway. No states are known, so that ZIP codes are not among them.
 */
export async function identifyingColumns(table: RawTable, plans: readonly Plan[]): Promise<Map<string, string>> {
  const kept = plans.flatMap((plan, at) =>
    plan.as === "kept" || plan.as === "age" ? [{ column: plan.column, at, screen: new ColumnScreen() }] : [],
  );
  if (kept.length === 0) return new Map();
  for await (const cells of table.rows())
    for (const { at, screen } of kept) {
      const cell = cells[at]!;
      if (cell !== "" && !identifiesAlone(cell)) screen.add(cell);
    }
  const found = [
    ...kept.flatMap(({ column, screen }) => screen.found(table.name, column).map(({ facts }) => facts)),
    ...judgeColumns(
      kept.map(({ column, screen }) => screen.tallied(column)),
      [],
    ),
  ];
  const kinds = Map.groupBy(found, ({ column }) => column);
  return new Map(
    [...kinds].map(([column, of]) => [column, [...new Set(of.map((each) => each.identifier))].join(", ")]),
  );
}
