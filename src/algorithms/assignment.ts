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
  const rowCount = costs.length;
  const columnCount = rowCount === 0 ? 0 : costs[0].length;
  if (rowCount > columnCount) throw new RangeError(`${rowCount} rows for ${columnCount} columns`);
  // Row and column 0 stand for "none"; real ones count from 1.
  const rowPrice = new Float64Array(rowCount + 1);
  const columnPrice = new Float64Array(columnCount + 1);
  const rowOf = new Int32Array(columnCount + 1);
  const cameFrom = new Int32Array(columnCount + 1);
  const slack = new Float64Array(columnCount + 1);
  const isSettled = new Uint8Array(columnCount + 1);

  for (let row = 1; row <= rowCount; row++) {
    rowOf[0] = row;
    slack.fill(Infinity);
    isSettled.fill(0);
    let column = 0;
    while (rowOf[column] !== 0) {
      isSettled[column] = 1;
      const settledRow = rowOf[column];
      const costsOfRow = costs[settledRow - 1];
      let least = Infinity;
      let next = 0;
      for (let other = 1; other <= columnCount; other++) {
        if (isSettled[other] === 1) continue;
        const reduced = costsOfRow[other - 1] - rowPrice[settledRow] - columnPrice[other];
        if (reduced < slack[other]) {
          slack[other] = reduced;
          cameFrom[other] = column;
        }
        if (slack[other] < least) {
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

  const columnOf = Array.from({ length: rowCount }, () => -1);
  for (let column = 1; column <= columnCount; column++) {
    if (rowOf[column] !== 0) columnOf[rowOf[column] - 1] = column - 1;
  }
  return columnOf;
}
