import { countHolders } from '../domain/profiles.js';
import type { Cohort } from '../domain/roster.js';
import type { Column } from './columns.js';
import { assertExact } from './exact.js';
import { sizeClassesOf, type CountModelInput, type LevelBlock } from './terms/count-term.js';

/** The levels of count terms, before the group sizes are added. */
export type LevelInput = Omit<CountModelInput, 'groupSizes'>;

/** The fair shares of all balanced attributes. */
export interface FairShares extends LevelInput {
  /** Weight of each level: its attribute's. */
  readonly weights: Float64Array;
  readonly holders: Int32Array;
  /** By person: people of one number hold the same levels. Two numbers may stand for the same. */
  readonly alike: Int32Array;
  readonly unit: number;
}

/**
 * The number D such that D times every fair share is whole: people divided by what they have in common with every
 * holders × size. Penalties are counted in units of 1/D.
 */
export function shareUnit(columns: readonly Column[], groupSizes: Int32Array, people: number): number {
  let common = people;
  const sizes = new Set(groupSizes);
  for (const { holders } of columns) {
    for (const count of new Set(holders)) {
      for (const size of sizes) common = greatestCommonDivisor(common, count * size);
    }
  }
  return people === 0 ? 1 : people / common;
}

/**
 * Fair share as count tables: a level held by n of N people should appear t = n·s/N times in a group of s, and count c
 * costs weight · (c − t)², less the least that a whole count can cost, in units of 1/`unit`: a whole number of at least 0.
 * Scored against the fractional share, on 0/1 levels the variance objective of anticlustering (Papenberg and Klau 2021).
 * People without any level of an attribute hold a silent one of no weight: where nobody holds two, its levels partition
 * the people, which sharpens the bound.
 */
export function compileBalance(
  columns: readonly Column[],
  groupSizes: Int32Array,
  people: number,
  unit: number,
): FairShares {
  const blocks: LevelBlock[] = [];
  const weights: number[] = [];
  const holders: number[] = [];
  for (const { key, weight, holders: counts, profileOf, heldBy } of columns) {
    const first = holders.length;
    for (const count of counts) {
      holders.push(count);
      weights.push(weight);
    }
    let silent = 0;
    for (let p = 0; p < people; p++) if (heldBy[profileOf[p]].length === 0) silent++;
    if (silent > 0) {
      holders.push(silent);
      weights.push(0);
    }
    blocks.push({ origin: { kind: 'attribute', key }, first, count: holders.length - first, isConvex: true });
  }
  assertExact(largestPenalty(weights, holders, groupSizes, unit), 'balance');
  const alike = columns.length === 0 ? new Int32Array(people) : columns[0].profileOf;
  const leastOf = new Map<string, number>();
  const squared = (level: number, size: number, count: number) => {
    const share = (holders[level] * size * unit) / people;
    return weights[level] * (unit * count * count - 2 * share * count);
  };
  const priceOf = (level: number, size: number, count: number) => {
    const key = `${level} ${size}`;
    let least = leastOf.get(key);
    if (least === undefined) {
      const floor = Math.floor((holders[level] * size) / people);
      least = Math.min(squared(level, size, floor), squared(level, size, floor + 1));
      leastOf.set(key, least);
    }
    return squared(level, size, count) - least;
  };
  return {
    ...joinColumns(columns, blocks, alike),
    alike,
    levelCount: holders.length,
    blocks,
    priceOf,
    weights: Float64Array.from(weights),
    holders: Int32Array.from(holders),
    unit,
  };
}

/**
 * What the balance tables leave out, exactly: the sum over groups and levels of the least cost of a whole count plus the
 * share's own square, in units of 1/(N·N) of a weighted squared deviation, by attribute.
 */
export function balanceBase(cohort: Cohort, key: string, groupSizes: Int32Array): bigint {
  const people = BigInt(cohort.participants.length);
  const classes = sizeClassesOf(groupSizes);
  let base = 0n;
  for (const holders of countHolders(cohort, key).values()) {
    for (const { size, groups } of classes) {
      const share = BigInt(holders) * BigInt(size);
      const below = share % people;
      const off = below * 2n <= people ? below : people - below;
      base += off * off * BigInt(groups);
    }
  }
  return base;
}

/** The level lists of all columns together: those of a column one after the other, the silent level last. */
function joinColumns(
  columns: readonly Column[],
  blocks: readonly LevelBlock[],
  profileOf: Int32Array,
): { levelStart: Int32Array; levels: Int32Array } {
  const people = profileOf.length;
  const profiles = columns.length === 0 ? [[]] : columns[0].heldBy;
  const listOf = profiles.map((_, profile) =>
    columns.flatMap(({ heldBy }, index) => {
      const { first, count } = blocks[index];
      const held = heldBy[profile];
      return held.length === 0 ? [first + count - 1] : held.map((level) => first + level);
    }),
  );
  const levelStart = new Int32Array(people + 1);
  for (let p = 0; p < people; p++) levelStart[p + 1] = levelStart[p] + listOf[profileOf[p]].length;
  const levels = new Int32Array(levelStart[people]);
  let at = 0;
  for (let p = 0; p < people; p++) for (const level of listOf[profileOf[p]]) levels[at++] = level;
  return { levelStart, levels };
}

/** Level lists of all people as one array with offsets. */
export function packLevels(levelsOf: readonly (readonly number[])[]): { levelStart: Int32Array; levels: Int32Array } {
  const levelStart = new Int32Array(levelsOf.length + 1);
  levelsOf.forEach((list, p) => (levelStart[p + 1] = levelStart[p] + list.length));
  const levels = new Int32Array(levelStart[levelsOf.length]);
  levelsOf.forEach((list, p) =>
    levels.set(
      [...list].sort((a, b) => a - b),
      levelStart[p],
    ),
  );
  return { levelStart, levels };
}

/**
 * What neither a sum of penalties nor an entry of a price table exceeds: Σ(c − t)² ≤ Σc² + Σt² over the groups, and each of
 * the two is at most the largest size times the holders.
 */
function largestPenalty(
  weights: readonly number[],
  holdersOf: readonly number[],
  groupSizes: Int32Array,
  unit: number,
): number {
  const size = groupSizes.reduce((largest, own) => Math.max(largest, own), 0);
  const sum = weights.reduce((total, weight, level) => total + 2 * weight * unit * size * holdersOf[level], 0);
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return Math.max(sum, 4 * heaviest * unit * size * size);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
