/**
 * A mixed-integer linear programme: minimise `cost · x` subject to `lower ≤ A x ≤ upper` and `0 ≤ x ≤ top`, some columns
 * whole. All its numbers are whole.
 */
export interface IntegerProgram {
  readonly cost: readonly number[];
  /** Upper bound of each column; the lower one is 0. */
  readonly top: readonly number[];
  readonly isInteger: readonly boolean[];
  readonly rows: readonly ProgramRow[];
}

/** One constraint: `lower ≤ Σ coefficients[i] · x[columns[i]] ≤ upper`. */
export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

/** How far branch and bound may go: counts of its own work, so that the same answer comes on every machine. */
export interface SolverLimits {
  /** Nodes of the tree. */
  readonly nodes: number;
  /** Simplex iterations over all nodes: one node can be long. */
  readonly iterations: number;
}

/** What a solver found out about a programme. */
export interface SolverOutcome {
  /** Whether the programme was shown to have no solution. */
  readonly isInfeasible: boolean;
  /** Whether the solver went through the whole tree: its limits did not stop it. */
  readonly isComplete: boolean;
  /** No solution costs less, up to the solver's rounding; `-Infinity` where it does not know. */
  readonly bound: number;
  /** The best solution met, by column; absent when none was. */
  readonly values?: Float64Array;
  readonly nodes: number;
}

/**
 * Branch and bound. `start` gives the values of some columns of a known solution, which the solver may complete and use.
 * It may leave the tree as soon as its bound is within {@link ABSOLUTE_GAP} of its best solution.
 */
export type SolveProgram = (
  program: IntegerProgram,
  limits: SolverLimits,
  start?: ReadonlyMap<number, number>,
) => Promise<SolverOutcome>;

/** Costs are whole: a bound within half a unit of a solution leaves no room for a better one. */
export const ABSOLUTE_GAP = 0.5;

/** How far a solver may miss a constraint, a reduced cost or a whole number: a hundredth to a thousandth of what is usual. */
export const TOLERANCE = 1e-9;

/**
 * How far a solver's bound may lie above the truth. It comes from duals and reduced costs that may be wrong by
 * {@link TOLERANCE}, against rows that may be missed by as much. A row missed by ε changes the bound by ε times its dual, and
 * duals here are prices: what moving one person costs, the steepest step of each set that the person is in at most. So the
 * error stays below rows × sets of a person × steepest cost × tolerance; a millionth is added for the sums themselves.
 */
export function roundingError({ cost, rows }: IntegerProgram, setsPerPerson: number): number {
  const steepest = cost.reduce((most, own) => Math.max(most, Math.abs(own)), 0);
  return 1e-6 + rows.length * setsPerPerson * steepest * TOLERANCE;
}

/** Builds a programme column by column, row by row. */
export interface ProgramDraft {
  readonly program: IntegerProgram;
  /** The index of the column. */
  readonly addColumn: (cost: number, top: number, isInteger: boolean) => number;
  readonly addRow: (lower: number, upper: number, columns: readonly number[], coefficients: readonly number[]) => void;
}

export function draftProgram(): ProgramDraft {
  const cost: number[] = [];
  const top: number[] = [];
  const isInteger: boolean[] = [];
  const rows: ProgramRow[] = [];
  return {
    program: { cost, top, isInteger, rows },
    addColumn: (ownCost, ownTop, isWhole) => {
      top.push(ownTop);
      isInteger.push(isWhole);
      return cost.push(ownCost) - 1;
    },
    addRow: (lower, upper, columns, coefficients) => rows.push({ lower, upper, columns, coefficients }),
  };
}
