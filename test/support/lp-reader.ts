import { type LinearSolver, loadLinearSolver } from "../../pipelines/interval-solver/highs.ts";

/** Unknown numbers of 0 or more, and sums of them that are known: positions with the signs they count with, and the value. */
export interface Equations {
  unknowns: number;
  sums: readonly { of: readonly (readonly [position: number, sign: number])[]; value: number }[];
}

/** A reader who goes to the least and the most that a sum of unknowns can be; most is capped far above any figure. */
export interface LpReader {
  interval(of: readonly number[]): { low: number; high: number };
  close(): void;
}

const CAP = 1e6;

/** A reader of the equations with a linear-programming solver; throws when no numbers satisfy them. */
export async function lpReader(equations: Equations): Promise<LpReader> {
  const solver: LinearSolver = await loadLinearSolver();
  const { unknowns, sums } = equations;
  const starts = [0];
  for (const { of } of sums) starts.push(starts.at(-1)! + of.length);
  const program = solver.open(
    {
      upper: new Float64Array(unknowns).fill(CAP),
      sides: Float64Array.from(sums, ({ value }) => value),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(sums.flatMap(({ of }) => of.map(([position]) => position))),
      signs: Float64Array.from(sums.flatMap(({ of }) => of.map(([, sign]) => sign))),
    },
    "onwards",
  );
  const least = (of: readonly number[], sign: 1 | -1) => {
    const costs = new Float64Array(unknowns);
    for (const position of of) costs[position] = costs[position]! + sign;
    const solution = program.minimise(costs);
    if (!solution) throw new Error("no numbers satisfy what is printed");
    return of.reduce((sum, position) => sum + solution.columns[position]!, 0);
  };
  return { interval: (of) => ({ low: least(of, 1), high: least(of, -1) }), close: () => program.close() };
}
