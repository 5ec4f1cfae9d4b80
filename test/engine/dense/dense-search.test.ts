import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDenseSearch } from '../../../src/engine/dense/dense-search.js';
import { createMatrixWeights } from '../../../src/engine/dense/pair-weights.js';
import { createRandom } from '../../../src/engine/random.js';
import { runs } from '../../helpers/runs.js';
import { drawnWeights, valueOf, type DrawnWeights } from './random-weights.js';
import { fingerprint } from '../../helpers/fingerprint.js';

type Limits = readonly (readonly [number, number])[];

const problemOf = (drawn: DrawnWeights, limits: Limits, form = 0) => ({
  weights: drawn.forms[form],
  least: Int32Array.from(limits, ([least]) => least),
  most: Int32Array.from(limits, ([, most]) => most),
});

/** The greatest value of all assignments within the limits. */
function bestOf(drawn: DrawnWeights, limits: Limits): number {
  const groupOf = new Int32Array(drawn.people);
  const sizes = limits.map(() => 0);
  let best = -Infinity;
  const place = (person: number) => {
    if (person === drawn.people) {
      if (limits.every(([least], group) => sizes[group] >= least)) best = Math.max(best, valueOf(drawn, groupOf));
      return;
    }
    for (const [group, [, most]] of limits.entries()) {
      if (sizes[group] === most) continue;
      groupOf[person] = group;
      sizes[group]++;
      place(person + 1);
      sizes[group]--;
    }
  };
  place(0);
  return best;
}

/** Weights of some size without structure, the same in every run. */
function someWeights(people: number, shift: number) {
  const random = createRandom(`weights of ${people}`);
  const matrix = new Int32Array(people * people);
  for (let p = 0; p < people; p++) {
    for (let q = 0; q < p; q++) matrix[p * people + q] = matrix[q * people + p] = random.index(100) + shift;
  }
  return createMatrixWeights(matrix, people);
}

const evenly = (groups: number, size: number) => ({
  least: new Int32Array(groups).fill(size),
  most: new Int32Array(groups).fill(size),
});

describe('a search among dense weights', () => {
  it('finds the best of all assignments of a few people, sizes settled or ranged, in both forms', () => {
    const cases = fc.constantFrom<Limits>(
      [
        [3, 3],
        [4, 4],
      ],
      [
        [1, 4],
        [1, 4],
        [1, 4],
      ],
      [
        [0, 7],
        [0, 7],
      ],
      [
        [2, 3],
        [2, 2],
        [2, 3],
      ],
    );
    fc.assert(
      fc.property(drawnWeights(7), cases, fc.nat(1), fc.string(), (drawn, limits, form, seed) => {
        const search = createDenseSearch(problemOf(drawn, limits, form), seed, 0, 20_000);
        search.step(Infinity);
        const { value, groupOf } = search.best();
        expect(value).toBe(valueOf(drawn, groupOf));
        for (const [group, [least, most]] of limits.entries()) {
          const size = groupOf.filter((other) => other === group).length;
          expect(size).toBeGreaterThanOrEqual(least);
          expect(size).toBeLessThanOrEqual(most);
        }
        expect(value).toBe(bestOf(drawn, limits));
      }),
      { numRuns: runs(12), seed: 5 },
    );
  });

  it('takes one path however its steps are cut, and another for each seed and start', () => {
    const problem = { weights: someWeights(24, -20), ...evenly(4, 6) };
    const path = (seed: string, start: number, cut: number) => {
      const search = createDenseSearch(problem, seed, start, 60_000);
      const values: number[] = [];
      while (!search.isDone()) {
        const before = search.proposals();
        search.step(cut);
        expect(search.proposals()).toBeGreaterThanOrEqual(Math.min(60_000, before + cut));
        values.push(search.best().value);
      }
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      return { proposals: search.proposals(), groupOf: [...search.best().groupOf] };
    };
    const whole = path('a', 0, Infinity);
    expect(path('a', 0, 1)).toEqual(whole);
    expect(path('a', 0, 7777)).toEqual(whole);
    expect(path('b', 0, Infinity).groupOf).not.toEqual(whole.groupOf);
    expect(path('a', 1, Infinity).groupOf).not.toEqual(whole.groupOf);
    // It ends with the pass in which the budget ends: 24 people, 18 partners each.
    expect(whole.proposals).toBeGreaterThanOrEqual(60_000);
    expect(whole.proposals).toBeLessThan(60_000 + 24 * 18);
  });

  it('is done at once where there is but one group, or none, and knows its value', () => {
    const three = someWeights(3, 1);
    const alone = createDenseSearch({ weights: three, ...evenly(1, 3) }, 'a', 0, 1000);
    alone.step(1000);
    expect([alone.isDone(), alone.proposals()]).toEqual([true, 0]);
    expect(alone.best().value).toBe(three.between(0, 1) + three.between(0, 2) + three.between(1, 2));
    const nobody = createDenseSearch({ weights: someWeights(0, 1), ...evenly(0, 0) }, 'a', 0, 1000);
    expect([nobody.isDone(), nobody.best().value]).toEqual([true, 0]);
  });

  it('has a first assignment before the first step', () => {
    const weights = someWeights(12, 0);
    const { value, groupOf } = createDenseSearch({ weights, ...evenly(3, 4) }, 'a', 0, 1000).best();
    let sum = 0;
    for (let p = 0; p < 12; p++)
      for (let q = 0; q < p; q++) if (groupOf[p] === groupOf[q]) sum += weights.between(p, q);
    expect(value).toBe(sum);
    for (const group of [0, 1, 2]) expect(groupOf.filter((other) => other === group)).toHaveLength(4);
  });

  it('tries other sizes too where those of the most pairs put everyone in one group', () => {
    // Two threes whose pairs are worth ten each, one less than nothing between them: all together are worth 51.
    const matrix = Int32Array.from({ length: 36 }, (_, cell) => {
      const [p, q] = [Math.floor(cell / 6), cell % 6];
      if (p === q) return 0;
      return p % 2 === q % 2 ? 10 : -1;
    });
    const problem = { weights: createMatrixWeights(matrix, 6), least: Int32Array.of(0, 0), most: Int32Array.of(6, 6) };
    const search = createDenseSearch(problem, 'a', 0, 2000);
    expect(search.best().value).toBeLessThan(60);
    search.step(Infinity);
    expect(search.best().value).toBe(60);
  });

  it.each([
    [
      'settled',
      evenly(5, 8),
      [
        [1280, 4655, 39733],
        [6400, 5393, 140011],
        [26880, 5460, 580368],
        [327680, 5592, 994906],
      ],
    ],
    [
      'ranged',
      { least: new Int32Array(5).fill(5), most: new Int32Array(5).fill(12) },
      [
        [1099, 4879, 362529],
        [6531, 6207, 295876],
        [26732, 6406, 54841],
        [326880, 6409, 798738],
      ],
    ],
  ])('goes the same way on every machine (%s sizes)', (_, sizes, expected) => {
    const search = createDenseSearch({ weights: someWeights(40, -30), ...sizes }, 'way', 0, 400_000);
    const way: number[][] = [];
    for (const proposals of [1, 5_000, 20_000, 300_000]) {
      search.step(proposals);
      way.push([search.proposals(), search.best().value, fingerprint(search.best().groupOf)]);
    }
    expect(way).toEqual(expected);
  });
});
