import { describe, expect, it } from 'vitest';
import { createPeers } from '../../../src/engine/mix/peers.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { moduleOf } from '../../helpers/modules.js';

const { mix } = compileProblem(
  moduleOf({ columns: { x: [...'aabbc'], y: [...'defde'] }, balance: { x: 1, y: 1 }, sizes: [5] }),
);
const everybody = Int32Array.of(0, 1, 2, 3, 4);

/** All who are drawn for somebody. */
function drawn(seat: number, from: number, to: number): readonly number[] {
  const peers = createPeers(mix, everybody, from, to);
  const random = createRandom('s');
  return [...new Set(Array.from({ length: 100 }, () => peers.draw(seat, random)))].sort((a, b) => a - b);
}

describe('peers', () => {
  it('share a level with somebody, whichever attribute it is of', () => {
    expect(drawn(0, 0, 5)).toEqual([0, 1, 3]);
    expect(drawn(4, 0, 5)).toEqual([1, 4]);
  });

  it('are looked for at the given seats only', () => {
    expect(drawn(0, 1, 4)).toEqual([1, 3]);
    expect(drawn(4, 2, 4)).toEqual([4]);
  });
});
