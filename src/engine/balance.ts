import { attributeOf, type Cohort } from '../domain/roster.js';
import { assertExact } from './exact.js';
import type { CountModelInput, LevelBlock } from './terms/count-term.js';

/** The levels of count terms, before the group sizes are added. */
export type LevelInput = Omit<CountModelInput, 'groupSizes'>;

/**
 * The number D such that D times every fair share is whole: people divided by what they have in common with every
 * holders × size. Penalties are counted in units of 1/D.
 */
export function shareUnit(cohort: Cohort, balance: ReadonlyMap<string, number>, groupSizes: Int32Array): number {
  const people = cohort.participants.length;
  let common = people;
  const sizes = new Set(groupSizes);
  for (const key of balance.keys()) {
    for (const holders of countHolders(cohort, key).values()) {
      for (const size of sizes) common = greatestCommonDivisor(common, holders * size);
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
  cohort: Cohort,
  balance: ReadonlyMap<string, number>,
  groupSizes: Int32Array,
  unit: number,
): LevelInput {
  const people = cohort.participants;
  const blocks: LevelBlock[] = [];
  const weights: number[] = [];
  const holdersOf: number[] = [];
  const levelsOf: number[][] = people.map(() => []);
  for (const { key, weight, levels } of findColumns(cohort, balance)) {
    const first = holdersOf.length;
    for (const holders of levels) {
      for (const p of holders) levelsOf[p].push(holdersOf.length);
      holdersOf.push(holders.length);
      weights.push(weight);
    }
    let silent = 0;
    people.forEach((person, p) => {
      if ((person.levels.get(key) ?? []).length > 0) return;
      levelsOf[p].push(first + levels.length);
      silent++;
    });
    if (silent > 0) {
      holdersOf.push(silent);
      weights.push(0);
    }
    blocks.push({ origin: { kind: 'attribute', key }, first, count: holdersOf.length - first, isConvex: true });
  }
  assertExact(largestPenalty(weights, holdersOf, groupSizes, unit), 'balance');
  const leastOf = new Map<string, number>();
  const squared = (level: number, size: number, count: number) => {
    const share = (holdersOf[level] * size * unit) / people.length;
    return weights[level] * (unit * count * count - 2 * share * count);
  };
  const priceOf = (level: number, size: number, count: number) => {
    const key = `${level} ${size}`;
    let least = leastOf.get(key);
    if (least === undefined) {
      const floor = Math.floor((holdersOf[level] * size) / people.length);
      least = Math.min(squared(level, size, floor), squared(level, size, floor + 1));
      leastOf.set(key, least);
    }
    return squared(level, size, count) - least;
  };
  return { ...packLevels(levelsOf), levelCount: holdersOf.length, blocks, priceOf };
}

/**
 * What the balance tables leave out, exactly: the sum over groups and levels of the least cost of a whole count plus the
 * share's own square, in units of 1/(N·N) of a weighted squared deviation, by attribute.
 */
export function balanceBase(cohort: Cohort, key: string, groupSizes: Int32Array): bigint {
  const people = BigInt(cohort.participants.length);
  let base = 0n;
  for (const holders of countHolders(cohort, key).values()) {
    for (const size of groupSizes) {
      const share = BigInt(holders) * BigInt(size);
      const below = share % people;
      const off = below * 2n <= people ? below : people - below;
      base += off * off;
    }
  }
  return base;
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

/** An attribute to balance: the people who hold each of its levels. */
interface Column {
  readonly key: string;
  readonly weight: number;
  readonly levels: readonly (readonly number[])[];
}

/**
 * Attributes by weight, levels by the number of holders, heaviest and largest first; then by who holds them: what
 * attributes and levels are called, and the order of the settings, change nothing.
 */
function findColumns(cohort: Cohort, balance: ReadonlyMap<string, number>): readonly Column[] {
  const columns = [...balance].flatMap(([key, weight]): Column[] => {
    if (weight === 0 || attributeOf(cohort, key) === undefined) return [];
    const holders = new Map<string, number[]>();
    cohort.participants.forEach((person, p) => {
      for (const level of person.levels.get(key) ?? []) {
        const own = holders.get(level);
        if (own === undefined) holders.set(level, [p]);
        else own.push(p);
      }
    });
    return [{ key, weight, levels: [...holders.values()].sort((a, b) => b.length - a.length || compareNumbers(a, b)) }];
  });
  return columns.sort((a, b) => b.weight - a.weight || compareColumns(a, b));
}

function compareColumns({ levels: a }: Column, { levels: b }: Column): number {
  for (let level = 0; level < Math.min(a.length, b.length); level++) {
    const difference = compareNumbers(a[level], b[level]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

function countHolders(cohort: Cohort, key: string): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const person of cohort.participants) {
    for (const level of person.levels.get(key) ?? []) holders.set(level, (holders.get(level) ?? 0) + 1);
  }
  return holders;
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
