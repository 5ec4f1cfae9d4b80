import type { State } from './state.js';

/** The best exchange of two people, and whether all of them were looked at. */
export interface BestSwap {
  /** Indices of both, the lesser first; `undefined` where no exchange makes the assignment better. */
  readonly swap: readonly [number, number] | undefined;
  readonly isExhaustive: boolean;
}

/**
 * Looks at the exchanges of two people of different groups for the one after which an assignment breaks least hard rules, then
 * scores least. Of equal ones the first by the indices of both.
 *
 * @param order the people: where there are too many pairs, those of whom both or one come first in it are looked at
 * @param mostPairs pairs that are looked at
 */
export function findBestSwap(state: State, order: readonly number[], mostPairs: number): BestSwap {
  const { groupOf, hardTerms } = state;
  let [hard, soft] = [0, 0];
  let swap: readonly [number, number] | undefined;
  let left = mostPairs;
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) {
      const p = Math.min(order[i], order[j]);
      const q = Math.max(order[i], order[j]);
      if (groupOf[p] === groupOf[q]) continue;
      if (left-- === 0) return { swap, isExhaustive: false };
      const hardDelta = hardTerms.length === 0 ? 0 : state.hardDelta(p, q);
      if (hardDelta > hard) continue;
      const softDelta = state.softDelta(p, q);
      if (hardDelta === hard && softDelta > soft) continue;
      const isSame = hardDelta === hard && softDelta === soft;
      if (isSame && (swap === undefined || p > swap[0] || (p === swap[0] && q > swap[1]))) continue;
      [hard, soft, swap] = [hardDelta, softDelta, [p, q]];
    }
  }
  return { swap, isExhaustive: true };
}
