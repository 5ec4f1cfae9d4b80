import { createPhase, type Phase, type PhaseInput } from './phase.js';

/** Exchanges any two people when that is a gain: quick while most bins are off. */
export function createExploration(input: PhaseInput): Phase {
  const { bins, random, firstBin, lastBin, budget, isAllowed, swap } = input;
  const { binOf, binStart } = bins;
  const first = binStart[firstBin];
  const people = binStart[lastBin] - first;
  return createPhase(
    budget,
    () => people === 0,
    () => {
      const p = first + random.index(people);
      const q = first + random.index(people);
      if (binOf[p] === binOf[q]) return false;
      const delta = bins.delta(p, q);
      return delta < 0 && isAllowed(p, q) && swap(p, q, delta);
    },
  );
}
