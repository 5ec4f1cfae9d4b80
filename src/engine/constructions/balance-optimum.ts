import { splitEquitably } from '../../algorithms/equitable-split.js';
import type { LevelInput } from '../balance.js';
import { shuffle, type Random } from '../random.js';
import { sizeClassesOf, type SizeClass } from '../terms/count-term.js';
import { findFamilies, type LevelFamily } from './level-families.js';
import { priceOfSplit, splitBySize, type SizeSplit } from './size-split.js';
import { strataOf, type Stratum } from './strata.js';

/** The best balance that exists, known by construction. */
export interface BalanceOptimum {
  /** Penalty of the balance: no assignment has less, and {@link draw} has it. */
  readonly penalty: number;
  /** An assignment with that penalty: who of a stratum sits where, and which groups of one size, are drawn at random. */
  readonly draw: (random: Random) => Int32Array;
}

/**
 * The best balance where arithmetic gives it, exactly: levels without crossings for any sizes, or two such families (two
 * crossing attributes or chains) for groups of one or two sizes. A flow settles who sits in groups of which size; inside a
 * size every level is spread evenly by {@link splitEquitably}. With more sizes than one the least price may be above the
 * sum of what each attribute could have alone.
 *
 * @param profileOf people of one profile hold the same levels; profiles are numbered from 0.
 * @returns `undefined` where levels cross in more ways, where a table is not convex, or where there is nothing to place.
 */
export function findBalanceOptimum(
  input: LevelInput,
  groupSizes: Int32Array,
  profileOf: Int32Array,
): BalanceOptimum | undefined {
  const isConvex = input.blocks.every((block) => block.isConvex);
  const classes = sizeClassesOf(groupSizes).filter(({ size }) => size > 0);
  if (!isConvex || input.levelCount === 0 || profileOf.length === 0 || classes.length === 0) return undefined;
  const families = findFamilies(input, classes, profileOf);
  if (families === undefined) return undefined;
  const strata = strataOf(families);
  const splitInput = { families, strata, classes, priceOf: input.priceOf };
  const split = splitBySize(splitInput);
  if (split === undefined) return undefined;
  let assigned: Int32Array | undefined;
  return {
    penalty: priceOfSplit(splitInput, split),
    draw: (random) => {
      assigned ??= assign(families, strata, split, classes, groupSizes);
      return redraw(assigned, strata, groupSizes, random);
    },
  };
}

/** Spreads the people of each size class evenly over its groups. */
function assign(
  families: readonly [LevelFamily, LevelFamily],
  strata: readonly Stratum[],
  split: SizeSplit,
  classes: readonly SizeClass[],
  groupSizes: Int32Array,
): Int32Array {
  const groupOf = new Int32Array(families[0].nodeOf.length);
  const taken = new Int32Array(strata.length);
  classes.forEach(({ size, groups }, index) => {
    const people = strata.flatMap((stratum, number) => {
      const from = taken[number];
      taken[number] += split[number][index];
      return stratum.people.slice(from, taken[number]);
    });
    const treeOf = ({ parent, nodeOf }: LevelFamily) => ({ parent, nodeOf: Int32Array.from(people, (p) => nodeOf[p]) });
    const own = [...groupSizes.keys()].filter((group) => groupSizes[group] === size);
    const partOf = splitEquitably(treeOf(families[0]), treeOf(families[1]), groups);
    people.forEach((p, position) => (groupOf[p] = own[partOf[position]]));
  });
  return groupOf;
}

/** Another assignment with the same counts up to the order of groups of one size. */
function redraw(groupOf: Int32Array, strata: readonly Stratum[], groupSizes: Int32Array, random: Random): Int32Array {
  const renamed = Int32Array.from(groupSizes.keys());
  for (const { size } of sizeClassesOf(groupSizes)) {
    const groups = [...groupSizes.keys()].filter((group) => groupSizes[group] === size);
    const order = shuffle(Int32Array.from(groups), random);
    groups.forEach((group, index) => (renamed[group] = order[index]));
  }
  const drawn = new Int32Array(groupOf.length);
  for (const { people } of strata) {
    const seats = shuffle(
      Int32Array.from(people, (p) => renamed[groupOf[p]]),
      random,
    );
    people.forEach((p, index) => (drawn[p] = seats[index]));
  }
  return drawn;
}
