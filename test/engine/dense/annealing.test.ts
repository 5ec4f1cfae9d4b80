import { describe, expect, it } from 'vitest';
import { anneal } from '../../../src/engine/dense/annealing.js';
import type { DenseState } from '../../../src/engine/dense/dense-state.js';
import { createRandom } from '../../../src/engine/random.js';

/** Cools where the passes lead from 0 to these values one after another, the last of them for ever; what was asked and told. */
function cool(values: readonly number[], passes: number) {
  const groupOf = Int32Array.of(0);
  const temperatures: number[] = [];
  const spent: number[] = [];
  const events: string[] = [];
  let value = 0;
  const state = { value: () => value, groupOf } as unknown as DenseState;
  const steps = anneal({
    state,
    scan: {
      forget: () => events.push('forget'),
      pass: (_, temperature) => {
        events.push('pass');
        value = values[temperatures.length] ?? values[values.length - 1];
        temperatures.push(temperature);
        // Where the assignment is known by the number of the pass that led to it.
        groupOf[0] = temperatures.length;
        return 10 * temperatures.length;
      },
    },
    random: createRandom('any'),
    hot: 16,
    cold: 1,
    passes,
    spend: (proposals) => spent.push(proposals),
  });
  for (let yields = 0; ; yields++) {
    const { done, value: ended } = steps.next();
    if (done) return { value: ended.value, foundBy: ended.groupOf[0], temperatures, spent, events, yields };
  }
}

describe('annealing by passes', () => {
  it('cools near to a geometric course, then descends until a pass gains nothing', () => {
    const { temperatures } = cool([-5, -3, -4, 1, 2, 6, 6], 4);
    expect(temperatures[0]).toBe(16);
    expect(temperatures[1]).toBeCloseTo(6.4236, 4);
    expect(temperatures[2]).toBe(4);
    expect(temperatures[3]).toBeCloseTo(2.4908, 4);
    expect(temperatures.slice(4)).toEqual([0, 0, 0]);
  });

  it('ends with the best at the end of any pass, of the descent or before it, copied', () => {
    expect(cool([-5, 9, -4, 1, 2, 2], 4)).toMatchObject({ value: 9, foundBy: 2 });
    expect(cool([-5, 3, -4, 1, 2, 4, 4], 4)).toMatchObject({ value: 4, foundBy: 6 });
    expect(cool([-5, -3], 1)).toMatchObject({ value: 0, foundBy: 0 });
    // Of equals the first.
    expect(cool([5, 5, 5, 5, 5], 4)).toMatchObject({ value: 5, foundBy: 1 });
  });

  it('pauses after each pass, tells what it proposed, and forgets first what it knew', () => {
    const { spent, events, yields } = cool([1, 2, 3, 3], 2);
    expect(spent).toEqual([10, 20, 30, 40]);
    expect(events).toEqual(['forget', 'pass', 'pass', 'pass', 'pass']);
    expect(yields).toBe(4);
  });
});
