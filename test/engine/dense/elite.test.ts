import { describe, expect, it } from 'vitest';
import { createElite } from '../../../src/engine/dense/elite.js';
import { createRandom } from '../../../src/engine/random.js';

/** Assignments that are known by their value. */
const held = (value: number) => ({ value, groupOf: Int32Array.of(value) });

function pairsDrawn(elite: ReturnType<typeof createElite>, draws: number): ReadonlyMap<string, number> {
  const random = createRandom('elite');
  const counts = new Map<string, number>();
  for (let i = 0; i < draws; i++) {
    const pair = elite
      .draw(random)
      .map(([value]) => value)
      .join('+');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

describe('the elite', () => {
  it('holds the best eight, and no two of one value', () => {
    const elite = createElite();
    for (const value of [3, 1, 3, 4, 1, 5, 9, 2, 6, 8, 7]) elite.admit(held(value));
    expect(elite.size()).toBe(8);
    const drawn = new Set([...pairsDrawn(elite, 2000).keys()].flatMap((pair) => pair.split('+').map(Number)));
    expect(drawn).toEqual(new Set([2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it('draws two different ones, each pair as likely as any other', () => {
    const elite = createElite();
    for (const value of [1, 2, 3]) elite.admit(held(value));
    const counts = pairsDrawn(elite, 6000);
    expect([...counts.keys()].sort()).toEqual(['1+2', '1+3', '2+1', '2+3', '3+1', '3+2']);
    // A thousand each; six deviations are 170.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(170);
  });
});
