import { firstBit } from '../../algorithms/bits.js';
import type { CountTables } from './count-term.js';

/** Levels in one word of a mask. */
const WORD = 32;

/**
 * Several count terms over one assignment as one table: what they all say of a swap costs no more than what one says.
 *
 * The levels of all terms are numbered one after the other, and so is a person's list, as bits: what two people share does
 * not move when they are exchanged, and is left out a word at a time. What one holder more or less of a level would cost each
 * group is kept at hand, times the term's weight.
 */
export class Tally {
  /** The penalty of each term, in the order in which they were given. */
  readonly penalties: Float64Array;
  readonly #groupOf: Int32Array;
  readonly #groupCount: number;
  readonly #levelCount: number;
  /** The first level of each term, and the end. */
  readonly #firstLevel: readonly number[];
  readonly #termOf: Int32Array;
  readonly #words: number;
  readonly #masks: Int32Array;
  /** Holders by group and level. */
  readonly #counts: Int32Array;
  /** By group and level: the entry of no holders in `steps`, which says what a holder more costs. */
  readonly #entries: Int32Array;
  readonly #steps: Float64Array;
  readonly #weights: Float64Array;
  readonly #adding: Float64Array;
  readonly #removing: Float64Array;
  /** By level: what it costs to hold it in a place that is looked at. */
  readonly #prices: Float64Array;

