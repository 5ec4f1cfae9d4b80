import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random.js';
import { coolingOf, drawLoss, drawLosses, STAGES, typicalWorsening } from '../../../src/engine/rotation/noise.js';
import type { State } from '../../../src/engine/state.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../../../src/engine/thresholds.js';

/** Groups in which exchanging two people costs what a function says. */
const stateOf = (groupOf: readonly number[], softDelta: (p: number, q: number) => number) =>
  ({ groupOf: Int32Array.from(groupOf), softDelta }) as unknown as State;

describe('what a typical swap worsens', () => {
  it('is the mean over those that worsen', () => {
    const random = createRandom('sample');
    const drawn = Array.from({ length: 200 }, () => [random.index(4), random.index(4)]);
    const cost = (p: number, q: number) => (p < q ? 10 * p + q : -1);
    const worse = drawn.filter(([p, q]) => p < 2 !== q < 2 && cost(p, q) > 0).map(([p, q]) => cost(p, q));
    const mean = worse.reduce((sum, delta) => sum + delta, 0) / worse.length;
    expect(typicalWorsening(stateOf([0, 0, 1, 1], cost), createRandom('sample'))).toBe(mean);
  });

  it('is 1 where none does, and is not asked of two who are together', () => {
    expect(
      typicalWorsening(
        stateOf([0, 1, 2], () => 0),
        createRandom('none'),
      ),
    ).toBe(1);
    const never = () => {
      throw new Error('asked');
    };
    expect(typicalWorsening(stateOf([0, 0, 0], never), createRandom('one'))).toBe(1);
  });
});

describe('the temperature', () => {
  it('falls slowly for eighty stages of a hundred, then fast', () => {
    const factors = Array.from({ length: STAGES }, (_, stage) => coolingOf(stage));
    expect(factors).toEqual([...Array<number>(80).fill(0.985), ...Array<number>(20).fill(0.8)]);
  });

  it('gives losses as large as itself on average, and none at 0', () => {
    const random = createRandom('losses');
    const losses = Array.from({ length: 20_000 }, () => drawLoss(5, random));
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    expect(Math.abs(mean - 5)).toBeLessThan(0.3);
    expect(Math.min(...losses)).toBeGreaterThanOrEqual(0);
    expect(drawLoss(0, random)).toBe(0);
  });

  it.each([0, 1, 2, 5, 6])('gives a list of %i losses, two from each draw', (count) => {
    const losses = new Float64Array(count).fill(-1);
    drawLosses(losses, 3, createRandom('list'));
    const random = createRandom('list');
    const expected: number[] = [];
    while (expected.length < count) {
      const drawn = random.index(THRESHOLDS.length * THRESHOLDS.length);
      const [first, second] = [drawn % THRESHOLDS.length, Math.floor(drawn / THRESHOLDS.length)];
      expected.push((3 / THRESHOLD_UNIT) * THRESHOLDS[first], (3 / THRESHOLD_UNIT) * THRESHOLDS[second]);
    }
    expect([...losses]).toEqual(expected.slice(0, count));
  });
});
