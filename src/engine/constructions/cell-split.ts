import { createFlowNetwork } from '../../algorithms/min-cost-flow.js';
import type { LevelInput } from '../balance.js';
import type { SizeClass } from '../terms/count-term.js';
import { addConvexArc, breaksOf, spreadPrice } from './even-spread.js';
import type { LevelFamily } from './level-families.js';

/** People who are alike to a split. */
export interface Row {
  readonly people: number;
  /** Their smallest node in the family. */
  readonly node: number;
  /** What one of them costs in each cell; absent: nothing. */
  readonly costs?: readonly number[];
}

/** What is to be split: rows of people over cells, each some groups of one size. */
export interface CellSplitInput {
  readonly family: LevelFamily;
  readonly rows: readonly Row[];
  readonly cells: readonly SizeClass[];
  readonly priceOf: LevelInput['priceOf'];
}

/**
 * How many of each row go to each cell (`result[row][cell]`), for the least price of levels and places together: inside a
 * cell the levels of one family can be spread evenly, and convex tables cost least so. A minimum-cost flow with convex costs
 * (Ahuja, Magnanti and Orlin, Network Flows, 1993, ch. 14) through one copy of the family for each cell: from the row to its
 * node, and up to the root.
 */
export function splitAmongCells({ family, rows, cells, priceOf }: CellSplitInput): readonly (readonly number[])[] {
  const { parent, levels, holders } = family;
  const nodes = parent.length;
  const source = nodes * cells.length + rows.length;
  const sink = source + 1;
  const network = createFlowNetwork(sink + 1);
  const arcs = rows.map(({ people, node, costs }, row) => {
    const from = nodes * cells.length + row;
    network.addArc(source, from, people, 0);
    return cells.map((_, cell) => network.addArc(from, cell * nodes + node, people, costs?.[cell] ?? 0));
  });
  cells.forEach((cell, copy) => {
    const seats = cell.size * cell.groups;
    for (let node = 1; node < nodes; node++) {
      const price = (count: number) => spreadPrice(priceOf, levels[node], cell, count);
      const breaks = breaksOf(cell, Math.min(holders[node], seats));
      addConvexArc(network, copy * nodes + node, copy * nodes + parent[node], breaks, price);
    }
    network.addArc(copy * nodes, sink, seats, 0);
  });
  network.solve(source, sink);
  return arcs.map((row) => row.map((arc) => network.flowOn(arc)));
}
