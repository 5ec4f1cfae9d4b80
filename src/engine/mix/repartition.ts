import { firstBit, wordsFor } from '../../algorithms/bits.js';
import { createSetPacking, type SetPacking } from '../../algorithms/set-packing.js';
import { shuffle } from '../random.js';
import { fairCounts } from './fair-counts.js';
import { listFairGroups, type FairGroups } from './fair-groups.js';
import type { Mix } from './mix.js';
import { createPhase, type Phase, type PhaseInput } from './phase.js';
import { levelsBySeat } from './seating.js';

/** Bins dissolved at first. */
const FIRST_POOL = 4;
/** Fair groups of a pool beyond which it is too large. */
const MOST_GROUPS = 8_192;
/** Words, sets, people or levels looked at that are as much work as one proposal. */
const LOOKS = 32;

export interface RepartitionInput extends PhaseInput {
  readonly mix: Mix;
  /** The person at each seat at first; bins number people by seat. */
  readonly people: Int32Array;
}

/** Bins that are dissolved at once: all their people are dealt to them anew. */
interface Attempt {
  readonly pool: readonly number[];
  readonly seats: Int32Array;
  readonly fair: FairGroups;
  packing?: SetPacking;
}

/**
 * Dissolves some bins and deals their people anew so that all are fair: every fair group of these people is listed, and
 * disjoint ones are sought that take in everybody (large neighbourhood search; Shaw 1998). Where every share is whole,
 * exchanges of two people get stuck a few units above the bound, while the people of eight or nine bins have but some
 * hundred fair groups, and can usually be parted into them in several ways.
 *
 * All bins that are off are dissolved, and others beside them. Where these are more than the pool holds, one bin of it is
 * left with what the others were off by, so that fewer are off. The pool grows while there is no such partition, until its
 * fair groups are too many.
 */
export function createRepartition(input: RepartitionInput): Phase {
  const { bins, random, firstBin, lastBin, budget, mix, people, isAllowed, swap } = input;
  const { binStart, binOf, members, offCounts } = bins;
  const binCount = lastBin - firstBin;
  const size = binStart[firstBin + 1] - binStart[firstBin];
  const own = levelsBySeat(mix, people.subarray(binStart[firstBin], binStart[lastBin]));
  const { low, high } = fairCounts(mix, own.levels, binCount);
  const isOff = (bin: number) => offCounts[bin] > 0;
  let off = Int32Array.from({ length: binCount }, (_, index) => firstBin + index).filter(isOff);
  let poolSize = Math.min(binCount, FIRST_POOL);
  let mostPool = binCount;
  let isHopeless = false;
  let attempt: Attempt | undefined;
  /** Work done that has not been counted as proposals yet, in looks. */
  let debt = 0;

  function begin(): Attempt {
    const drawn = new Set(shuffle(off.slice(), random).subarray(0, poolSize));
    while (drawn.size < poolSize) drawn.add(firstBin + random.index(binCount));
    const pool = [...drawn];
    const seats = Int32Array.from(pool.flatMap((bin) => [...members.subarray(binStart[bin], binStart[bin + 1])]));
    const levelsOf = Array.from(seats, (seat) =>
      mix.levels.subarray(mix.levelStart[people[seat]], mix.levelStart[people[seat] + 1]),
    );
    debt += seats.length + low.length;
    return { pool, seats, fair: listFairGroups({ levelsOf, size, low, high, most: MOST_GROUPS }) };
  }

  function grow(): void {
    if (poolSize === binCount) isHopeless = true;
    else if (poolSize < mostPool) poolSize++;
  }

  function shrink(): void {
    mostPool = --poolSize;
    isHopeless = mostPool < 2;
  }

  function propose(): boolean {
    if (debt >= LOOKS) {
      debt -= LOOKS;
      return false;
    }
    attempt ??= begin();
    if (!attempt.fair.isDone()) {
      debt += attempt.fair.step();
      return false;
    }
    const groups = attempt.fair.groups();
    if (groups === undefined) {
      attempt = undefined;
      shrink();
      return false;
    }
    const wanted = off.length > poolSize ? poolSize - 1 : poolSize;
    attempt.packing ??= createSetPacking(groups, attempt.seats.length, size, wanted);
    if (!attempt.packing.isDone()) {
      debt += attempt.packing.step();
      return false;
    }
    const packed = attempt.packing.found();
    const { pool, seats } = attempt;
    attempt = undefined;
    if (packed === undefined) {
      grow();
      return false;
    }
    const isOver = deal(seats, binsOfGroups(seats, groups, packed, pool));
    off = Int32Array.from(new Set([...off, ...pool])).filter(isOff);
    return isOver;
  }

  /** Exchanges two people at a time, the first of whom comes to sit where he is to; stops where a rule forbids it. */
  function deal(seats: Int32Array, target: ReadonlyMap<number, number>): boolean {
    for (const p of seats) {
      const bin = target.get(p);
      if (bin === undefined || bin === binOf[p]) continue;
      const q = seats.find((other) => binOf[other] === bin && target.get(other) !== bin);
      if (q === undefined || !isAllowed(p, q)) return false;
      if (swap(p, q, bins.delta(p, q))) return true;
    }
    return false;
  }

  return createPhase(budget, () => isHopeless || off.length === 0, propose);
}

/** The bin of each person of the groups packed, one bin of the pool for each group. */
function binsOfGroups(
  seats: Int32Array,
  groups: Int32Array,
  packed: readonly number[],
  pool: readonly number[],
): ReadonlyMap<number, number> {
  const words = wordsFor(seats.length);
  const binOf = new Map<number, number>();
  packed.forEach((group, index) => {
    for (let word = 0; word < words; word++) {
      for (let bits = groups[group * words + word]; bits !== 0; bits &= bits - 1)
        binOf.set(seats[word * 32 + firstBit(bits)], pool[index]);
    }
  });
  return binOf;
}
