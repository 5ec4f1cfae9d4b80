import type { State } from './state.js';

/** Pairs of people that are looked at for one swap: in groups of twenty, all. */
const MOST_PAIRS = 400;

/**
 * What one look at all pairs of two groups costs of a budget, in proposals: a price that is refused at the first sight of the counted terms
 * is cheaper than a proposal, which draws people first.
 */
export function compensationCost(state: State, p: number, q: number): number {
  const pairs = pairsOf(state, p, q);
  return pairs > MOST_PAIRS ? Infinity : Math.ceil(pairs / 8);
}

/**
 * Of the swaps between the groups of p and q, who have just changed places, the one that makes up best for what that cost:
 * two people of either group are exchanged for two of the other whose attributes add up to the same, where no two single
 * people are alike. The first two seats found of equal gain are taken.
 *
 * @param limit most that the swap may change the weighted sum of all terms by
 * @returns one of p's new group and one of q's, or `undefined` where no swap stays within the limit
 */
export function findCompensation(
  state: State,
  p: number,
  q: number,
  limit: number,
): readonly [number, number] | undefined {
  const { groupOf, members, groupStart } = state;
  const [to, from] = [groupOf[p], groupOf[q]];
  let best: readonly [number, number] | undefined;
  let most = limit;
  for (let i = groupStart[from]; i < groupStart[from + 1]; i++) {
    const r = members[i];
    if (r === q) continue;
    for (let j = groupStart[to]; j < groupStart[to + 1]; j++) {
      const s = members[j];
      if (s === p || state.loses(r, s, most)) continue;
      const delta = state.delta(r, s);
      if (best !== undefined && delta >= most) continue;
      best = [r, s];
      most = delta;
    }
  }
  return best;
}

function pairsOf({ groupOf, groupStart }: State, p: number, q: number): number {
  const size = (group: number) => groupStart[group + 1] - groupStart[group];
  return size(groupOf[p]) * size(groupOf[q]);
}
