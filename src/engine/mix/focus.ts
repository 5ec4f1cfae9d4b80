import type { Random } from '../random.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import { createPhase, type Phase, type PhaseInput } from './phase.js';
import type { Partners } from './partners.js';

export interface FocusInput extends PhaseInput {
  /** Losses accepted, as in annealing; 0: none. */
  readonly temperature: number;
  /** Draws every other partner; absent: all are drawn at random. */
  readonly partners?: Partners;
}

/**
 * Exchanges one person of a bin that is off with somebody anywhere, unless that is a loss. Most bins settle soon; looking
 * only at those that have not takes a small part of the proposals that annealing needs. Sideways steps carry the counts
 * that are off from bin to bin until two of them cancel.
 */
export function createFocus(input: FocusInput): Phase {
  const { bins, random, firstBin, lastBin, budget, temperature, partners, isAllowed, swap } = input;
  const { binStart, binOf, members, offCounts } = bins;
  const first = binStart[firstBin];
  const people = binStart[lastBin] - first;
  const off = createBinList(firstBin, lastBin);
  for (let bin = firstBin; bin < lastBin; bin++) off.set(bin, offCounts[bin] > 0);

  const accepts = (loss: number) =>
    loss <= 0 ||
    (temperature > 0 && loss * THRESHOLD_UNIT <= temperature * THRESHOLDS[random.index(THRESHOLDS.length)]);

  return createPhase(
    budget,
    () => off.size() === 0,
    () => {
      const bin = off.draw(random);
      const p = members[binStart[bin] + random.index(binStart[bin + 1] - binStart[bin])];
      const isAimed = partners !== undefined && random.index(2) === 0;
      const q = isAimed ? partners.draw(p, random) : first + random.index(people);
      const other = binOf[q];
      if (other === bin) return false;
      const delta = bins.delta(p, q);
      if (!accepts(delta) || !isAllowed(p, q)) return false;
      const isOver = swap(p, q, delta);
      off.set(bin, offCounts[bin] > 0);
      off.set(other, offCounts[other] > 0);
      return isOver;
    },
  );
}

/** A set of bins that one can be drawn from. */
function createBinList(firstBin: number, lastBin: number) {
  const list = new Int32Array(lastBin - firstBin);
  const placeOf = new Int32Array(lastBin - firstBin).fill(-1);
  let size = 0;
  return {
    size: () => size,
    draw: (random: Random) => list[random.index(size)],
    set: (bin: number, isIn: boolean) => {
      const place = placeOf[bin - firstBin];
      if (isIn === place >= 0) return;
      if (isIn) {
        placeOf[bin - firstBin] = size;
        list[size++] = bin;
        return;
      }
      const last = list[--size];
      list[place] = last;
      placeOf[last - firstBin] = place;
      placeOf[bin - firstBin] = -1;
    },
  };
}
