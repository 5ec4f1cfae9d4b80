import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossGroups } from '../../../src/engine/dense/crossover.js';
import { dealAtRandom, drawSizes } from '../../../src/engine/dense/group-sizes.js';
import { createMatrixWeights } from '../../../src/engine/dense/pair-weights.js';
import { createRandom } from '../../../src/engine/random.js';
import { runs } from '../../helpers/runs.js';

const problemOf = (limits: readonly (readonly [number, number])[], people: number) => ({
  weights: createMatrixWeights(new Int32Array(people * people), people),
  least: Int32Array.from(limits, ([least]) => least),
  most: Int32Array.from(limits, ([, most]) => most),
});

describe('group-wise crossover', () => {
  it('of two parents that have the same groups gives these groups', () => {
    const problem = problemOf(
      [
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      6,
    );
    const child = crossGroups(
      problem,
      [Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(2, 2, 0, 0, 1, 1)],
      createRandom('a'),
    );
    expect(child[0]).toBe(child[1]);
    expect(child[2]).toBe(child[3]);
    expect(child[4]).toBe(child[5]);
    expect(new Set(child).size).toBe(3);
  });

  it('places everyone, each group within its limits, whatever the parents', () => {
    const limits = fc.array(
      fc.tuple(fc.nat(3), fc.nat(4)).map(([least, room]) => [least, least + room] as const),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(limits, fc.nat(100), fc.string(), (drawn, share, seed) => {
        const fewest = drawn.reduce((sum, [least]) => sum + least, 0);
        const largest = drawn.reduce((sum, [, most]) => sum + most, 0);
        const people = fewest + Math.floor(((largest - fewest) * share) / 100);
        const problem = problemOf(drawn, people);
        const random = createRandom(seed);
        const parent = () =>
          dealAtRandom(drawSizes(problem, people, random.index(2) === 0 ? 'most' : 'fewest', random), random);
        const child = crossGroups(problem, [parent(), parent()], random);
        drawn.forEach(([least, most], group) => {
          const size = child.filter((other) => other === group).length;
          expect(size).toBeGreaterThanOrEqual(least);
          expect(size).toBeLessThanOrEqual(most);
        });
        expect(child.every((group) => group >= 0)).toBe(true);
      }),
      { numRuns: runs(200), seed: 4 },
    );
  });
});

describe('sizes to begin with', () => {
  it('hold the most pairs, or the fewest, that the limits allow', () => {
    const { least, most } = problemOf(
      [
        [1, 5],
        [2, 3],
        [1, 4],
      ],
      8,
    );
    const random = createRandom('sizes');
    // 5 + 2 + 1: 10 + 1 pairs, against 6 + 1 + 1 of 4 + 2 + 2.
    expect([...drawSizes({ least, most }, 8, 'most', random)]).toEqual([5, 2, 1]);
    expect([...drawSizes({ least, most }, 8, 'fewest', random).sort()]).toEqual([2, 3, 3]);
  });

  it('are drawn among those that are as good', () => {
    const limits = problemOf(
      [
        [1, 3],
        [1, 3],
      ],
      4,
    );
    const random = createRandom('ties');
    const seen = new Set(Array.from({ length: 20 }, () => drawSizes(limits, 4, 'most', random).join()));
    expect([...seen].sort()).toEqual(['1,3', '3,1']);
  });
});
