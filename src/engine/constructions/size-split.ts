import { createFlowNetwork } from '../../algorithms/min-cost-flow.js';
import type { LevelInput } from '../balance.js';
import type { SizeClass } from '../terms/count-term.js';
import { splitAmongCells } from './cell-split.js';
import { addConvexArc, breaksOf, spreadPrice } from './even-spread.js';
import type { LevelFamily } from './level-families.js';
import type { Stratum } from './strata.js';

/** What is to be split: families of levels with their prices, and the sizes of the groups. */
export interface SplitInput {
  readonly families: readonly [LevelFamily, LevelFamily];
  readonly strata: readonly Stratum[];
  readonly classes: readonly SizeClass[];
  readonly priceOf: LevelInput['priceOf'];
}

/** People by stratum and size class. */
export type SizeSplit = readonly (readonly number[])[];

/**
 * How many of each stratum are to sit in groups of each size, for the least price that the balance can have at all.
 *
 * @returns `undefined` for two families and more than two sizes, which is no flow.
 */
export function splitBySize(input: SplitInput): SizeSplit | undefined {
  const { classes, families, strata, priceOf } = input;
  if (classes.length === 1) return strata.map(({ people }) => [people.length]);
  if (families[1].parent.length === 1) {
    const rows = strata.map(({ nodes, people }) => ({ people: people.length, node: nodes[0] }));
    return splitAmongCells({ family: families[0], rows, cells: classes, priceOf });
  }
  return classes.length === 2 ? splitTwoFamilies(input) : undefined;
}

/** What the balance costs when each size class spreads its people evenly. */
export function priceOfSplit({ families, strata, classes, priceOf }: SplitInput, split: SizeSplit): number {
  let sum = 0;
  families.forEach(({ parent, levels }, family) => {
    classes.forEach((sizeClass, index) => {
      const counts = new Int32Array(parent.length);
      strata.forEach(({ nodes }, stratum) => (counts[nodes[family]] += split[stratum][index]));
      for (let node = parent.length - 1; node > 0; node--) counts[parent[node]] += counts[node];
      counts.forEach((count, node) => (sum += spreadPrice(priceOf, levels[node], sizeClass, count)));
    });
  });
  return sum;
}

/**
 * Those who sit in groups of the first size flow down one family and up the other; each node prices both sizes at once. As
 * with {@link splitAmongCells} the cheapest flow is the best that any assignment can do.
 */
function splitTwoFamilies({ families, strata, classes, priceOf }: SplitInput): SizeSplit {
  const [one, other] = classes;
  const offsets = [0, families[0].parent.length];
  const network = createFlowNetwork(offsets[1] + families[1].parent.length);
  families.forEach(({ parent, levels, holders }, family) => {
    for (let node = 1; node < parent.length; node++) {
      const all = holders[node];
      const price = (count: number) =>
        spreadPrice(priceOf, levels[node], one, count) + spreadPrice(priceOf, levels[node], other, all - count);
      const breaks = new Set([...breaksOf(one, all), ...breaksOf(other, all).map((count) => all - count)]);
      const ends = [offsets[family] + parent[node], offsets[family] + node];
      const [from, to] = family === 0 ? ends : ends.toReversed();
      addConvexArc(
        network,
        from,
        to,
        [...breaks].sort((a, b) => a - b),
        price,
      );
    }
  });
  const arcs = strata.map(({ nodes, people }) =>
    network.addArc(offsets[0] + nodes[0], offsets[1] + nodes[1], people.length, 0),
  );
  network.solve(offsets[0], offsets[1], one.size * one.groups);
  return arcs.map((arc, stratum) => {
    const count = network.flowOn(arc);
    return [count, strata[stratum].people.length - count];
  });
}
