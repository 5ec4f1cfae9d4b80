import { createPhase, type Phase, type PhaseInput } from './phase.js';

export interface RuleRepairInput extends Omit<PhaseInput, 'isAllowed' | 'firstBin'> {
  /** Where the people whom hard rules speak of sat at first. */
  readonly involved: Int32Array;
  /** Change of the hard violations by an exchange. */
  readonly hardDelta: (p: number, q: number) => number;
  readonly isRepaired: () => boolean;
}

/**
 * Exchanges people whom hard rules speak of with anybody, as long as that breaks fewer rules, or as many where the mix
 * loses nothing. In its first half only within bins of one size, so that who sits in which size stays settled.
 */
export function createRuleRepair(input: RuleRepairInput): Phase {
  const { bins, random, budget, lastBin, involved, hardDelta, isRepaired, swap } = input;
  const { binOf, binStart } = bins;
  const people = binStart[lastBin];
  const sizeOf = (p: number) => binStart[binOf[p] + 1] - binStart[binOf[p]];
  let tried = 0;
  return createPhase(budget, isRepaired, () => {
    const isConfined = tried++ * 2 < budget;
    const p = involved[random.index(involved.length)];
    const q = random.index(people);
    if (binOf[p] === binOf[q] || (isConfined && sizeOf(p) !== sizeOf(q))) return false;
    const hard = hardDelta(p, q);
    if (hard > 0) return false;
    const delta = bins.delta(p, q);
    return (hard < 0 || delta <= 0) && swap(p, q, delta);
  });
}
