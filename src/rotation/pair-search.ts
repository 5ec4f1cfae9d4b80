import type { Random } from '../engine/random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../engine/thresholds.js';
import { MeetingState } from './meeting-state.js';
import { compareRotations, type Groupings, type RotationRequest, type RotationScore } from './request.js';

/** A search that is advanced in steps; its path does not depend on how the steps are cut. */
export interface RotationSearch {
  readonly proposals: () => number;
  readonly isDone: () => boolean;
  readonly step: (proposals: number) => void;
  readonly best: () => { readonly groupOf: Groupings; readonly score: RotationScore };
}

export interface PairSearchInput {
  readonly request: RotationRequest;
  readonly random: Random;
  /** Where to begin; not changed. */
  readonly start: Groupings;
  /** Whether the start is good already: a hot search would lose it. */
  readonly isGood: boolean;
  /** By person: swaps stay within a kind, so that every group keeps its share of each. */
  readonly kindOf: Int32Array;
  readonly budget: number;
  /** No plan has fewer repeats: the search is over there. */
  readonly bound: number;
}

/** Temperatures in units of half a repeat, falling by a factor at the end of each of so many stages. */
const HOT = 1;
const WARM = 0.6;
const STAGES = 100;
const COOLING = 0.985;
/** A person who meets nobody again is drawn anew so many times: swaps of such people seldom gain. */
const REDRAWS = 6;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over swaps of two people within a module, most of them of somebody who
 * meets a person again there (Dotú and Van Hentenryck 2005, who search with a tabu list). The best plan met is kept.
 */
export class PairSearch implements RotationSearch {
  readonly #input: PairSearchInput;
  readonly #state: MeetingState;
  readonly #peers: readonly Int32Array[];
  readonly #stageLength: number;
  #best: { groupOf: Groupings; score: RotationScore };
  #temperature: number;
  #made = 0;

  constructor(input: PairSearchInput) {
    const { start, request, kindOf, budget, isGood } = input;
    this.#input = input;
    this.#state = new MeetingState(copyOf(start), request.sizes, request.met ?? []);
    this.#best = { groupOf: start, score: this.#state.score() };
    this.#peers = peersByKind(kindOf);
    this.#stageLength = Math.max(1, Math.floor(budget / STAGES));
    this.#temperature = isGood ? WARM : HOT;
  }

  proposals(): number {
    return this.#made;
  }

  isDone(): boolean {
    return this.#made >= this.#input.budget || this.#best.score.repeats <= this.#input.bound;
  }

  step(proposals: number): void {
    const until = Math.min(this.#input.budget, this.#made + proposals);
    while (this.#made < until && !this.isDone()) {
      this.#propose();
      this.#made++;
      if (this.#made % this.#stageLength === 0) this.#temperature *= COOLING;
    }
  }

  best(): { readonly groupOf: Groupings; readonly score: RotationScore } {
    return this.#best;
  }

  #propose(): void {
    const { random, kindOf } = this.#input;
    const state = this.#state;
    const module = random.index(state.groupOf.length);
    let p = random.index(state.peopleCount);
    for (let draw = 0; draw < REDRAWS && !state.isRepeating(module, p); draw++) p = random.index(state.peopleCount);
    const peers = this.#peers[kindOf[p]];
    const q = peers[random.index(peers.length)];
    if (state.groupOf[module][p] === state.groupOf[module][q]) return;
    const limit = (this.#temperature * THRESHOLDS[random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT;
    const delta = state.delta(module, p, q);
    if (delta > limit) return;
    state.swap(module, p, q);
    // Only a swap that gains can be the best.
    if (state.repeats() <= this.#best.score.repeats && compareRotations(state.score(), this.#best.score) < 0)
      this.#best = { groupOf: copyOf(state.groupOf), score: state.score() };
  }
}

function copyOf(groupOf: Groupings): Groupings {
  return groupOf.map((grouping) => grouping.slice());
}

function peersByKind(kindOf: Int32Array): readonly Int32Array[] {
  const peers: number[][] = [];
  kindOf.forEach((kind, person) => {
    (peers[kind] ??= []).push(person);
  });
  return Array.from(peers, (list) => Int32Array.from(list ?? []));
}
