import type { Score } from '../state.js';
import type { RotationGroups, RotationProblem } from './rotation-problem.js';
import type { RotationSearch } from './rotation-search.js';
import { RotationState } from './rotation-state.js';

/**
 * Exchanges two people of a module while that makes the rotation better and breaks no hard rule more: every pair of every module in turn,
 * until none helps or so many were looked at.
 */
export class Exchanges implements RotationSearch {
  readonly #state: RotationState;
  readonly #peopleCount: number;
  readonly #budget: number;
  #module = 0;
  #p = 0;
  #q = 0;
  /** Pairs looked at since the last one that helped. */
  #idle = 0;
  #made = 0;

  /** @param groups taken over. */
  constructor(rotation: RotationProblem, groups: RotationGroups, budget: number) {
    this.#state = new RotationState(rotation, groups);
    this.#peopleCount = rotation.problem.peopleCount;
    this.#budget = budget;
  }

  proposals(): number {
    return this.#made;
  }

  isDone(): boolean {
    const n = this.#peopleCount;
    return this.#made >= this.#budget || this.#idle > (this.#state.modules.length * n * (n - 1)) / 2;
  }

  step(proposals: number): void {
    const until = this.#made + proposals;
    while (this.#made < until && !this.isDone()) {
      this.#made++;
      this.#idle++;
      this.#advance();
      this.#try(this.#module, this.#p, this.#q);
    }
  }

  score(): Score {
    const { hard, soft } = this.#state;
    return { hard, soft };
  }

  groups(): RotationGroups {
    return this.#state.groups();
  }

  #advance(): void {
    if (++this.#q < this.#peopleCount) return;
    this.#q = ++this.#p + 1;
    if (this.#q < this.#peopleCount) return;
    this.#p = 0;
    this.#q = 1;
    this.#module = (this.#module + 1) % this.#state.modules.length;
  }

  #try(module: number, p: number, q: number): void {
    const { groupOf } = this.#state.modules[module];
    if (groupOf[p] === groupOf[q]) return;
    const hard = this.#state.modules[module].hardDelta(p, q);
    if (hard > 0) return;
    // Hard rules that change by nothing together add nothing to the delta.
    if (hard === 0 && this.#state.delta(module, p, q) >= 0) return;
    this.#state.swap(module, p, q);
    this.#idle = 0;
  }
}
