import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDenseState } from '../../../src/engine/dense/dense-state.js';
import { createListWeights, createMatrixWeights } from '../../../src/engine/dense/pair-weights.js';
import { createRowScan } from '../../../src/engine/dense/row-scan.js';
import { createRandom } from '../../../src/engine/random.js';
import { runs } from '../../helpers/runs.js';
import { drawnWeights, valueOf } from './random-weights.js';

const PEOPLE = 9;
const START = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2);
const moves = fc.array(fc.record({ p: fc.nat(PEOPLE - 1), q: fc.nat(PEOPLE - 1), isSwap: fc.boolean() }), {
  maxLength: 15,
});

describe('weights in either form', () => {
  it('know the weight of any two, the least of all, and the most that one person adds up', () => {
    fc.assert(
      fc.property(drawnWeights(5), (drawn) => {
        const people = [0, 1, 2, 3, 4];
        const pairs = people.flatMap((p) => people.filter((q) => q !== p).map((q) => [p, q] as const));
        const sums = people.map((p) => people.reduce((sum, q) => sum + Math.abs(drawn.weightOf(p, q)), 0));
        for (const weights of drawn.forms) {
          for (const [p, q] of pairs) expect(weights.between(p, q)).toBe(drawn.weightOf(p, q));
          expect(weights.least).toBe(Math.min(...pairs.map(([p, q]) => drawn.weightOf(p, q))));
          expect(weights.reach).toBe(Math.max(...sums));
        }
      }),
      { numRuns: runs(60), seed: 4 },
    );
  });

  it('of nobody, and of one person, are nothing', () => {
    for (const people of [0, 1]) {
      const matrix = createMatrixWeights(new Int32Array(people), people);
      const lists = createListWeights([], people);
      for (const { least, reach } of [matrix, lists]) expect([least, reach]).toEqual([0, 0]);
    }
    // Only where every two have a weight is none of them 0.
    expect(createListWeights([[0, 1, 7]], 2).least).toBe(7);
    expect(createListWeights([[0, 1, 7]], 3).least).toBe(0);
    expect(createMatrixWeights(Int32Array.of(0, 7, 7, 0), 2).least).toBe(7);
  });
});

describe('state of a dense search', () => {
  it('holds the value, affinities, sizes and members recomputed from nothing, after any swaps and relocations', () => {
    fc.assert(
      fc.property(drawnWeights(PEOPLE), moves, (drawn, draw) => {
        for (const weights of drawn.forms) {
          const problem = { weights, least: new Int32Array(3), most: new Int32Array(3).fill(PEOPLE) };
          const state = createDenseState(problem);
          state.load(START);
          for (const { p, q, isSwap } of draw) {
            const after = state.groupOf.slice();
            const to = (after[p] + 1) % 3;
            if (isSwap && after[p] === after[q]) continue;
            if (isSwap) [after[p], after[q]] = [after[q], after[p]];
            else after[p] = to;
            const gain = valueOf(drawn, after) - valueOf(drawn, state.groupOf);
            if (isSwap) state.swap(p, q, gain);
            else state.relocate(p, to, gain);
            expect([...state.groupOf]).toEqual([...after]);
          }
          expect(state.value()).toBe(valueOf(drawn, state.groupOf));
          for (let p = 0; p < PEOPLE; p++) {
            for (let group = 0; group < 3; group++) {
              let sum = 0;
              for (let q = 0; q < PEOPLE; q++) if (q !== p && state.groupOf[q] === group) sum += drawn.weightOf(p, q);
              expect(state.affinity[group * PEOPLE + p]).toBe(sum);
              if (state.groupOf[p] === group) expect(state.own[p]).toBe(sum);
            }
          }
          const listed = [0, 1, 2].flatMap((group) =>
            Array.from({ length: state.sizes[group] }, (_, i) => state.members[group * PEOPLE + i]),
          );
          expect(listed.map((p) => state.groupOf[p])).toEqual([...state.groupOf].sort((a, b) => a - b));
          expect([...listed].sort((a, b) => a - b)).toEqual([...Array(PEOPLE).keys()]);
        }
      }),
      { numRuns: runs(60), seed: 1 },
    );
  });
});

