import type { Problem } from './problem.js';
import { State } from './state.js';

/**
 * Exchanges pairs of people while that makes an assignment better and breaks no hard rule more, until no exchange does
 * or so many were proposed. The assignment given is taken over.
 */
export function descend(problem: Problem, groupOf: Int32Array, proposals: number): Int32Array {
  const state = new State(problem, groupOf);
  let left = proposals;
  for (let isBetter = true; isBetter && left > 0;) {
    isBetter = false;
    for (let p = 0; p < problem.peopleCount && left > 0; p++) {
      for (let q = p + 1; q < problem.peopleCount; q++) {
        if (groupOf[p] === groupOf[q]) continue;
        left--;
        const hard = state.hardDelta(p, q);
        if (hard > 0 || (hard === 0 && state.softDelta(p, q) >= 0)) continue;
        state.swap(p, q);
        isBetter = true;
      }
    }
  }
  return groupOf;
}
