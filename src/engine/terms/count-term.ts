import { firstBit } from '../../algorithms/bits.js';
import { mostOf } from '../../domain/extremes.js';
import { attributeBound, levelBound, type HoldingRange } from '../lower-bound.js';
import type { Origin, Share, Term, TermModel } from './term.js';

/** Levels that belong together: those of one attribute, or the one that a rule counts. */
export interface LevelBlock {
  readonly origin: Origin;
  readonly first: number;
  readonly count: number;
  /** Whether every price table is convex, so that the levels can be bounded together. */
  readonly isConvex: boolean;
  /** A number that every price is a multiple of, which sharpens bounds; absent: 1. */
  readonly multiple?: number;
}

/** Members of each group that hold a level, priced by a table over 0…size. */
export interface CountModelInput {
  readonly groupSizes: Int32Array;
  /** Person p holds the levels `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending. */
  readonly levelStart: Int32Array;
  readonly levels: Int32Array;
  readonly levelCount: number;
  readonly blocks: readonly LevelBlock[];
  /** People who hold each level, where that is known already; absent: counted. */
  readonly holders?: Int32Array;
  /** Penalty of `count` holders of `level` in a group of `size`: an integer of at least 0. */
  readonly priceOf: (level: number, size: number, count: number) => number;
  /** A bound of the whole term where it is known already; absent: computed block by block. */
  readonly knownBound?: number;
}

/** The groups of one size: they share their price tables. */
export interface SizeClass {
  readonly size: number;
  readonly groups: number;
}

/** What a count term is made of, for whoever prices several at once. */
export interface CountTables {
  readonly levelStart: Int32Array;
  readonly levels: Int32Array;
  readonly levelCount: number;
  /** The price of `count` holders of `level` in a group is at `tableOf[group] + level * stride + count`. */
  readonly prices: Float64Array;
  /** What one holder more costs, at the same place. */
  readonly steps: Float64Array;
  readonly stride: number;
  readonly tableOf: Int32Array;
}

/** Levels in one word of a mask. */
const WORD = 32;