  /** @param groupOf The assignment that is swapped in. */
  constructor(terms: readonly CountTables[], groupOf: Int32Array, groupCount: number) {
    const peopleCount = groupOf.length;
    const firstLevel = [0];
    for (const { levelCount } of terms) firstLevel.push(firstLevel[firstLevel.length - 1] + levelCount);
    const levelCount = firstLevel[terms.length];
    const words = Math.ceil(levelCount / WORD);
    this.penalties = new Float64Array(terms.length);
    this.#groupOf = groupOf;
    this.#groupCount = groupCount;
    this.#levelCount = levelCount;
    this.#firstLevel = firstLevel;
    this.#termOf = new Int32Array(levelCount);
    this.#words = words;
    this.#masks = new Int32Array(peopleCount * words);
    this.#counts = new Int32Array(groupCount * levelCount);
    this.#entries = new Int32Array(groupCount * levelCount);
    this.#steps = new Float64Array(terms.reduce((sum, term) => sum + term.steps.length, 0));
    this.#weights = new Float64Array(levelCount).fill(1);
    this.#adding = new Float64Array(groupCount * levelCount);
    this.#removing = new Float64Array(groupCount * levelCount);
    this.#prices = new Float64Array(levelCount);
    let firstEntry = 0;
    terms.forEach((term, index) => {
      const first = firstLevel[index];
      this.#steps.set(term.steps, firstEntry);
      for (let p = 0; p < peopleCount; p++) {
        for (let i = term.levelStart[p]; i < term.levelStart[p + 1]; i++) {
          const level = first + term.levels[i];
          this.#masks[p * words + Math.floor(level / WORD)] |= 1 << (level % WORD);
          this.#counts[groupOf[p] * levelCount + level]++;
        }
      }
      for (let level = 0; level < term.levelCount; level++) {
        this.#termOf[first + level] = index;
        for (let group = 0; group < groupCount; group++) {
          const cell = group * levelCount + first + level;
          this.#entries[cell] = firstEntry + term.tableOf[group] + level * term.stride;
          this.penalties[index] += term.prices[this.#entries[cell] - firstEntry + this.#counts[cell]];
        }
      }
      firstEntry += term.steps.length;
    });
    this.#priceAll();
  }

  /** Weighs the terms from now on; each weighs 1 until then. */
  weigh(weights: readonly number[]): void {
    for (let level = 0; level < this.#levelCount; level++) this.#weights[level] = weights[this.#termOf[level]];
    this.#priceAll();
  }

  /** Change of the weighted sum if p and q, of different groups, changed places. */
  delta(p: number, q: number): number {
    const masks = this.#masks;
    const words = this.#words;
    const from = this.#groupOf[p] * this.#levelCount;
    const to = this.#groupOf[q] * this.#levelCount;
    const adding = this.#adding;
    const removing = this.#removing;
    if (words === 1) {
      const ofP = masks[p];
      const ofQ = masks[q];
      return moving(ofP & ~ofQ, from, to, adding, removing) + moving(ofQ & ~ofP, to, from, adding, removing);
    }
    let sum = 0;
    for (let word = 0; word < words; word++) {
      const ofP = masks[p * words + word];
      const ofQ = masks[q * words + word];
      const first = word * WORD;
      sum +=
        moving(ofP & ~ofQ, from + first, to + first, adding, removing) +
        moving(ofQ & ~ofP, to + first, from + first, adding, removing);
    }
    return sum;
  }

  /**
   * Adds to `costs`, for each two of some people of different groups, the change of the weighted sum in the second's group alone if the first
   * took the second's place there: row by row, the first by row.
   */
  addTakings(people: Int32Array, costs: Float64Array): void {
    const size = people.length;
    const prices = this.#prices;
    for (let place = 0; place < size; place++) {
      const leaving = this.#priceHolding(people[place]);
      for (let who = 0; who < size; who++) {
        if (who === place) continue;
        let sum = leaving;
        for (let word = 0; word < this.#words; word++) {
          const first = word * WORD;
          for (let left = this.#masks[people[who] * this.#words + word]; left !== 0; left &= left - 1)
            sum += prices[first + firstBit(left)];
        }
        costs[who * size + place] += sum;
      }
    }
  }

  /** Prices what holding each level costs whoever takes somebody's place; says what it costs to hold none. */
  #priceHolding(person: number): number {
    const prices = this.#prices;
    const cells = this.#groupOf[person] * this.#levelCount;
    for (let level = 0; level < this.#levelCount; level++) prices[level] = this.#adding[cells + level];
    let leaving = 0;
    for (let word = 0; word < this.#words; word++) {
      for (let left = this.#masks[person * this.#words + word]; left !== 0; left &= left - 1) {
        const level = word * WORD + firstBit(left);
        leaving += this.#removing[cells + level];
        prices[level] = -this.#removing[cells + level];
      }
    }
    return leaving;
  }

  /** Change of the weighted sum in q's group alone if p took q's place there. */
  taking(p: number, q: number): number {
    const group = this.#groupOf[q] * this.#levelCount;
    let sum = 0;
    for (let word = 0; word < this.#words; word++) {
      const ofP = this.#masks[p * this.#words + word];
      const ofQ = this.#masks[q * this.#words + word];
      const first = group + word * WORD;
      for (let left = ofP & ~ofQ; left !== 0; left &= left - 1) sum += this.#adding[first + firstBit(left)];
      for (let left = ofQ & ~ofP; left !== 0; left &= left - 1) sum += this.#removing[first + firstBit(left)];
    }
    return sum;
  }

  /** Change of the penalty of one term, not weighted. */
  deltaOf(term: number, p: number, q: number): number {
    const from = this.#groupOf[p] * this.#levelCount;
    const to = this.#groupOf[q] * this.#levelCount;
    let sum = 0;
    for (let level = this.#firstLevel[term]; level < this.#firstLevel[term + 1]; level++) {
      const word = Math.floor(level / WORD);
      const isOfP = (this.#masks[p * this.#words + word] >> (level % WORD)) & 1;
      const isOfQ = (this.#masks[q * this.#words + word] >> (level % WORD)) & 1;
      if (isOfP === isOfQ) continue;
      const left = (isOfP === 1 ? from : to) + level;
      const entered = (isOfP === 1 ? to : from) + level;
      sum += this.#stepAt(entered, 0) - this.#stepAt(left, -1);
    }
    return sum;
  }

  /** Takes a swap into account; called before the assignment changes. */
  apply(p: number, q: number): void {
    this.#moveLevels(p, q);
    this.#moveLevels(q, p);
  }

  /** Moves what p holds and q does not from p's group to q's. */
  #moveLevels(p: number, q: number): void {
    const words = this.#words;
    const from = this.#groupOf[p] * this.#levelCount;
    const to = this.#groupOf[q] * this.#levelCount;
    for (let word = 0; word < words; word++) {
      for (let bits = this.#masks[p * words + word] & ~this.#masks[q * words + word]; bits !== 0; bits &= bits - 1) {
        const level = word * WORD + firstBit(bits);
        const left = from + level;
        const entered = to + level;
        this.penalties[this.#termOf[level]] += this.#stepAt(entered, 0) - this.#stepAt(left, -1);
        this.#counts[left]--;
        this.#counts[entered]++;
        this.#price(left, level);
        this.#price(entered, level);
      }
    }
  }

  /** What a holder more costs where there are so many more than there are. */
  #stepAt(cell: number, more: number): number {
    return this.#steps[this.#entries[cell] + this.#counts[cell] + more];
  }

  #price(cell: number, level: number): void {
    const weight = this.#weights[level];
    this.#adding[cell] = weight * this.#stepAt(cell, 0);
    this.#removing[cell] = this.#counts[cell] === 0 ? 0 : -weight * this.#stepAt(cell, -1);
  }

  #priceAll(): void {
    for (let group = 0; group < this.#groupCount; group++)
      for (let level = 0; level < this.#levelCount; level++) this.#price(group * this.#levelCount + level, level);
  }
}

/** What levels of one word cost that leave one group for another, given the first cell of that word in both. */
function moving(bits: number, from: number, to: number, adding: Float64Array, removing: Float64Array): number {
  let sum = 0;
  for (let left = bits; left !== 0; left &= left - 1) {
    const bit = firstBit(left);
    sum += removing[from + bit] + adding[to + bit];
  }
  return sum;
}
