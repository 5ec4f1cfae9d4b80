import type { SeatingModel } from './seating-model.js';

/** What a computation may still cost, in terms of rows looked at: the same on every machine. */
export interface Budget {
  steps: number;
}

/** The bounds of a model's variables while it is searched. */
export interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Narrows one variable; what follows is found by `propagate`. */
  readonly narrow: (variable: number, low: number, high: number) => void;
  /**
   * Narrows all that the rows force, to a fixed point (bounds consistency of each row; groups that are alike in
   * lexicographic order). The variables of a row that cannot be met are returned, `undefined` when there is none.
   */
  readonly propagate: () => readonly number[] | undefined;
  /** Everything narrowed since `mark` returned that number is given back. */
  readonly mark: () => number;
  readonly undo: (mark: number) => void;
}

/** Bounds as the model states them; the first `propagate` looks at every row. */
export function createBounds(model: SeatingModel, budget: Budget): Bounds {
  const { starts, variables, coefficients, totals, isOneBarred, twins, groupCount, classes } = model;
  const low = model.low.slice();
  const high = model.high.slice();
  for (let variable = 0; variable < low.length; variable++) {
    if (isOneBarred[variable] === 0) continue;
    if (low[variable] === 1) low[variable] = 2;
    if (high[variable] === 1) high[variable] = 0;
  }
  const rowCount = totals.length;
  const rowsOf: number[][] = Array.from(low, () => []);
  for (let row = 0; row < rowCount; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) rowsOf[variables[i]].push(row);
  }
  // Each pair of like groups is watched as if it were one more row.
  twins.forEach((g, index) => {
    classes.forEach((_, c) => {
      rowsOf[c * groupCount + g].push(rowCount + index);
      rowsOf[c * groupCount + g + 1].push(rowCount + index);
    });
  });
  const queue = Array.from({ length: rowCount + twins.length }, (_, row) => row);
  const isQueued = new Uint8Array(queue.length).fill(1);
  const trail: number[] = [];

  function narrow(variable: number, least: number, most: number): void {
    const [oldLow, oldHigh] = [low[variable], high[variable]];
    let newLow = Math.max(oldLow, least);
    let newHigh = Math.min(oldHigh, most);
    if (isOneBarred[variable] === 1) {
      if (newLow === 1) newLow = 2;
      if (newHigh === 1) newHigh = 0;
    }
    if (newLow === oldLow && newHigh === oldHigh) return;
    trail.push(variable, oldLow, oldHigh);
    low[variable] = newLow;
    high[variable] = newHigh;
    for (const row of rowsOf[variable]) {
      if (isQueued[row] === 1) continue;
      isQueued[row] = 1;
      queue.push(row);
    }
  }

  function narrowRow(row: number): boolean {
    const [from, to] = [starts[row], starts[row + 1]];
    budget.steps -= to - from;
    let least = 0;
    let most = 0;
    for (let i = from; i < to; i++) {
      const variable = variables[i];
      const coefficient = coefficients[i];
      if (low[variable] > high[variable]) return false;
      least += coefficient * (coefficient > 0 ? low[variable] : high[variable]);
      most += coefficient * (coefficient > 0 ? high[variable] : low[variable]);
    }
    const total = totals[row];
    if (least > total || most < total) return false;
    for (let i = from; i < to; i++) {
      const variable = variables[i];
      const coefficient = coefficients[i];
      const [lowest, highest] = [low[variable], high[variable]];
      const size = Math.abs(coefficient);
      const up = lowest + Math.trunc((coefficient > 0 ? total - least : most - total) / size);
      const down = highest - Math.trunc((coefficient > 0 ? most - total : total - least) / size);
      if (up < highest || down > lowest) narrow(variable, down, up);
    }
    return true;
  }

  /** Of two like groups, the first is filled with no less of the first class in which they differ. */
  function narrowTwins(g: number): boolean {
    for (let c = 0; c < classes.length; c++) {
      const [first, second] = [c * groupCount + g, c * groupCount + g + 1];
      budget.steps -= 2;
      if (high[first] < low[second]) return false;
      narrow(first, low[second], high[first]);
      narrow(second, low[second], high[first]);
      if (low[first] < high[first] || low[first] !== low[second]) return true;
    }
    return true;
  }

  function propagate(): readonly number[] | undefined {
    for (let head = 0; head < queue.length; head++) {
      const row = queue[head];
      isQueued[row] = 0;
      const isRow = row < rowCount;
      if (budget.steps >= 0 && (isRow ? narrowRow(row) : narrowTwins(twins[row - rowCount]))) continue;
      while (queue.length > 0) isQueued[queue.pop() ?? 0] = 0;
      return isRow ? Array.from(variables.subarray(starts[row], starts[row + 1])) : [];
    }
    queue.length = 0;
    return undefined;
  }

  return {
    low,
    high,
    narrow,
    propagate,
    mark: () => trail.length,
    undo: (mark) => {
      while (trail.length > mark) {
        const variable = trail[trail.length - 3];
        high[variable] = trail[trail.length - 1];
        low[variable] = trail[trail.length - 2];
        trail.length -= 3;
      }
    },
  };
}
