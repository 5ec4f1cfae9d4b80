import type { Budget } from './bounds.js';

/**
 * Fewest numbers that have one in each of the sets, by iterative deepening over an unmet set; `undefined` where the
 * budget ends first. The lowest numbers are tried first, so that the answer does not depend on anything else.
 */
export function hitAll(sets: readonly ReadonlySet<number>[], budget: Budget): number[] | undefined {
  const chosen: number[] = [];
  const extend = (size: number): boolean => {
    budget.steps -= sets.length;
    const unmet = sets.filter((set) => !chosen.some((number) => set.has(number)));
    if (unmet.length === 0) return true;
    if (budget.steps < 0 || countDisjoint(unmet) > size) return false;
    const smallest = unmet.reduce((a, b) => (b.size < a.size ? b : a));
    for (const number of [...smallest].sort((a, b) => a - b)) {
      chosen.push(number);
      if (extend(size - 1)) return true;
      chosen.pop();
    }
    return false;
  };
  for (let size = 0; budget.steps >= 0; size++) if (extend(size)) return chosen;
  return undefined;
}

/** Sets of which no two share a number, taken greedily: each of them needs a number of its own. */
function countDisjoint(sets: readonly ReadonlySet<number>[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const set of sets) {
    if ([...set].some((number) => taken.has(number))) continue;
    for (const number of set) taken.add(number);
    count++;
  }
  return count;
}