describe('a pass over all moves', () => {
  const isWithin = (sizes: Int32Array, least: Int32Array, most: Int32Array) =>
    sizes.every((size, group) => size >= least[group] && size <= most[group]);

  it('at temperature 0 never lowers the value, keeps it exact, and keeps the sizes within their limits', () => {
    fc.assert(
      fc.property(drawnWeights(PEOPLE), fc.string(), fc.boolean(), (drawn, seed, isRanged) => {
        const [weights] = drawn.forms;
        const problem = {
          weights,
          least: new Int32Array(3).fill(isRanged ? 2 : 3),
          most: new Int32Array(3).fill(isRanged ? 5 : 3),
        };
        const state = createDenseState(problem);
        const random = createRandom(seed);
        const scan = createRowScan(problem, random);
        state.load(START);
        for (let i = 0; i < 4; i++) {
          const before = state.value();
          scan.pass(state, 0, random);
          expect(state.value()).toBeGreaterThanOrEqual(before);
          expect(state.value()).toBe(valueOf(drawn, state.groupOf));
          expect(isWithin(state.sizes, problem.least, problem.most)).toBe(true);
        }
      }),
      { numRuns: runs(60), seed: 2 },
    );
  });

  it('proposes every exchange, and every place elsewhere where sizes are ranged', () => {
    const weights = createMatrixWeights(new Int32Array(PEOPLE * PEOPLE), PEOPLE);
    const proposals = (least: readonly number[], most: readonly number[]) => {
      const problem = { weights, least: Int32Array.from(least), most: Int32Array.from(most) };
      const state = createDenseState(problem);
      state.load(START);
      const random = createRandom('s');
      return createRowScan(problem, random).pass(state, 0, random);
    };
    // Nothing gains, so that nothing moves: nine people, six others each, two other groups.
    expect(proposals([3, 3, 3], [3, 3, 3])).toBe(9 * 6);
    expect(proposals([3, 2, 3], [3, 4, 3])).toBe(9 * (6 + 2));
    expect(proposals([3, 3, 3], [4, 3, 3])).toBe(9 * (6 + 2));
  });

  it('that gains nothing has left no exchange or change of place that would: what it passes over unseen is not worth seeing', () => {
    fc.assert(
      fc.property(drawnWeights(PEOPLE), fc.string(), fc.boolean(), (drawn, seed, isRanged) => {
        const [weights] = drawn.forms;
        const problem = {
          weights,
          least: new Int32Array(3).fill(isRanged ? 2 : 3),
          most: new Int32Array(3).fill(isRanged ? 4 : 3),
        };
        const state = createDenseState(problem);
        const random = createRandom(seed);
        const scan = createRowScan(problem, random);
        state.load(START);
        for (let before = -Infinity; state.value() > before;) {
          before = state.value();
          scan.pass(state, 0, random);
        }
        expect(isWithin(state.sizes, problem.least, problem.most)).toBe(true);
        for (let p = 0; p < PEOPLE; p++) {
          for (let q = 0; q < p; q++) {
            const after = state.groupOf.slice();
            [after[p], after[q]] = [after[q], after[p]];
            expect(valueOf(drawn, after)).toBeLessThanOrEqual(state.value());
          }
          for (let group = 0; group < 3; group++) {
            const from = state.groupOf[p];
            if (state.sizes[from] <= problem.least[from] || state.sizes[group] >= problem.most[group]) continue;
            const after = state.groupOf.slice();
            after[p] = group;
            expect(valueOf(drawn, after)).toBeLessThanOrEqual(state.value());
          }
        }
      }),
      { numRuns: runs(60), seed: 3 },
    );
  });
});
