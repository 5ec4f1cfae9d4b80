import highsModule from 'highs';
import { ABSOLUTE_GAP, TOLERANCE, type IntegerProgram, type SolveProgram } from './integer-program.js';

// The package's types are those of its CommonJS form, where the loader is the `default` of what ESM imports as default.
const loadHighs = highsModule as unknown as typeof highsModule.default;
/** One instance for all programmes: starting it takes longer than solving a small one. */
let loaded: ReturnType<typeof loadHighs> | undefined;

/**
 * Branch and bound by HiGHS (Huangfu and Hall 2018), compiled to WebAssembly: one thread, no clock, so that the same
 * programme always takes the same path.
 */
export const solveWithHighs: SolveProgram = async (program, limits, start) => {
  loaded ??= loadHighs();
  const highs = await loaded;
  return highs.withModel(toModel(program), (model) => {
    model.options.set({
      output_flag: false,
      mip_max_nodes: limits.nodes,
      mip_rel_gap: 0,
      mip_abs_gap: ABSOLUTE_GAP,
      mip_feasibility_tolerance: TOLERANCE,
      primal_feasibility_tolerance: TOLERANCE,
      dual_feasibility_tolerance: TOLERANCE,
    });
    if (start !== undefined) {
      model.setSolution({ indices: Int32Array.from(start.keys()), values: Float64Array.from(start.values()) });
    }
    const { modelStatus, callbackType } = highs.constants;
    model.run({
      [callbackType.mipInterrupt]: (event) => {
        if (Number(event.data.mip_total_lp_iterations ?? 0) >= limits.iterations) event.interrupt();
        return undefined;
      },
    });
    const isInfeasible = model.getModelStatus() === modelStatus.infeasible;
    const hasSolution = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const bound = Number(model.info.get('mip_dual_bound'));
    return {
      isInfeasible,
      isComplete: isInfeasible || model.getModelStatus() === modelStatus.optimal,
      bound: Number.isFinite(bound) ? bound : -Infinity,
      ...(hasSolution ? { values: Float64Array.from(model.getSolution().colValue) } : {}),
      nodes: Math.max(0, Number(model.info.get('mip_node_count'))),
    };
  });
};

function toModel({ cost, top, isInteger, rows }: IntegerProgram) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, row) => (starts[row + 1] = starts[row] + columns.length));
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(top),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
    },
    integrality: Int32Array.from(isInteger, (isWhole) => (isWhole ? 1 : 0)),
  };
}
