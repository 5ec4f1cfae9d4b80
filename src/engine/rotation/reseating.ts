import type { Random } from '../random.js';
import { State, type Score } from '../state.js';
import { coolingOf, drawLoss, STAGES, typicalWorsening } from './noise.js';
import type { RotationGroups, RotationProblem } from './rotation-problem.js';
import { BestGroups, type RotationSearch } from './rotation-search.js';
import { weighHard } from './rotation-state.js';
import { priceMeetings, SharedModules } from './shared-modules.js';

/** The temperature to begin with, as a share of what a typical swap worsens: hotter, the mix that a design has by its columns is lost. */
const HEAT = 0.15;
/** A hard violation weighs as many typical worsenings. */
const HARD = 12;
/** One proposal in so many exchanges two whole groups of a module, where it matters which is which. */
const WHOLE = 16;

export interface ReseatingInput {
  readonly rotation: RotationProblem;
  readonly random: Random;
  /** Where to begin; taken over. */
  readonly groups: RotationGroups;
  readonly budget: number;
}

/**
 * Says who is whom in a rotation whose meetings are good already: two people change places in all modules at once, or two groups of one size
 * change labels in one module. Both leave as many pairs to meet so many times as before, whatever the mix becomes; annealing looks for
 * the best one.
 */
export class Reseating implements RotationSearch {
  readonly #random: Random;
  readonly #modules: readonly State[];
  readonly #shared: SharedModules;
  readonly #rotation: RotationProblem;
  readonly #best: BestGroups;
  readonly #budget: number;
  readonly #stageLength: number;
  /** Whether it matters which group is which, and not only who is with whom. */
  readonly #isLabelled: boolean;
  #meetings: number;
  #temperature: number;
  #stage = 0;
  #made = 0;

  constructor({ rotation, random, groups, budget }: ReseatingInput) {
    const { problem, earlier, price, isWanted } = rotation;
    const modules = groups.map((groupOf) => new State(problem, groupOf));
    const scale = typicalWorsening(modules[0], random);
    for (const state of modules) weighHard(state, Math.ceil(HARD * scale));
    this.#random = random;
    this.#modules = modules;
    this.#rotation = rotation;
    const meetups = { groupOf: [...earlier, ...groups], first: earlier.length, isWanted };
    this.#shared = new SharedModules(meetups);
    this.#meetings = price === 0 ? 0 : priceMeetings(meetups);
    this.#budget = problem.groupSizes.length < 2 ? 0 : budget;
    this.#stageLength = Math.max(1, Math.floor(budget / STAGES));
    this.#isLabelled = problem.parts.hard.layers.length > 0 || problem.parts.soft.layers.length > 0;
    this.#temperature = HEAT * scale;
    const total = (key: 'hard' | 'soft') => modules.reduce((sum, state) => sum + state[key], 0);
    const soft = () => total('soft') + price * this.#meetings;
    this.#best = new BestGroups(rotation, {
      get hard() {
        return total('hard');
      },
      get soft() {
        return soft();
      },
      groups: () => modules.map(({ groupOf }) => groupOf.slice()),
    });
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
      const limit = drawLoss(this.#temperature, this.#random);
      if (this.#isLabelled && this.#random.index(WHOLE) === 0) this.#tryGroups(limit);
      else this.#tryPeople(limit);
      if (++this.#made % this.#stageLength === 0) this.#temperature *= coolingOf(this.#stage++);
    }
  }

  score(): Score {
    return this.#best.score();
  }

  groups(): RotationGroups {
    return this.#best.groups();
  }

  /** Two people, in every module. */
  #tryPeople(limit: number): void {
    const { peopleCount } = this.#rotation.problem;
    const [p, q] = [this.#random.index(peopleCount), this.#random.index(peopleCount)];
    let loss = 0;
    for (const state of this.#modules) if (state.groupOf[p] !== state.groupOf[q]) loss += state.delta(p, q);
    if (loss > limit) return;
    const meetings = this.#swapEverywhere(p, q);
    if (loss + this.#rotation.price * meetings > limit) this.#swapEverywhere(p, q);
    else this.#best.note();
  }

  /** Says what meetings cost more for it. */
  #swapEverywhere(p: number, q: number): number {
    const isNamed = this.#isNamed(p) || this.#isNamed(q);
    const before = isNamed ? this.#priceOf(p, q) + this.#priceOf(q, p) : 0;
    for (const state of this.#modules) if (state.groupOf[p] !== state.groupOf[q]) state.swap(p, q);
    const change = isNamed ? this.#priceOf(p, q) + this.#priceOf(q, p) - before : 0;
    this.#meetings += change;
    return change;
  }

  /** Whether it matters for meetings who somebody is: they met others before, or a rule wants them with somebody. */
  #isNamed(person: number): boolean {
    const { price, earlier, wanted } = this.#rotation;
    return price !== 0 && (earlier.length > 0 || wanted.has(person));
  }

  /** What somebody's meetings cost, those with one person left out. */
  #priceOf(person: number, besides: number): number {
    const { peopleCount } = this.#rotation.problem;
    let sum = 0;
    for (let other = 0; other < peopleCount; other++)
      if (other !== person && other !== besides && this.#shared.find(person, other)) sum += this.#shared.price();
    return sum;
  }

  /** Two groups of one size, in one module. */
  #tryGroups(limit: number): void {
    const state = this.#modules[this.#random.index(this.#modules.length)];
    const { groupSizes } = this.#rotation.problem;
    const [a, b] = [this.#random.index(groupSizes.length), this.#random.index(groupSizes.length)];
    if (a === b || groupSizes[a] !== groupSizes[b]) return;
    const [ofA, ofB] = [membersOf(state, a), membersOf(state, b)];
    let loss = 0;
    ofA.forEach((p, seat) => {
      loss += state.delta(p, ofB[seat]);
      state.swap(p, ofB[seat]);
    });
    if (loss > limit) ofA.forEach((p, seat) => state.swap(p, ofB[seat]));
    else this.#best.note();
  }
}

function membersOf({ members, groupStart }: State, group: number): Int32Array {
  return members.slice(groupStart[group], groupStart[group + 1]);
}
