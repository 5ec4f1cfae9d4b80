import type { Problem } from './problem.js';
import { explain, State } from './state.js';
import type { Origin } from './terms/term.js';

/** The cheapest way to part two people of one group. */
export interface Separation {
  /** Change of the soft penalty, in the problem's units. */
  readonly soft: number;
  /** What grows most by it; absent where nothing does. */
  readonly grows?: Origin;
}

/** @returns a function of two people who share a group; it gives `undefined` where every exchange breaks hard rules that are kept now */
export function createSeparation(
  problem: Problem,
  groupOf: Int32Array,
): (a: number, b: number) => Separation | undefined {
  const state = new State(problem, groupOf.slice());
  const before = explain(problem, groupOf);
  return (a, b) => {
    let best: { readonly soft: number; readonly swap: readonly [number, number] } | undefined;
    for (const p of [a, b]) {
      for (let q = 0; q < problem.peopleCount; q++) {
        if (groupOf[q] === groupOf[p] || state.hardDelta(p, q) > 0) continue;
        const soft = state.softDelta(p, q);
        if (best === undefined || soft < best.soft) best = { soft, swap: [p, q] };
      }
    }
    if (best === undefined) return undefined;
    const [p, q] = best.swap;
    const after = groupOf.slice();
    after[p] = groupOf[q];
    after[q] = groupOf[p];
    let most = 0;
    let grows: Origin | undefined;
    explain(problem, after).shares.forEach(({ origin, penalty }, index) => {
      const growth = penalty - before.shares[index].penalty;
      if (growth <= most) return;
      most = growth;
      grows = origin;
    });
    return { soft: best.soft, ...(grows === undefined ? {} : { grows }) };
  };
}