/** The count term: fair share, at least, at most, nobody alone are all tables over the count of a level in a group. */
export function createCountModel(input: CountModelInput): TermModel {
  const { groupSizes, levelStart, levels, levelCount, blocks, priceOf, knownBound } = input;
  const groupCount = groupSizes.length;
  const classes = sizeClassesOf(groupSizes);
  const classBySize = new Map(classes.map(({ size }, index) => [size, index]));
  const stride = mostOf([0, ...classes.map(({ size }) => size)]) + 1;

  const prices = new Float64Array(classes.length * levelCount * stride);
  classes.forEach(({ size }, index) => {
    for (let level = 0; level < levelCount; level++) {
      for (let count = 0; count <= size; count++)
        prices[(index * levelCount + level) * stride + count] = priceOf(level, size, count);
    }
  });
  const steps = new Float64Array(prices.length);
  for (let cell = 0; cell + 1 < prices.length; cell++) steps[cell] = prices[cell + 1] - prices[cell];
  const tableOf = new Int32Array(groupCount);
  for (let group = 0; group < groupCount; group++)
    tableOf[group] = (classBySize.get(groupSizes[group]) ?? 0) * levelCount * stride;

  const holders = input.holders ?? countLevels(levels, levelCount);
  const tableAt = (level: number) => (sizeClass: number) => {
    const from = (sizeClass * levelCount + level) * stride;
    return prices.subarray(from, from + classes[sizeClass].size + 1);
  };
  const bounds = blocks.map((block) => {
    if (knownBound !== undefined) return 0;
    const inside = Array.from({ length: block.count }, (_, index) => block.first + index);
    const demands = inside.map((level) => ({ holders: holders[level], table: tableAt(level) }));
    if (block.isConvex) return attributeBound(demands, classes, () => holdingRange(block, levelStart, levels));
    return demands.reduce((sum, demand) => sum + levelBound(demand, classes, block.multiple), 0);
  });

  // Half the memory, which in a large cohort is what a collection of garbage is set off by.
  const isSmall = classes.every(({ size }) => size <= 0xffff);
  const words = Math.ceil(levelCount / WORD);
  let known: Int32Array | undefined;
  const maskedLevels = () => (known ??= maskLevels(levelStart, levels, words));
  const isInvolved = new Uint8Array(levelStart.length - 1);
  for (let p = 0; p < isInvolved.length; p++) isInvolved[p] = levelStart[p + 1] > levelStart[p] ? 1 : 0;

  function start(groupOf: Int32Array): Term {
    const counts = isSmall ? new Uint16Array(groupCount * levelCount) : new Int32Array(groupCount * levelCount);
    for (let p = 0; p < groupOf.length; p++) {
      for (let i = levelStart[p]; i < levelStart[p + 1]; i++) counts[groupOf[p] * levelCount + levels[i]]++;
    }
    // What one holder more or less of a level would cost each group: a delta then needs no table. Made for the first move:
    // most assignments of a large cohort are priced once and never changed.
    let adding = new Float64Array(0);
    let removing = adding;
    let masks: Int32Array = new Int32Array(0);
    const price = (group: number, level: number) => {
      const cell = group * levelCount + level;
      const entry = tableOf[group] + level * stride + counts[cell];
      adding[cell] = steps[entry];
      removing[cell] = counts[cell] === 0 ? 0 : -steps[entry - 1];
    };
    const prepareMoves = () => {
      masks = maskedLevels();
      adding = new Float64Array(counts.length);
      removing = new Float64Array(counts.length);
      for (let group = 0; group < groupCount; group++)
        for (let level = 0; level < levelCount; level++) price(group, level);
    };

    const penaltyOf = (block: LevelBlock) => {
      let sum = 0;
      for (let group = 0; group < groupCount; group++) {
        for (let level = block.first; level < block.first + block.count; level++) {
          sum += prices[tableOf[group] + level * stride + counts[group * levelCount + level]];
        }
      }
      return sum;
    };

    function delta(p: number, q: number): number {
      if (adding.length === 0) prepareMoves();
      const from = groupOf[p] * levelCount;
      const to = groupOf[q] * levelCount;
      let sum = 0;
      for (let i = levelStart[p]; i < levelStart[p + 1]; i++)
        sum += removing[from + levels[i]] + adding[to + levels[i]];
      for (let i = levelStart[q]; i < levelStart[q + 1]; i++)
        sum += removing[to + levels[i]] + adding[from + levels[i]];
      // A level that both hold does not move: it has been priced both ways and is taken out again.
      for (let word = 0; word < words; word++) {
        let shared = masks[p * words + word] & masks[q * words + word];
        while (shared !== 0) {
          const bit = 31 - Math.clz32(shared);
          const level = word * WORD + bit;
          sum -= removing[from + level] + adding[to + level] + removing[to + level] + adding[from + level];
          shared ^= 1 << bit;
        }
      }
      return sum;
    }

    function taking(p: number, q: number): number {
      if (adding.length === 0) prepareMoves();
      const group = groupOf[q] * levelCount;
      let sum = 0;
      for (let word = 0; word < words; word++) {
        const first = group + word * WORD;
        const ofP = masks[p * words + word];
        const ofQ = masks[q * words + word];
        for (let left = ofP & ~ofQ; left !== 0; left &= left - 1) sum += adding[first + firstBit(left)];
        for (let left = ofQ & ~ofP; left !== 0; left &= left - 1) sum += removing[first + firstBit(left)];
      }
      return sum;
    }

    function apply(p: number, q: number): void {
      term.penalty += delta(p, q);
      const from = groupOf[p];
      const to = groupOf[q];
      for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
        counts[from * levelCount + levels[i]]--;
        counts[to * levelCount + levels[i]]++;
      }
      for (let i = levelStart[q]; i < levelStart[q + 1]; i++) {
        counts[to * levelCount + levels[i]]--;
        counts[from * levelCount + levels[i]]++;
      }
      for (const person of [p, q]) {
        for (let i = levelStart[person]; i < levelStart[person + 1]; i++) {
          price(from, levels[i]);
          price(to, levels[i]);
        }
      }
    }

    const explain = (): readonly Share[] =>
      blocks.map((block, index) => ({ origin: block.origin, penalty: penaltyOf(block), bound: bounds[index] }));
    const term: Term = {
      isInvolved,
      penalty: blocks.reduce((sum, block) => sum + penaltyOf(block), 0),
      delta,
      taking,
      apply,
      explain,
    };
    return term;
  }

  const tables: CountTables = { levelStart, levels, levelCount, prices, steps, stride, tableOf };
  return { bound: knownBound ?? bounds.reduce((sum, bound) => sum + bound, 0), start, tables };
}

/** The levels of each person as bits, `words` words a person. */
function maskLevels(levelStart: Int32Array, levels: Int32Array, words: number): Int32Array {
  const masks = new Int32Array((levelStart.length - 1) * words);
  for (let p = 0; p + 1 < levelStart.length; p++) {
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
      masks[p * words + Math.floor(levels[i] / WORD)] |= 1 << (levels[i] % WORD);
    }
  }
  return masks;
}

function holdingRange(block: LevelBlock, levelStart: Int32Array, levels: Int32Array): HoldingRange {
  const people = levelStart.length - 1;
  const numbers = Int32Array.from({ length: people }, (_, p) => {
    let number = 0;
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
      if (levels[i] >= block.first && levels[i] < block.first + block.count) number++;
    }
    return number;
  }).sort();
  const least = new Float64Array(people + 1);
  const most = new Float64Array(people + 1);
  for (let n = 0; n < people; n++) {
    least[n + 1] = least[n] + numbers[n];
    most[n + 1] = most[n] + numbers[people - 1 - n];
  }
  return { least, most };
}

/** How often each level stands in a list. */
export function countLevels(levels: Int32Array | Uint16Array, levelCount: number): Int32Array {
  const totals = new Int32Array(levelCount);
  for (let i = 0; i < levels.length; i++) totals[levels[i]]++;
  return totals;
}

/** Distinct group sizes, ascending, with how many groups have each. */
export function sizeClassesOf(groupSizes: Int32Array): readonly SizeClass[] {
  const groups = new Map<number, number>();
  for (const size of groupSizes) groups.set(size, (groups.get(size) ?? 0) + 1);
  return [...groups].map(([size, count]) => ({ size, groups: count })).sort((a, b) => a.size - b.size);
}
