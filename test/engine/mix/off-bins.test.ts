import { describe, expect, it } from 'vitest';
import type { Bins } from '../../../src/engine/mix/bins.js';
import { createOffBins } from '../../../src/engine/mix/off-bins.js';
import { createRandom } from '../../../src/engine/random.js';

const offBins = (offCounts: Int32Array, first: number, last: number) =>
  createOffBins({ offCounts } as Pick<Bins, 'offCounts'> as Bins, first, last);

describe('the set of bins that are off', () => {
  it('follows the counts of its bins', () => {
    const offCounts = Int32Array.of(1, 0, 2, 0);
    const off = offBins(offCounts, 0, 4);
    expect(off.size()).toBe(2);
    offCounts[0] = 0;
    off.update(0);
    expect(off.size()).toBe(1);
    expect(off.draw(createRandom('s'))).toBe(2);
    offCounts[3] = 1;
    off.update(3);
    off.update(3);
    expect(off.size()).toBe(2);
  });

  it('never takes up a bin outside its range, whose people an exchange has reached', () => {
    const offCounts = Int32Array.of(1, 0, 0, 1);
    const off = offBins(offCounts, 1, 3);
    off.update(0);
    off.update(3);
    expect(off.size()).toBe(0);
    offCounts[1] = 1;
    off.update(1);
    expect(off.draw(createRandom('s'))).toBe(1);
  });

  it('can be drawn from, one bin as often as another, whatever was taken up and left out before', () => {
    const offCounts = Int32Array.of(9, 9, 1, 1, 1, 1, 9);
    const off = offBins(offCounts, 2, 6);
    const drawn = () => {
      const random = createRandom('s');
      return [...new Set(Array.from({ length: 60 }, () => off.draw(random)))].sort((a, b) => a - b);
    };
    expect([off.size(), drawn()]).toEqual([4, [2, 3, 4, 5]]);
    for (const [bin, count, expected] of [
      [3, 0, [2, 4, 5]],
      [5, 0, [2, 4]],
      [3, 2, [2, 3, 4]],
      [2, 0, [3, 4]],
      [4, 0, [3]],
      [2, 1, [2, 3]],
    ] as const) {
      offCounts[bin] = count;
      off.update(bin);
      expect([off.size(), drawn()]).toEqual([expected.length, expected]);
    }
  });
});
