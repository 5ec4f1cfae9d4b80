import { assertExact } from '../exact.js';
import { cellsFor, type PairWeights } from '../dense/pair-weights.js';
import type { Origin, Share, Term, TermModel } from './term.js';

/**
 * The pair term for weights between most people: the affinity of everyone to every group is kept, so that a swap is priced by a
 * few look-ups and costs O(people) when it is made. For few pairs use {@link createPairModel}.
 *
 * Its bound is the trivial one: as many pairs as must share a group, each at the least weight there is. It is 0 where no weight
 * is negative and somebody weighs nothing with somebody.
 *
 * @param weights What two people cost when they share a group: integers.
 * @throws ProblemTooLarge when the weights could add up to more than is counted exactly.
 */
export function createDensePairModel(weights: PairWeights, groupSizes: Int32Array, origin: Origin): TermModel {
  const n = weights.peopleCount;
  const groupCount = groupSizes.length;
  assertExact(weights.reach * n, 'weights of pairs');
  const sharing = groupSizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const bound = sharing * weights.least;
  const isInvolved = new Uint8Array(n).fill(1);

  function start(groupOf: Int32Array): Term {
    const affinity = cellsFor(weights.reach, n * groupCount);
    for (let p = 0; p < n; p++) weights.addTo(affinity, groupOf[p] * n, p, 1);
    let twice = 0;
    for (let p = 0; p < n; p++) twice += affinity[groupOf[p] * n + p];

    function delta(p: number, q: number): number {
      const from = groupOf[p] * n;
      const to = groupOf[q] * n;
      return affinity[to + p] - affinity[from + p] + affinity[from + q] - affinity[to + q] - 2 * weights.between(p, q);
    }

    const explain = (): readonly Share[] => [{ origin, penalty: term.penalty, bound }];
    const term: Term = {
      isInvolved,
      penalty: twice / 2,
      delta,
      taking: (p, q) => {
        const group = groupOf[q] * n;
        return affinity[group + p] - affinity[group + q] - weights.between(p, q);
      },
      apply: (p, q) => {
        term.penalty += delta(p, q);
        weights.exchange(affinity, groupOf[p] * n, groupOf[q] * n, p, q);
      },
      explain,
    };
    return term;
  }

  return { bound, start };
}
