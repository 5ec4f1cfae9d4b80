import { createFlowNetwork, type FlowNetwork } from '../../algorithms/min-cost-flow.js';
import type { LevelInput } from '../balance.js';
import type { SizeClass } from '../terms/count-term.js';
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
 * How many of each stratum are to sit in groups of each size, for the least price that the balance can have at all: inside
 * a size everybody can then be spread evenly, and convex tables cost least so. A minimum-cost flow with convex costs (Ahuja,
 * Magnanti and Orlin, Network Flows, 1993, ch. 14).
 *
 * @returns `undefined` for two families and more than two sizes, which is no flow.
 */
export function splitBySize(input: SplitInput): SizeSplit | undefined {
  const { classes, families, strata } = input;
  if (classes.length === 1) return strata.map(({ people }) => [people.length]);
  if (families[1].parent.length === 1) return splitOneFamily(input);
  return classes.length === 2 ? splitTwoFamilies(input) : undefined;
}

/** What the balance costs when each size class spreads its people evenly. */
export function priceOfSplit(input: SplitInput, split: SizeSplit): number {
  const { families, strata, classes } = input;
  let sum = 0;
  families.forEach(({ parent, levels }, family) => {
    classes.forEach((sizeClass, index) => {
      const counts = new Int32Array(parent.length);
      strata.forEach(({ nodes }, stratum) => (counts[nodes[family]] += split[stratum][index]));
      for (let node = parent.length - 1; node > 0; node--) counts[parent[node]] += counts[node];
      counts.forEach((count, node) => (sum += spreadPrice(input, levels[node], sizeClass, count)));
    });
  });
  return sum;
}

/** One copy of the family for each size; people flow from their stratum up to the root of the size that they sit in. */
function splitOneFamily(input: SplitInput): SizeSplit {
  const { families, strata, classes } = input;
  const { parent, levels, holders } = families[0];
  const nodes = parent.length;
  const source = nodes * classes.length + strata.length;
  const sink = source + 1;
  const network = createFlowNetwork(sink + 1);
  const arcs = strata.map((stratum, index) => {
    const from = nodes * classes.length + index;
    network.addArc(source, from, stratum.people.length, 0);
    return classes.map((_, copy) => network.addArc(from, copy * nodes + stratum.nodes[0], stratum.people.length, 0));
  });
  classes.forEach((sizeClass, copy) => {
    for (let node = 1; node < nodes; node++) {
      const price = (count: number) => spreadPrice(input, levels[node], sizeClass, count);
      const breaks = breaksOf(sizeClass, Math.min(holders[node], sizeClass.size * sizeClass.groups));
      addConvexArc(network, copy * nodes + node, copy * nodes + parent[node], breaks, price);
    }
    network.addArc(copy * nodes, sink, sizeClass.size * sizeClass.groups, 0);
  });
  network.solve(source, sink);
  return arcs.map((row) => row.map((arc) => network.flowOn(arc)));
}

/** Those who sit in groups of the first size flow down one family and up the other; each node prices both sizes at once. */
function splitTwoFamilies(input: SplitInput): SizeSplit {
  const { families, strata, classes } = input;
  const [one, other] = classes;
  const offsets = [0, families[0].parent.length];
  const network = createFlowNetwork(offsets[1] + families[1].parent.length);
  families.forEach(({ parent, levels, holders }, family) => {
    for (let node = 1; node < parent.length; node++) {
      const all = holders[node];
      const price = (count: number) =>
        spreadPrice(input, levels[node], one, count) + spreadPrice(input, levels[node], other, all - count);
      const breaks = new Set([...breaksOf(one, all), ...breaksOf(other, all).map((count) => all - count)]);
      const inner = offsets[family] + node;
      const outer = offsets[family] + parent[node];
      const ascending = [...breaks].sort((a, b) => a - b);
      if (family === 0) addConvexArc(network, outer, inner, ascending, price);
      else addConvexArc(network, inner, outer, ascending, price);
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

/**
 * Price of holders spread evenly over the groups of a size. Beyond what the groups can hold the table goes on with its last
 * step: counts there are passed on the way to a flow that fills the groups, never kept.
 */
function spreadPrice(
  { priceOf }: SplitInput,
  levels: readonly number[],
  { size, groups }: SizeClass,
  count: number,
): number {
  const below = Math.min(Math.floor(count / groups), size - 1);
  let sum = 0;
  for (const level of levels) {
    const price = priceOf(level, size, below);
    sum += groups * price + (count - below * groups) * (priceOf(level, size, below + 1) - price);
  }
  return sum;
}

/** Arcs that together cost `price` for a flow between 0 and the last break; it is convex, and linear between breaks. */
function addConvexArc(
  network: FlowNetwork,
  from: number,
  to: number,
  breaks: readonly number[],
  price: (count: number) => number,
): void {
  for (let i = 0; i + 1 < breaks.length; i++) {
    const length = breaks[i + 1] - breaks[i];
    network.addArc(from, to, length, (price(breaks[i + 1]) - price(breaks[i])) / length);
  }
}

/** Where the slope of an even spread changes, from 0 to `most`. */
function breaksOf({ size, groups }: SizeClass, most: number): number[] {
  const breaks: number[] = [];
  for (let each = 0; each < size && each * groups < most; each++) breaks.push(each * groups);
  return [...breaks, most];
}
