import type { Random } from '../random.js';
import type { Bins } from './bins.js';

/** The bins that hold a count off its window, as a set that one can be drawn from. */
export interface OffBins {
  readonly size: () => number;
  readonly draw: (random: Random) => number;
  /** Takes up or leaves out a bin whose counts have changed; one of other bins is no matter of this set. */
  readonly update: (bin: number) => void;
}

/** The set among bins `firstBin … lastBin − 1`, as they are now. */
export function createOffBins({ offCounts }: Bins, firstBin: number, lastBin: number): OffBins {
  const list = new Int32Array(lastBin - firstBin);
  const placeOf = new Int32Array(lastBin - firstBin).fill(-1);
  let size = 0;
  const update = (bin: number): void => {
    // Rules repaired before may have sent somebody of these seats elsewhere, and an exchange with him changes another bin.
    if (bin < firstBin || bin >= lastBin) return;
    const place = placeOf[bin - firstBin];
    const isOff = offCounts[bin] > 0;
    if (isOff === place >= 0) return;
    if (isOff) {
      placeOf[bin - firstBin] = size;
      list[size++] = bin;
      return;
    }
    const last = list[--size];
    list[place] = last;
    placeOf[last - firstBin] = place;
    placeOf[bin - firstBin] = -1;
  };
  for (let bin = firstBin; bin < lastBin; bin++) update(bin);
  return { size: () => size, draw: (random) => list[random.index(size)], update };
}
