import { Assigner } from '../../algorithms/assignment.js';
import type { Random } from '../random.js';
import type { Score } from '../state.js';
import { coolingOf, drawLosses, STAGES, typicalWorsening } from './noise.js';
import type { RotationGroups, RotationProblem } from './rotation-problem.js';
import { BestGroups, type RotationSearch } from './rotation-search.js';
import { RotationState } from './rotation-state.js';

/** Most people who are dealt anew at once. */
const MOST_DEALT = 16;
/** Of so many members of a group the one is taken who fits best, where that is asked. */
const LIKELY = 3;
/** A hard violation weighs as many typical worsenings. */
const HARD = 12;

export interface DealingInput {
  readonly rotation: RotationProblem;
  readonly random: Random;
  /** Where to begin; taken over. */
  readonly groups: RotationGroups;
  /** The temperature to begin with, as a share of what a typical swap worsens. */
  readonly heat: number;
  /** Number of the module that alone may change; absent: all may. */
  readonly only?: number;
  /** Deals. */
  readonly budget: number;
}

/**
 * Betters a rotation by dealing anew: one person is taken out of each of up to sixteen groups of a module, and all of them are given back,
 * one to a group, at the least cost over the whole rotation. As every group loses one person and gets one, what they cost there adds up, so that
 * the best of all 16! ways is an assignment problem (a very large neighbourhood: Ahuja, Ergun, Orlin and Punnen 2002). Ever less chance
 * is added to the costs (the noising method: Charon and Hudry 1993): it leads out of local optima as that of annealing does.
 */
export class Dealing implements RotationSearch {
  readonly #random: Random;
  readonly #state: RotationState;
  readonly #best: BestGroups;
  readonly #only: number | undefined;
  readonly #budget: number;
  readonly #stageLength: number;
  readonly #groupCount: number;
  /** Groups; those that are dealt stand first. */
  readonly #order: Int32Array;
  /** Who is taken out of each of those. */
  readonly #taken: Int32Array;
  readonly #costs: Float64Array;
  readonly #assigner: Assigner;
  /** By place among those that are dealt: who is there now, by number. */
  readonly #occupant: Int32Array;
  #temperature: number;
  #stage = 0;
  #made = 0;

  constructor({ rotation, random, groups, heat, only, budget }: DealingInput) {
    const groupCount = rotation.problem.groupSizes.length;
    const dealt = Math.min(MOST_DEALT, groupCount);
    const state = new RotationState(rotation, groups);
    const scale = typicalWorsening(state.modules[0], random);
    state.priceHard(Math.ceil(HARD * scale));
    this.#random = random;
    this.#state = state;
    this.#best = new BestGroups(rotation, state);
    this.#only = only;
    this.#budget = groupCount < 2 ? 0 : budget;
    this.#stageLength = Math.max(1, Math.floor(budget / STAGES));
    this.#groupCount = groupCount;
    this.#order = Int32Array.from({ length: groupCount }, (_, group) => group);
    this.#taken = new Int32Array(dealt);
    this.#costs = new Float64Array(dealt * dealt);
    this.#assigner = new Assigner(dealt, dealt);
    this.#occupant = new Int32Array(dealt);
    this.#temperature = heat * scale;
  }

  proposals(): number {
    return this.#made;
  }

  isDone(): boolean {
    return this.#made >= this.#budget || this.#best.isAtBound();
  }

  step(proposals: number): void {
    const until = this.#made + proposals;
    while (this.#made < until && !this.isDone()) {
      this.#deal();
      if (++this.#made % this.#stageLength === 0) this.#temperature *= coolingOf(this.#stage++);
    }
  }

  score(): Score {
    return this.#best.score();
  }

  groups(): RotationGroups {
    return this.#best.groups();
  }

  #deal(): void {
    const module = this.#only ?? this.#random.index(this.#state.modules.length);
    this.#take(module);
    const costs = this.#costs;
    drawLosses(costs, this.#temperature, this.#random);
    this.#state.addTakings(module, this.#taken, costs);
    if (this.#give(module, this.#assigner.assign(costs))) this.#best.note();
  }

  /** Brings everybody who was taken to their place, swap by swap; says whether anybody moved. */
  #give(module: number, placeOf: Int32Array): boolean {
    const taken = this.#taken;
    const occupant = this.#occupant;
    for (let place = 0; place < occupant.length; place++) occupant[place] = place;
    let isMoved = false;
    for (let place = 0; place < occupant.length; place++) {
      // Each swap settles the place of whoever is here, until the right one comes.
      while (placeOf[occupant[place]] !== place) {
        const who = occupant[place];
        const target = placeOf[who];
        this.#state.swap(module, taken[who], taken[occupant[target]]);
        occupant[place] = occupant[target];
        occupant[target] = who;
        isMoved = true;
      }
    }
    return isMoved;
  }

  /** Draws groups, and one person of each; in half of all deals, people whose places the first of them could take. */
  #take(module: number): void {
    const { groupStart, members } = this.#state.modules[module];
    const order = this.#order;
    const random = this.#random;
    const isFitting = random.index(2) === 0;
    for (let i = 0; i < this.#taken.length; i++) {
      const other = i + random.index(this.#groupCount - i);
      const group = order[other];
      order[other] = order[i];
      order[i] = group;
      const from = groupStart[group];
      const size = groupStart[group + 1] - from;
      const drawn = members[from + random.index(size)];
      this.#taken[i] = isFitting && i > 0 ? this.#fittest(module, drawn, from, size) : drawn;
    }
  }

  /** Of a few members of a group, the one whose place the first person who was taken would take at the least cost. */
  #fittest(module: number, drawn: number, from: number, size: number): number {
    const { members } = this.#state.modules[module];
    const [first] = this.#taken;
    let fittest = drawn;
    let least = this.#state.taking(module, first, drawn);
    for (let draw = 1; draw < LIKELY; draw++) {
      const q = members[from + this.#random.index(size)];
      const cost = this.#state.taking(module, first, q);
      if (cost >= least) continue;
      least = cost;
      fittest = q;
    }
    return fittest;
  }
}
