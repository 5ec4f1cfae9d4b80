import { leastOf } from '../domain/extremes.js';
import type { LevelInput } from './balance.js';
import type { Problem } from './problem.js';
import { createCountModel, sizeClassesOf } from './terms/count-term.js';
import { createPairModel, type Clique } from './terms/pair-term.js';
import { createPlacementModel, type PlacementLayer } from './terms/placement-term.js';

/** What the merged problem is made from, beside the problem itself. */
export interface MergeParts {
  readonly balance: LevelInput;
  readonly hardLevels: LevelInput;
  readonly hardCliques: readonly Clique[];
  /** Costs by person and group of the problem. */
  readonly hardLayers: readonly PlacementLayer[];
}

/** Merging is a step for small cohorts: above, its price tables would outgrow what they bring. */
const MOST_PEOPLE = 5_000;

/**
 * The problem with all groups of one size merged into one large group, priced as if its members were then spread evenly
 * over the groups it stands for. Which people sit in the larger groups is thus settled by itself, against few and long
 * tables; what is left are groups of one size, where even counts can be had without touching the others. Searching both
 * at once mixes two scales and seldom gets the first right.
 *
 * `undefined` when there is nothing to merge apart, when two sizes have as many seats, or above 5,000 people.
 */
export function mergeSizes(problem: Problem, parts: MergeParts): Problem | undefined {
  const { groupSizes, peopleCount } = problem;
  const classes = sizeClassesOf(groupSizes);
  const seats = Int32Array.from(classes, ({ size, groups }) => size * groups);
  const isPointless = classes.length < 2 || classes.length === groupSizes.length || new Set(seats).size < seats.length;
  if (isPointless || peopleCount > MOST_PEOPLE || !problem.isBalanced) return undefined;

  const classBySeats = new Map([...seats].map((count, index) => [count, classes[index]]));
  const spread = (input: LevelInput): LevelInput => {
    const isConvex = memoize((level: number) =>
      classes.every(({ size }) => isConvexUpTo(size, (count) => input.priceOf(level, size, count))),
    );
    return {
      ...input,
      priceOf: (level, seatCount, count) => {
        const { size, groups } = classBySeats.get(seatCount) ?? classes[0];
        // A table that is not convex (nobody alone) says nothing of an even spread: the finer search sees to it.
        if (!isConvex(level)) return 0;
        const below = Math.floor(count / groups);
        const above = count % groups;
        const upper = above === 0 ? 0 : above * input.priceOf(level, size, below + 1);
        return (groups - above) * input.priceOf(level, size, below) + upper;
      },
    };
  };
  const groupsOf = classes.map(({ size }) => [...groupSizes.keys()].filter((group) => groupSizes[group] === size));
  const layers = parts.hardLayers.map(({ origin, costOf }) => ({
    origin,
    costOf: (p: number, place: number) => leastOf(groupsOf[place].map((group) => costOf(p, group))),
  }));
  const together = parts.hardCliques.filter(({ wish }) => wish === 'together');
  const hard = [
    ...(parts.hardLevels.levelCount === 0
      ? []
      : [createCountModel({ groupSizes: seats, ...spread(parts.hardLevels), knownBound: 0 })]),
    ...(together.length === 0 ? [] : [createPairModel(peopleCount, seats, together)]),
    ...(layers.length === 0
      ? []
      : [
          createPlacementModel({
            peopleCount,
            groupSizes: seats,
            placeOf: Int32Array.from(seats.keys()),
            placeCount: seats.length,
            layers,
          }),
        ]),
  ];
  const knownBound = problem.soft[0].bound;
  return {
    ...problem,
    groupSizes: seats,
    groups: [],
    hard,
    guides: [],
    soft: [createCountModel({ groupSizes: seats, ...spread(parts.balance), knownBound })],
    hardBound: hard.reduce((sum, term) => sum + term.bound, 0),
    softBound: knownBound,
  };
}

function isConvexUpTo(size: number, priceOf: (count: number) => number): boolean {
  for (let count = 1; count < size; count++) {
    if (priceOf(count + 1) - priceOf(count) < priceOf(count) - priceOf(count - 1)) return false;
  }
  return true;
}

function memoize<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
