import type { FlowNetwork } from '../../algorithms/min-cost-flow.js';
import type { LevelInput } from '../balance.js';
import type { SizeClass } from '../terms/count-term.js';

/**
 * Price of the holders of some levels, spread evenly over the groups of a size. Beyond what these can hold the tables go on
 * with their last step: such counts are met on the way to a flow that fills the groups, never kept.
 */
export function spreadPrice(
  priceOf: LevelInput['priceOf'],
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

/** Where the slope of an even spread changes, from 0 to `most`. */
export function breaksOf({ size, groups }: SizeClass, most: number): number[] {
  const breaks: number[] = [];
  for (let each = 0; each < size && each * groups < most; each++) breaks.push(each * groups);
  return [...breaks, most];
}

/** Arcs that together cost `price` for a flow between 0 and the last break; it is convex, and linear between breaks. */
export function addConvexArc(
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
