import { findInvolved, reachOf, weighGroup, weighMove, type NeighbourLists } from '../neighbour-lists.js';
import type { Origin, Share, Term, TermModel } from './term.js';

/** People of whom every pair is wanted in one group, or in different ones. */
export interface Clique {
  readonly origin: Origin;
  readonly members: readonly number[];
  readonly wish: 'together' | 'apart';
  /** Penalty of each pair that is not as wished: a positive integer. */
  readonly weight: number;
}

/** The pair term: sparse integer weights between people, summed over the pairs that share a group. */
export function createPairModel(peopleCount: number, groupSizes: Int32Array, cliques: readonly Clique[]): TermModel {
  const weightOf = new Map<number, number>();
  for (const { members, wish, weight } of cliques) {
    const signed = wish === 'apart' ? weight : -weight;
    for (const a of members) {
      for (const b of members)
        if (a !== b) weightOf.set(a * peopleCount + b, (weightOf.get(a * peopleCount + b) ?? 0) + signed);
    }
  }
  const lists = listPairs(peopleCount, weightOf);
  const isInvolved = findInvolved(lists);
  // Both people may leave all whom they are better off without, and join all whom they are better off with.
  const reach = 2 * reachOf(lists);
  const bounds = cliques.map((clique) => cliqueBound(clique, groupSizes));

  function start(groupOf: Int32Array): Term {
    const penaltyOf = ({ members, wish, weight }: Clique) => {
      let shared = 0;
      for (let i = 0; i < members.length; i++) {
        for (let j = 0; j < i; j++) if (groupOf[members[i]] === groupOf[members[j]]) shared++;
      }
      return weight * (wish === 'apart' ? shared : pairsOf(members.length) - shared);
    };

    const delta = (p: number, q: number) =>
      weighMove(lists, groupOf, p, q, groupOf[p], groupOf[q]) + weighMove(lists, groupOf, q, p, groupOf[q], groupOf[p]);
    const explain = (): readonly Share[] =>
      cliques.map((clique, index) => ({ origin: clique.origin, penalty: penaltyOf(clique), bound: bounds[index] }));
    const term: Term = {
      isInvolved,
      reach,
      penalty: cliques.reduce((sum, clique) => sum + penaltyOf(clique), 0),
      delta,
      taking: (p, q) => weighGroup(lists, groupOf, p, q, groupOf[q]) - weighGroup(lists, groupOf, q, p, groupOf[q]),
      apply: (p, q) => {
        term.penalty += delta(p, q);
      },
      explain,
    };
    return term;
  }

  return { bound: bounds.reduce((sum, bound) => sum + bound, 0), start };
}

/** @param weightOf by `a · people + b`, both ways */
function listPairs(peopleCount: number, weightOf: ReadonlyMap<number, number>): NeighbourLists {
  const pairs = [...weightOf].filter(([, weight]) => weight !== 0).sort(([a], [b]) => a - b);
  const start = new Int32Array(peopleCount + 1);
  for (const [pair] of pairs) start[Math.floor(pair / peopleCount) + 1]++;
  for (let p = 0; p < peopleCount; p++) start[p + 1] += start[p];
  return {
    peopleCount,
    start,
    neighbours: Int32Array.from(pairs, ([pair]) => pair % peopleCount),
    weights: Float64Array.from(pairs, ([, weight]) => weight),
  };
}

/** Least penalty that the sizes alone force: people spread evenly when apart, packed into the largest groups when together. */
function cliqueBound({ members, wish, weight }: Clique, groupSizes: Int32Array): number {
  if (wish === 'apart') return weight * leastPairs(members.length, groupSizes);
  let left = members.length;
  const sizes = Int32Array.from(groupSizes).sort().reverse();
  let shared = 0;
  for (const size of sizes) {
    const taken = Math.min(size, left);
    left -= taken;
    shared += pairsOf(taken);
  }
  return weight * (pairsOf(members.length) - shared);
}

/** How many pairs of so many people share a group at least: they are spread as evenly as the sizes allow. */
export function leastPairs(people: number, groupSizes: Int32Array): number {
  const counts = new Int32Array(groupSizes.length);
  let left = people;
  for (let level = 0; left > 0; level++) {
    for (let group = 0; group < counts.length && left > 0; group++) {
      if (counts[group] === level && level < groupSizes[group]) {
        counts[group]++;
        left--;
      }
    }
  }
  return counts.reduce((sum, count) => sum + pairsOf(count), 0);
}

function pairsOf(people: number): number {
  return (people * (people - 1)) / 2;
}
