/**
 * Gives every row a column of its own at the least total cost.
 *
 * @param costs one list of finite costs per row, all equally long and at least as long as there are rows; integers, so that sums are exact.
 * @returns the column of each row. Among equally cheap answers the same one is always returned.
 * @throws RangeError when there are more rows than columns.
 *
 * Shortest augmenting paths with dual variables: J. Munkres (1957), in the O(rows² × columns) form of R. Jonker and A. Volgenant (1987).
 */
export function assignCheapest(costs: readonly (readonly number[])[]): readonly number[] {
  const columnCount = costs.length === 0 ? 0 : costs[0].length;
  const assigner = new Assigner(costs.length, columnCount);
  const flat = new Float64Array(costs.length * columnCount);
  costs.forEach((row, at) => flat.set(row, at * columnCount));
  return [...assigner.assign(flat)];
}

/** {@link assignCheapest} for many assignments of one size, one after the other: memory is taken once. */
export class Assigner {
  readonly #rowCount: number;
  readonly #columnCount: number;
  readonly #rowPrice: Float64Array;
  readonly #columnPrice: Float64Array;
  readonly #rowOf: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #slack: Float64Array;
  readonly #isSettled: Uint8Array;
  readonly #columnOf: Int32Array;

  /** @throws RangeError when there are more rows than columns. */
  constructor(rowCount: number, columnCount: number) {
    if (rowCount > columnCount) throw new RangeError(`${rowCount} rows for ${columnCount} columns`);
    this.#rowCount = rowCount;
    this.#columnCount = columnCount;
    // Row and column 0 stand for "none"; real ones count from 1.
    this.#rowPrice = new Float64Array(rowCount + 1);
    this.#columnPrice = new Float64Array(columnCount + 1);
    this.#rowOf = new Int32Array(columnCount + 1);
    this.#cameFrom = new Int32Array(columnCount + 1);
    this.#slack = new Float64Array(columnCount + 1);
    this.#isSettled = new Uint8Array(columnCount + 1);
    this.#columnOf = new Int32Array(rowCount);
  }

  /**
   * @param costs row after row
   * @returns the column of each row, until the next call.
   */
  assign(costs: Float64Array): Int32Array {
    const columnCount = this.#columnCount;
    const rowPrice = this.#rowPrice.fill(0);
    const columnPrice = this.#columnPrice.fill(0);
    const rowOf = this.#rowOf.fill(0);
    const cameFrom = this.#cameFrom;
    const slack = this.#slack;
    const isSettled = this.#isSettled;
    for (let row = 1; row <= this.#rowCount; row++) {
      rowOf[0] = row;
      slack.fill(Infinity);
      isSettled.fill(0);
      let column = 0;
      while (rowOf[column] !== 0) {
        isSettled[column] = 1;
        const settledRow = rowOf[column];
        const firstCost = (settledRow - 1) * columnCount - 1;
        let least = Infinity;
        let next = 0;
        for (let other = 1; other <= columnCount; other++) {
          if (isSettled[other] === 1) continue;
          const reduced = costs[firstCost + other] - rowPrice[settledRow] - columnPrice[other];
          if (reduced < slack[other]) {
            slack[other] = reduced;
            cameFrom[other] = column;
          }
          // Among equals one that is free ends the path: where rows are alike, each would otherwise pass by all before it.
          if (slack[other] < least || (slack[other] === least && rowOf[next] !== 0 && rowOf[other] === 0)) {
            least = slack[other];
            next = other;
          }
        }
        for (let other = 0; other <= columnCount; other++) {
          if (isSettled[other] === 1) {
            rowPrice[rowOf[other]] += least;
            columnPrice[other] -= least;
          } else slack[other] -= least;
        }
        column = next;
      }
      while (column !== 0) {
        const previous = cameFrom[column];
        rowOf[column] = rowOf[previous];
        column = previous;
      }
    }
    const columnOf = this.#columnOf;
    for (let column = 1; column <= columnCount; column++)
      if (rowOf[column] !== 0) columnOf[rowOf[column] - 1] = column - 1;
    return columnOf;
  }
}
