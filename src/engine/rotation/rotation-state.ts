import { State } from '../state.js';
import { MeetingLedger } from './meeting-ledger.js';
import type { RotationGroups, RotationProblem } from './rotation-problem.js';
import type { LiveGroups } from './rotation-search.js';

/**
 * The groups of several modules in the making: the state of each, and the ledger of who meets again. What a hard violation weighs in deltas
 * is for whoever searches to say.
 */
export class RotationState implements LiveGroups {
  readonly modules: readonly State[];
  readonly ledger: MeetingLedger;
  readonly #price: number;

  /** @param groups taken over. */
  constructor({ problem, earlier, price, isWanted }: RotationProblem, groups: RotationGroups) {
    this.modules = groups.map((groupOf) => new State(problem, groupOf));
    this.#price = price;
    const meetups = { groupOf: [...earlier, ...groups], first: earlier.length, isWanted };
    this.ledger = new MeetingLedger(meetups, problem.groupSizes.length);
  }

  get hard(): number {
    return this.modules.reduce((sum, { hard }) => sum + hard, 0);
  }

  get soft(): number {
    return this.modules.reduce((sum, { soft }) => sum + soft, this.#price * this.ledger.penalty);
  }

  /** Prices a hard violation at so much in what follows; guides count for nothing. */
  priceHard(price: number): void {
    for (const state of this.modules) weighHard(state, price);
  }

  /** Change of the objective in q's group of a module alone if p, of another one, took q's place there. */
  taking(module: number, p: number, q: number): number {
    const mix = this.modules[module].taking(p, q);
    return this.#price === 0 ? mix : mix + this.#price * this.ledger.taking(module, p, q);
  }

  /** Adds {@link taking} to `costs` for each two of some people, all of different groups of a module: row by row, who takes a place by row. */
  addTakings(module: number, people: Int32Array, costs: Float64Array): void {
    this.modules[module].addTakings(people, costs);
    if (this.#price !== 0) this.ledger.addTakings(module, people, this.#price, costs);
  }

  /** Change of the objective if p and q, of different groups of a module, changed places there. */
  delta(module: number, p: number, q: number): number {
    return this.taking(module, p, q) + this.taking(module, q, p);
  }

  /** Exchanges two people of different groups of a module. */
  swap(module: number, p: number, q: number): void {
    const state = this.modules[module];
    if (this.#price !== 0) this.ledger.swap(module, p, q, matesOf(state, p), matesOf(state, q));
    state.swap(p, q);
  }

  groups(): RotationGroups {
    return this.modules.map(({ groupOf }) => groupOf.slice());
  }
}

/** The people of somebody's group. */
function matesOf({ groupOf, groupStart, members }: State, person: number): Int32Array {
  const group = groupOf[person];
  return members.subarray(groupStart[group], groupStart[group + 1]);
}

/** Weighs hard violations of a module by so much, all else by 1 and guides by nothing. */
export function weighHard(state: State, price: number): void {
  state.weigh(
    state.hardTerms.map(() => price),
    state.softTerms.map(() => 1),
    state.guideTerms.map(() => 0),
  );
}
