import type { Dropped } from "./deidentify/rewrite-file.ts";
import type { WrittenTable } from "./deidentify/write/written-table.ts";
import { cellOf, madeAge, type Tokens } from "./deidentify-cells.ts";
import { identifyingColumns } from "./deidentify-judge.ts";
import type { RawTable } from "./deidentify-open.ts";
import { madeAges, type Plan, plansOf } from "./deidentify-plan.ts";

/** A table without what identifies people; once its rows were read it knows how many they are, and what was left out. */
export interface CleanTable extends WrittenTable {
  count(): number;
  dropped(): Dropped[];
}

/** Makes a table of nothing but what its mapping gives a meaning and the gate lets in; without the key that partners share nothing links people. */
export async function cleanTable(
  table: RawTable,
  { tokens, linked }: { tokens: Tokens; linked: boolean },
): Promise<CleanTable> {
  const { name, feeds, sheet } = table;
  const meant = withLinkage(plansOf(name, table.header, feeds), linked);
  const identifying = await identifyingColumns(table, meant);
  const plans = meant.map((plan): Plan => {
    const identifier = identifying.get(plan.column);
    return identifier === undefined ? plan : { column: plan.column, as: "emptied", identifier };
  });
  const ages = madeAges(plans, feeds);
  const strays = new Map<string, number>();
  const kept = plans.flatMap((plan, at) => (plan.as === "dropped" ? [] : [{ plan, at }]));
  const header = [...kept.map(({ plan }) => nameOf(plan)), ...ages.map(({ column }) => column)];
  const twice = header.find((column, at) => header.slice(0, at).some((other) => sameName(other, column)));
  if (twice !== undefined) throw new Error(`${name} would have the column ${twice} twice: rename one of them`);
  let count = 0;
  async function* rows() {
    for await (const cells of table.rows()) {
      count += 1;
      const row = kept.map(({ plan, at }) => cellOf(plan, cells[at]!, tokens, strays));
      yield [...row, ...ages.map((age) => madeAge(age, plans, cells))];
    }
  }
  const dropped = () => [...leftOut(name, plans), ...emptied(name, strays)];
  return { sheet, header, rows: rows(), count: () => count, dropped };
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const nameOf = (plan: Plan) => (plan.as === "token" ? plan.under : plan.column);

/** Without the key that partners share, what would become a linkage token is left out. */
const withLinkage = (plans: readonly Plan[], linked: boolean): Plan[] =>
  plans.map((plan) =>
    plan.as === "token" && plan.of === "linkage" && !linked
      ? { column: plan.column, as: "dropped", identifier: "linkage, for which there is no --linkage-key" }
      : plan,
  );

const leftOut = (file: string, plans: readonly Plan[]): Dropped[] =>
  plans.flatMap((plan) => {
    if (plan.as === "dropped") return [{ file, column: plan.column, identifier: plan.identifier }];
    if (plan.as === "emptied")
      return [{ file, column: plan.column, identifier: `all its cells, which together look like ${plan.identifier}` }];
    const renamed = nameOf(plan) !== plan.column;
    return renamed
      ? [{ file, column: plan.column, identifier: `its tokens are in the column ${nameOf(plan)}: map that one` }]
      : [];
  });

const emptied = (file: string, strays: ReadonlyMap<string, number>): Dropped[] =>
  [...strays].map(([column, cells]) => ({
    file,
    column,
    identifier: `${cells} cell${cells === 1 ? "" : "s"} that would identify a person`,
  }));
