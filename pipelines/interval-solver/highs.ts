import loadHighs, { type Highs, type Model } from "highs";

/** A linear program: columns of 0 or more up to `upper`, and rows that each add up to their side. */
export interface Problem {
  upper: Float64Array;
  sides: Float64Array;
  /** Entries of row r are at `starts[r]` up to, not including, `starts[r + 1]`. */
  starts: Int32Array;
  columns: Int32Array;
  signs: Float64Array;
}

/**
 * How a program is searched again: `onwards` goes on from the last solution when only the costs change,
 * `afresh` starts from all columns at 0, for searches that each change little.
 */
export type Manner = "onwards" | "afresh";

/** What the solver found: a value for each column, and for each row how much the cost hangs on its side. */
export interface Solution {
  columns: Float64Array;
  duals: Float64Array;
}

/** A linear program that is open in the solver. */
export interface Program {
  /** The cheapest solution; null when there is none. */
  minimise(costs: Float64Array): Solution | null;
  /** Sets between which values each of neighbouring columns must lie, from the given one on. */
  bound(first: number, lower: readonly number[], upper: readonly number[]): void;
  close(): void;
}

/** The one door to the linear-programming solver. */
export interface LinearSolver {
  /** Opens a program. Close it after use. */
  open(problem: Problem, manner: Manner): Program;
  /** Programs solved so far. */
  solved(): number;
}

let loading: Promise<Highs> | null = null;

/** Loads the linear-programming solver, once for all who ask. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  // The package's types call its default export the whole module; at run time it is the function.
  loading ??= (loadHighs as unknown as typeof loadHighs.default)();
  const highs = await loading;
  let solved = 0;
  return {
    open: (problem, manner) => programOf(highs, modelOf(highs, problem, manner), manner, () => solved++),
    solved: () => solved,
  };
}

/** Columns from which on the interior-point method, afresh each time, is faster than going on with simplex. */
const LARGE = 5000;

// Going on needs primal simplex. Starting afresh with perturbed costs would call the start itself the cheapest.
const manners = {
  onwards: { simplex_strategy: 4 },
  large: { solver: "ipm", presolve: "on" },
  afresh: { simplex_strategy: 1, dual_simplex_cost_perturbation_multiplier: 0 },
} as const;

function modelOf(highs: Highs, { upper, sides, starts, columns, signs }: Problem, manner: Manner): Model {
  const [numCols, numRows] = [upper.length, sides.length];
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: upper,
    rowLower: sides,
    rowUpper: sides,
    matrix: { format: "csr", numRows, numCols, starts, indices: columns, values: signs },
  });
  model.options.set({
    output_flag: false,
    presolve: "off",
    ...manners[manner === "onwards" && numCols >= LARGE ? "large" : manner],
  });
  return model;
}

function programOf(highs: Highs, model: Model, manner: Manner, count: () => void): Program {
  return {
    minimise(costs) {
      model.changeColsCost({ kind: "range", from: 0, to: costs.length - 1 }, costs);
      if (manner === "afresh") model.clearSolver();
      model.run();
      count();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const { colValue, rowDual } = model.getSolution();
      return { columns: Float64Array.from(colValue), duals: Float64Array.from(rowDual) };
    },
    bound(first, lower, upper) {
      model.changeColsBounds({ kind: "range", from: first, to: first + lower.length - 1 }, [...lower], [...upper]);
    },
    close: () => model.dispose(),
  };
}
