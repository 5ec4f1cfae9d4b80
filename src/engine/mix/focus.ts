import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import { createOffBins } from './off-bins.js';
import { createPhase, type Phase, type PhaseInput } from './phase.js';
import type { Partners } from './partners.js';

export interface FocusInput extends PhaseInput {
  /** Losses accepted, as in annealing; 0: none. */
  readonly temperature: number;
  /** Draws every other partner; absent: all are drawn at random. */
  readonly partners?: Pick<Partners, 'draw'>;
  /** Whether these draw all partners. */
  readonly isConfined?: boolean;
}

/**
 * Exchanges one person of a bin that is off with somebody anywhere, unless that is a loss. Most bins settle soon; looking
 * only at those that have not takes a small part of the proposals that annealing needs. Sideways steps carry the counts
 * that are off from bin to bin until two of them cancel.
 */
export function createFocus(input: FocusInput): Phase {
  const { bins, random, firstBin, lastBin, budget, temperature, partners, isAllowed, swap } = input;
  const isConfined = input.isConfined === true;
  const { binStart, binOf, members } = bins;
  const first = binStart[firstBin];
  const people = binStart[lastBin] - first;
  const off = createOffBins(bins, firstBin, lastBin);

  const accepts = (loss: number) =>
    loss <= 0 ||
    (temperature > 0 && loss * THRESHOLD_UNIT <= temperature * THRESHOLDS[random.index(THRESHOLDS.length)]);

  return createPhase(
    budget,
    () => off.size() === 0,
    () => {
      const bin = off.draw(random);
      const p = members[binStart[bin] + random.index(binStart[bin + 1] - binStart[bin])];
      const isAimed = partners !== undefined && (isConfined || random.index(2) === 0);
      const q = isAimed ? partners.draw(p, random) : first + random.index(people);
      const other = binOf[q];
      if (other === bin) return false;
      const delta = bins.delta(p, q);
      if (!accepts(delta) || !isAllowed(p, q)) return false;
      const isOver = swap(p, q, delta);
      off.update(bin);
      off.update(other);
      return isOver;
    },
  );
}
