import { countBits, firstBit, wordsFor } from '../../algorithms/bits.js';

/** Who is there, and what a fair group is. */
export interface FairGroupsInput {
  /** Levels of each person of the pool, in their order. */
  readonly levelsOf: readonly Int32Array[];
  /** People of a group. */
  readonly size: number;
  /** By level: the least and the most holders of a fair group. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Groups after which the search gives up. */
  readonly most: number;
}

/** A search for all fair groups of a pool of people, advanced in steps. */
export interface FairGroups {
  /** Adds one person to the group in the making, or takes one out again; returns how many words it looked at for that. */
  readonly step: () => number;
  readonly isDone: () => boolean;
  /** The groups found, as words of bits, one bit for each person of the pool; `undefined` where there are too many. */
  readonly groups: () => Int32Array | undefined;
}

/**
 * Lists every group that holds each level as often as is fair. The next person of a group is one with the level that has the
 * fewest candidates to spare (dynamic variable ordering; Haralick and Elliott 1980); whoever has been tried is left out
 * below, so that no group is met twice, and so are the holders of a level that is full. Where each level is held by one in
 * each group, some hundred people have but some thousand fair groups.
 */
export function listFairGroups(input: FairGroupsInput): FairGroups {
  const { levelsOf, size, low, high, most } = input;
  const words = wordsFor(levelsOf.length);
  const levelCount = low.length;
  const holders = new Int32Array(levelCount * words);
  levelsOf.forEach((levels, person) => {
    for (const level of levels) holders[level * words + (person >> 5)] |= 1 << (person & 31);
  });
  const demanding = Int32Array.from(low.keys()).filter((level) => low[level] > 0);
  const counts = new Int32Array(levelCount);
  /** By depth: who can still be added, and of these who is to be tried there; then who was added. */
  const candidates = new Int32Array((size + 1) * words);
  const untried = new Int32Array((size + 1) * words);
  const added = new Int32Array(size);
  let found = new Int32Array(64 * words);
  let length = 0;
  let isTooMany = false;
  for (let person = 0; person < levelsOf.length; person++) candidates[person >> 5] |= 1 << (person & 31);
  for (let level = 0; level < levelCount; level++) if (high[level] === 0) removeHolders(level, 0);
  let depth = -1;
  descend();

  function removeHolders(level: number, from: number): void {
    for (let word = 0; word < words; word++) candidates[from + word] &= ~holders[level * words + word];
  }

  /** Chooses whom to try next, unless the group is whole or cannot become fair. */
  function descend(): void {
    const from = (depth + 1) * words;
    let scarcest = -1;
    let least = Infinity;
    for (const level of demanding) {
      const needed = low[level] - counts[level];
      if (needed <= 0) continue;
      let there = 0;
      for (let word = 0; word < words; word++)
        there += countBits(candidates[from + word] & holders[level * words + word]);
      if (there < needed || needed > size - depth - 1) return;
      if (there - needed >= least) continue;
      least = there - needed;
      scarcest = level;
    }
    if (depth + 1 === size) {
      keep();
      return;
    }
    depth++;
    for (let word = 0; word < words; word++)
      untried[from + word] = candidates[from + word] & (scarcest < 0 ? -1 : holders[scarcest * words + word]);
  }

  function keep(): void {
    if (length === most * words) {
      isTooMany = true;
      return;
    }
    if (length === found.length) {
      const longer = new Int32Array(2 * length);
      longer.set(found);
      found = longer;
    }
    for (let i = 0; i < size; i++) found[length + (added[i] >> 5)] |= 1 << (added[i] & 31);
    length += words;
  }

  function add(person: number): void {
    const from = depth * words;
    added[depth] = person;
    candidates.copyWithin(from + words, from, from + words);
    for (const level of levelsOf[person]) if (++counts[level] === high[level]) removeHolders(level, from + words);
  }

  /** Takes out the person of this depth, if one is in. */
  function takeOut(): void {
    for (const level of levelsOf[added[depth]]) counts[level]--;
  }

  const isDone = () => depth < 0 || isTooMany;
  return {
    isDone,
    step: () => {
      if (isDone()) return 0;
      const from = depth * words;
      let word = 0;
      while (word < words && untried[from + word] === 0) word++;
      if (word === words) {
        depth--;
        if (depth >= 0) takeOut();
        return words;
      }
      const person = word * 32 + firstBit(untried[from + word]);
      untried[from + word] &= untried[from + word] - 1;
      candidates[from + word] &= ~(1 << (person & 31));
      add(person);
      const before = depth;
      descend();
      if (depth === before) takeOut();
      return words * demanding.length;
    },
    groups: () => (isTooMany ? undefined : found.slice(0, length)),
  };
}
