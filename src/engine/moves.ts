import type { Partners } from './mix/partners.js';
import { isMixAlone, type Problem } from './problem.js';
import type { Random } from './random.js';
import type { State } from './state.js';

/** Swaps to do one after the other as one move: p₀ q₀ p₁ q₁ …; empty when the draw gave none worth trying. */
export type Move = readonly number[];

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
export class Proposer {
  readonly #peopleCount: number;
  readonly #groupSizes: Int32Array;
  readonly #profileOf: Int32Array;
  readonly #clusters: Problem['clusters'];
  /** By person, the cluster that he is of; −1: none. */
  readonly #clusterOf: Int32Array;
  /** Whether a swap of people of one profile changes nothing: where rules and wishes set them apart it does. */
  readonly #isPlain: boolean;
  readonly #isFew: boolean;
  readonly #partners: Partners | undefined;
  readonly #pair = [0, 0];
  #isConfined = false;

  constructor(problem: Problem) {
    const { peopleCount, clusters } = problem;
    this.#peopleCount = peopleCount;
    this.#groupSizes = problem.groupSizes;
    this.#profileOf = problem.mix.profiles.profileOf;
    this.#clusters = clusters;
    this.#clusterOf = new Int32Array(peopleCount).fill(-1);
    clusters.forEach((members, cluster) => members.forEach((p) => (this.#clusterOf[p] = cluster)));
    this.#isPlain = isMixAlone(problem);
    this.#isFew = AIM * peopleCount * peopleCount <= ONE_DRAW;
    this.#partners = problem.partners();
  }

  /** From now on, exchanges only between groups of one size, or between any. */
  confine(isConfined: boolean): void {
    this.#isConfined = isConfined;
  }

  /** Draws a move at random. */
  propose(state: State, random: Random): Move {
    const peopleCount = this.#peopleCount;
    const groupSizes = this.#groupSizes;
    const partners = this.#partners;
    const { groupOf } = state;
    // One draw settles two people and the aim where there are few, since draws are a good part of what a proposal costs.
    const drawn = random.index(this.#isFew ? AIM * peopleCount * peopleCount : AIM * peopleCount);
    const isAimed = partners !== undefined && drawn % AIM === 0;
    const rest = Math.floor(drawn / AIM);
    const p = this.#isFew ? Math.floor(rest / peopleCount) : rest;
    let q = this.#isFew ? rest - p * peopleCount : random.index(peopleCount);
    if (isAimed) q = partners.draw(p, random);
    if (this.#isConfined) {
      for (let tries = 0; tries < TRIES && groupSizes[groupOf[p]] !== groupSizes[groupOf[q]]; tries++)
        q = isAimed ? partners.draw(p, random) : random.index(peopleCount);
    }
    if (groupOf[p] === groupOf[q]) return NONE;
    if (this.#isConfined && groupSizes[groupOf[p]] !== groupSizes[groupOf[q]]) return NONE;
    if (this.#isPlain && this.#profileOf[p] === this.#profileOf[q]) return NONE;
    if (this.#clusterOf[p] >= 0) return this.#proposeClusterMove(state, random, this.#clusterOf[p], groupOf[q]);
    if (this.#clusterOf[q] >= 0) return this.#proposeClusterMove(state, random, this.#clusterOf[q], groupOf[p]);
    this.#pair[0] = p;
    this.#pair[1] = q;
    return this.#pair;
  }

  /** Brings a whole cluster into a group, each member in exchange for somebody who is not of the cluster. */
  #proposeClusterMove(state: State, random: Random, cluster: number, target: number): Move {
    const { groupOf, members, groupStart } = state;
    const own = this.#clusters[cluster];
    const size = this.#groupSizes[target];
    const swaps: number[] = [];
    const taken = new Set(own);
    for (const p of own) {
      if (groupOf[p] === target) continue;
      if (taken.size - own.length >= size) return NONE;
      let seat = random.index(size);
      let tries = 0;
      while (taken.has(members[groupStart[target] + seat])) {
        if (++tries > size) return NONE;
        seat = (seat + 1) % size;
      }
      const q = members[groupStart[target] + seat];
      taken.add(q);
      swaps.push(p, q);
    }
    return swaps;
  }
}
