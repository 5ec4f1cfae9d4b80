import type { Problem } from './problem.js';
import type { Search } from './search.js';
import { State } from './state.js';

/**
 * Exchanges pairs of people while that makes an assignment better and breaks no hard rule more, until no exchange does
 * or so many were proposed. The assignment given is taken over.
 */
export function descend(problem: Problem, groupOf: Int32Array, proposals: number): Int32Array {
  const search = createDescent(problem, groupOf, proposals);
  search.step(proposals);
  return groupOf;
}

/** {@link descend} in steps: every pair in turn, from the first again after a pass that has found something. */
export function createDescent(problem: Problem, groupOf: Int32Array, budget: number): Search {
  const { peopleCount } = problem;
  const state = new State(problem, groupOf);
  let made = 0;
  let p = 0;
  let q = 0;
  let isBetter = false;
  let isOver = peopleCount < 2;
  if (!isOver) advance();

  /** Goes on to the next pair of people in two groups; after the last one the pass is over. */
  function advance(): void {
    do {
      if (++q < peopleCount) continue;
      q = ++p + 1;
      if (q < peopleCount) continue;
      isOver = !isBetter;
      isBetter = false;
      [p, q] = [0, 1];
    } while (!isOver && groupOf[p] === groupOf[q]);
  }

  return {
    proposals: () => made,
    isDone: () => isOver || made >= budget,
    step: (proposals) => {
      const until = Math.min(budget, made + proposals);
      while (made < until && !isOver) {
        made++;
        const hard = state.hardDelta(p, q);
        if (hard < 0 || (hard === 0 && state.softDelta(p, q) < 0)) {
          state.swap(p, q);
          isBetter = true;
        }
        advance();
      }
    },
    score: () => ({ hard: state.hard, soft: state.soft }),
    groupOf: () => groupOf.slice(),
  };
}
