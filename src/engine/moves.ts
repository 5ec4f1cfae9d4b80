import type { Problem } from './problem.js';
import type { Random } from './random.js';
import type { State } from './state.js';

/** Swaps to do one after the other as one move: p₀ q₀ p₁ q₁ …; empty when the draw gave none worth trying. */
export type Move = readonly number[];

/** A neighbourhood: draws moves at random. */
export interface Proposer {
  readonly propose: (state: State, random: Random) => Move;
  /** From now on, exchanges only between groups of one size, or between any. */
  readonly confine: (isConfined: boolean) => void;
}

const NONE: Move = [];
/** Draws of a partner in a group of the same size before a proposal is given up. */
const TRIES = 4;
/** One partner in so many is aimed at: people who differ in one attribute at most are far more often exchanged for good. */
const AIM = 4;
/** A draw from so many is as even as one of few: the generator draws 32 bits. */
const ONE_DRAW = 0x20_0000;

/**
 * The neighbourhood of the search: exchange two people of different groups and profiles, now and then two who are nearly
 * alike; and where a hard rule ties
 * people together, exchange all of them at once with as many members of another group, since no single swap can move
 * them without separating them.
 */
export function createProposer(problem: Problem): Proposer {
  const { peopleCount, clusters, groupSizes } = problem;
  const { profileOf } = problem.mix.profiles;
  const clusterOf = new Int32Array(peopleCount).fill(-1);
  clusters.forEach((members, cluster) => members.forEach((p) => (clusterOf[p] = cluster)));
  // Where rules and wishes set people of one profile apart, a swap of such people matters too.
  const isPlain = problem.hard.length === 0 && problem.soft.length === 1 && problem.isBalanced;
  const pair = [0, 0];
  let isConfinedToSize = false;
  const isFew = AIM * peopleCount * peopleCount <= ONE_DRAW;
  const partners = problem.partners();

  function proposeSwap(state: State, random: Random): Move {
    // One draw settles two people and the aim where there are few, since draws are a good part of what a proposal costs.
    const drawn = random.index(isFew ? AIM * peopleCount * peopleCount : AIM * peopleCount);
    const isAimed = partners !== undefined && drawn % AIM === 0;
    const rest = Math.floor(drawn / AIM);
    const p = isFew ? Math.floor(rest / peopleCount) : rest;
    let q = isFew ? rest - p * peopleCount : random.index(peopleCount);
    if (isAimed) q = partners.draw(p, random);
    if (isConfinedToSize) {
      for (let tries = 0; tries < TRIES && groupSizes[state.groupOf[p]] !== groupSizes[state.groupOf[q]]; tries++)
        q = isAimed ? partners.draw(p, random) : random.index(peopleCount);
    }
    if (state.groupOf[p] === state.groupOf[q]) return NONE;
    if (isConfinedToSize && groupSizes[state.groupOf[p]] !== groupSizes[state.groupOf[q]]) return NONE;
    if (isPlain && profileOf[p] === profileOf[q]) return NONE;
    if (clusterOf[p] >= 0) return proposeClusterMove(state, random, clusters[clusterOf[p]], state.groupOf[q]);
    if (clusterOf[q] >= 0) return proposeClusterMove(state, random, clusters[clusterOf[q]], state.groupOf[p]);
    pair[0] = p;
    pair[1] = q;
    return pair;
  }

  /** Brings a whole cluster into a group, each member in exchange for somebody who is not of the cluster. */
  function proposeClusterMove(state: State, random: Random, cluster: readonly number[], target: number): Move {
    const size = groupSizes[target];
    const swaps: number[] = [];
    const taken = new Set(cluster);
    for (const p of cluster) {
      if (state.groupOf[p] === target) continue;
      if (taken.size - cluster.length >= size) return NONE;
      let seat = random.index(size);
      let tries = 0;
      while (taken.has(state.members[state.groupStart[target] + seat])) {
        if (++tries > size) return NONE;
        seat = (seat + 1) % size;
      }
      const q = state.members[state.groupStart[target] + seat];
      taken.add(q);
      swaps.push(p, q);
    }
    return swaps;
  }

  return {
    propose: proposeSwap,
    confine: (isConfined) => {
      isConfinedToSize = isConfined;
    },
  };
}
