import type { Pool } from '../../algorithms/pool.js';
import type { Random } from '../random.js';
import { compareScores, type Score } from '../state.js';

/** An assignment that may be so many moves from where people were, as a descent sees it. */
export interface Descending {
  readonly people: number;
  /** People who are not at home. */
  readonly loose: Pool;
  /** The people of the group that is the home of a person; none where that person has no home. */
  readonly homemates: (person: number) => Int32Array;
  /** How many more people may be away. */
  readonly spare: () => number;
  /** Whether two people are of different groups and may change places within the moves. */
  readonly isWithin: (p: number, q: number) => boolean;
  /** Change by their changing places; `undefined` where that is not within the moves, or no better even when `before` is added, 0 if absent. */
  readonly gain: (p: number, q: number, before?: number) => number | undefined;
  readonly swap: (p: number, q: number) => void;
  readonly score: () => Score;
  /** Whether it is time to breathe. */
  readonly isTired: () => boolean;
}

/** Pairs of a thousand people, which are all tried, and how many of more people are. */
const MOST_PAIRS = 500_000;
const SAMPLED_PAIRS = 200_000;
/** Pairs that are tried of everybody in a large cohort, to see who is worth more, and how many of those are followed at least. */
const SCOUTED = 8;
const LEAST_FOLLOWED = 4;

/**
 * Does every swap that is better and within the moves, until none is. Two people at home who change places are two moves more; one of them and
 * somebody loose are one more, unless that one goes home. In a large cohort pairs are sampled, and the best are done, since moves are few.
 */
export function* descend(state: Descending, random: Random): Generator<void, void> {
  const { people, loose, homemates, spare, isWithin, gain, swap, score, isTired } = state;
  const isLarge = people * people > 2 * MOST_PAIRS;
  const pairs = isLarge ? SAMPLED_PAIRS : MOST_PAIRS;
  const everybody = Int32Array.from({ length: people }, (_, p) => p);
  let isBetter = true;

  const attempt = (p: number, q: number) => {
    if (gain(p, q) === undefined) return;
    swap(p, q);
    isBetter = true;
  };
  const drawSome = (count: number) =>
    count >= people ? everybody : Int32Array.from({ length: count }, () => random.index(people));

  /** The one of some people with whom somebody changes places to most effect. */
  function bestOf(p: number, partners: Int32Array, before?: number) {
    let best: { readonly q: number; readonly price: number } | undefined;
    for (const q of partners) {
      const price = gain(p, q, before);
      if (price !== undefined && (best === undefined || price < best.price)) best = { q, price };
    }
    return best;
  }

  /** Swaps that involve somebody who is not at home. */
  function* tryLoose(): Generator<void, void> {
    const list = loose.list();
    for (const p of list) {
      for (const q of list) attempt(p, q);
      for (const q of homemates(p)) attempt(p, q);
      if (isTired()) yield;
    }
    if (spare() < 1) return;
    const each = Math.floor(pairs / Math.max(1, list.length));
    for (const p of list) {
      if (isLarge) {
        const best = bestOf(p, drawSome(each));
        if (best !== undefined) attempt(p, best.q);
      } else for (const q of everybody) attempt(p, q);
      if (isTired()) yield;
    }
  }

  /** Somebody goes home, and whoever sits there and is loose takes the place of a third one, who takes theirs: another person is away instead. */
  function* trySubstitutes(): Generator<void, void> {
    const list = loose.list();
    const each = Math.floor(pairs / Math.max(1, list.length));
    for (const p of list) {
      for (const other of homemates(p)) {
        if (!loose.has(other) || !isWithin(p, other)) continue;
        const before = score();
        swap(p, other);
        const best = bestOf(other, drawSome(each), score().soft - before.soft);
        if (best !== undefined) swap(other, best.q);
        if (compareScores(score(), before) < 0) {
          isBetter = true;
          break;
        }
        if (best !== undefined) swap(other, best.q);
        swap(p, other);
        if (isTired()) yield;
      }
    }
  }

  function* tryAll(): Generator<void, void> {
    for (let p = 0; p < people && spare() >= 2; p++) {
      for (let q = p + 1; q < people; q++) attempt(p, q);
      if (isTired()) yield;
    }
  }

  /** Some partners of everybody show who is worth trying with all. */
  function* tryBest(): Generator<void, void> {
    const scouted: { readonly p: number; readonly price: number }[] = [];
    for (const p of everybody) {
      const best = bestOf(p, drawSome(SCOUTED));
      if (best !== undefined) scouted.push({ p, price: best.price });
      if (isTired()) yield;
    }
    scouted.sort((a, b) => a.price - b.price || a.p - b.p);
    const swaps: { readonly p: number; readonly q: number; readonly price: number }[] = [];
    for (const { p } of scouted.slice(0, Math.max(LEAST_FOLLOWED, Math.floor(SAMPLED_PAIRS / people)))) {
      const best = bestOf(p, everybody);
      if (best !== undefined) swaps.push({ p, ...best });
      if (isTired()) yield;
    }
    swaps.sort((a, b) => a.price - b.price || a.p - b.p);
    for (const { p, q } of swaps) attempt(p, q);
  }

  while (isBetter) {
    isBetter = false;
    yield* tryLoose();
    yield* trySubstitutes();
    if (spare() >= 2) yield* isLarge ? tryBest() : tryAll();
  }
}
