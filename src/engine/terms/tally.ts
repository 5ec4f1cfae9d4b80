import { firstBit } from '../../algorithms/bits.js';
import type { CountTables } from './count-term.js';

/** Several count terms over one assignment as one table: what they all say of a swap costs no more than what one says. */
export interface Tally {
  /** The penalty of each term, in the order in which they were given. */
  readonly penalties: Float64Array;
  /** Weighs the terms from now on; each weighs 1 until then. */
  readonly weigh: (weights: readonly number[]) => void;
  /** Change of the weighted sum if p and q, of different groups, changed places. */
  readonly delta: (p: number, q: number) => number;
  /** Change of the penalty of one term, not weighted. */
  readonly deltaOf: (term: number, p: number, q: number) => number;
  /** Takes a swap into account; called before the assignment changes. */
  readonly apply: (p: number, q: number) => void;
}

/** Levels in one word of a mask. */
const WORD = 32;

/**
 * The levels of all terms are numbered one after the other, and so is a person's list, as bits: what two people share does
 * not move when they are exchanged, and is left out a word at a time. What one holder more or less of a level would cost each
 * group is kept at hand, times the term's weight.
 */
export function createTally(terms: readonly CountTables[], groupOf: Int32Array, groupCount: number): Tally {
  const peopleCount = groupOf.length;
  const firstLevel = [0];
  for (const { levelCount } of terms) firstLevel.push(firstLevel[firstLevel.length - 1] + levelCount);
  const levelCount = firstLevel[terms.length];
  const words = Math.ceil(levelCount / WORD);
  const masks = new Int32Array(peopleCount * words);
  const termOf = new Int32Array(levelCount);
  const counts = new Int32Array(groupCount * levelCount);
  // By group and level: the entry of no holders in `steps`, which says what a holder more costs.
  const entries = new Int32Array(groupCount * levelCount);
  const steps = new Float64Array(terms.reduce((sum, term) => sum + term.steps.length, 0));
  const penalties = new Float64Array(terms.length);
  let firstEntry = 0;
  terms.forEach((term, index) => {
    const first = firstLevel[index];
    steps.set(term.steps, firstEntry);
    for (let p = 0; p < peopleCount; p++) {
      for (let i = term.levelStart[p]; i < term.levelStart[p + 1]; i++) {
        const level = first + term.levels[i];
        masks[p * words + Math.floor(level / WORD)] |= 1 << (level % WORD);
        counts[groupOf[p] * levelCount + level]++;
      }
    }
    for (let level = 0; level < term.levelCount; level++) {
      termOf[first + level] = index;
      for (let group = 0; group < groupCount; group++) {
        const cell = group * levelCount + first + level;
        entries[cell] = firstEntry + term.tableOf[group] + level * term.stride;
        penalties[index] += term.prices[entries[cell] - firstEntry + counts[cell]];
      }
    }
    firstEntry += term.steps.length;
  });

  const weightOf = new Float64Array(levelCount).fill(1);
  const adding = new Float64Array(counts.length);
  const removing = new Float64Array(counts.length);
  function price(cell: number, level: number): void {
    const entry = entries[cell] + counts[cell];
    adding[cell] = weightOf[level] * steps[entry];
    removing[cell] = counts[cell] === 0 ? 0 : -weightOf[level] * steps[entry - 1];
  }
  function priceAll(): void {
    for (let group = 0; group < groupCount; group++)
      for (let level = 0; level < levelCount; level++) price(group * levelCount + level, level);
  }
  priceAll();

  /** What levels of one word cost that leave one group for another, given the first cell of that word in both. */
  function moving(bits: number, from: number, to: number): number {
    let sum = 0;
    for (let left = bits; left !== 0; left &= left - 1) {
      const bit = firstBit(left);
      sum += removing[from + bit] + adding[to + bit];
    }
    return sum;
  }

  function delta(p: number, q: number): number {
    const from = groupOf[p] * levelCount;
    const to = groupOf[q] * levelCount;
    if (words === 1) return moving(masks[p] & ~masks[q], from, to) + moving(masks[q] & ~masks[p], to, from);
    let sum = 0;
    for (let word = 0; word < words; word++) {
      const ofP = masks[p * words + word];
      const ofQ = masks[q * words + word];
      const first = word * WORD;
      sum += moving(ofP & ~ofQ, from + first, to + first) + moving(ofQ & ~ofP, to + first, from + first);
    }
    return sum;
  }

  function deltaOf(term: number, p: number, q: number): number {
    const from = groupOf[p] * levelCount;
    const to = groupOf[q] * levelCount;
    let sum = 0;
    for (let level = firstLevel[term]; level < firstLevel[term + 1]; level++) {
      const word = Math.floor(level / WORD);
      const isOfP = (masks[p * words + word] >> (level % WORD)) & 1;
      const isOfQ = (masks[q * words + word] >> (level % WORD)) & 1;
      if (isOfP === isOfQ) continue;
      const left = (isOfP === 1 ? from : to) + level;
      const entered = (isOfP === 1 ? to : from) + level;
      sum += steps[entries[entered] + counts[entered]] - steps[entries[left] + counts[left] - 1];
    }
    return sum;
  }

  /** Moves what p holds and q does not from p's group to q's. */
  function moveLevels(p: number, q: number): void {
    const from = groupOf[p] * levelCount;
    const to = groupOf[q] * levelCount;
    for (let word = 0; word < words; word++) {
      for (let bits = masks[p * words + word] & ~masks[q * words + word]; bits !== 0; bits &= bits - 1) {
        const level = word * WORD + firstBit(bits);
        const left = from + level;
        const entered = to + level;
        counts[left]--;
        penalties[termOf[level]] += steps[entries[entered] + counts[entered]] - steps[entries[left] + counts[left]];
        counts[entered]++;
        price(left, level);
        price(entered, level);
      }
    }
  }

  return {
    penalties,
    weigh: (weights) => {
      for (let level = 0; level < levelCount; level++) weightOf[level] = weights[termOf[level]];
      priceAll();
    },
    delta,
    deltaOf,
    apply: (p, q) => {
      moveLevels(p, q);
      moveLevels(q, p);
    },
  };
}
