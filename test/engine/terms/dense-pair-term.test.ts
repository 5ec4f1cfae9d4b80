import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrixWeights } from '../../../src/engine/dense/pair-weights.js';
import { createDensePairModel } from '../../../src/engine/terms/dense-pair-term.js';
import { runs } from '../../helpers/runs.js';
import { drawnWeights, valueOf } from '../dense/random-weights.js';

const ORIGIN = { kind: 'rule', index: 0 } as const;
const SIZES = Int32Array.of(3, 3, 2);
const START = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2);

// prettier-ignore
const SQUARE = Int32Array.of(
  0, 5, 1, 2,
  5, 0, 3, 1,
  1, 3, 0, 7,
  2, 1, 7, 0,
);

describe('dense pair weights', () => {
  it('cost the weight of each pair that shares a group', () => {
    const model = createDensePairModel(createMatrixWeights(SQUARE, 4), Int32Array.of(2, 2), ORIGIN);
    const term = model.start(Int32Array.of(0, 0, 1, 1));
    expect(term.penalty).toBe(5 + 7);
    expect(term.delta(1, 2)).toBe(1 + 1 - 12);
    // 1 beside 3 instead of 2, and 2 beside 0 instead of 1.
    expect(term.taking(1, 2)).toBe(1 - 7);
    expect(term.taking(2, 1)).toBe(1 - 5);
    term.apply(1, 2);
    expect(term.explain()).toEqual([{ origin: ORIGIN, penalty: 2, bound: 2 }]);
  });

  it('are bounded by the least weight for each pair that must share a group', () => {
    const bounded = (matrix: Int32Array) =>
      createDensePairModel(createMatrixWeights(matrix, 4), Int32Array.of(2, 2), ORIGIN).bound;
    expect(bounded(SQUARE)).toBe(2);
    expect(bounded(SQUARE.map((weight) => weight - 1))).toBe(0);
    expect(bounded(SQUARE.map((weight) => -weight))).toBe(-14);
  });

  it('are given up aloud where they could add up to more than is counted exactly', () => {
    const create = (weight: number) => () =>
      createDensePairModel(
        createMatrixWeights(
          Float64Array.from(SQUARE, (own) => own * weight),
          4,
        ),
        Int32Array.of(2, 2),
        ORIGIN,
      );
    expect(create(1e13)).not.toThrow();
    expect(create(2e14)).toThrow(/^weights of pairs: /);
  });

  it('change by a swap as the penalty recomputed after it minus the one before, and never fall below the bound', () => {
    const swaps = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawnWeights(8), swaps, (drawn, draw) => {
        for (const weights of drawn.forms) {
          const model = createDensePairModel(weights, SIZES, ORIGIN);
          const groupOf = START.slice();
          const term = model.start(groupOf);
          for (const [p, q] of draw) {
            if (groupOf[p] === groupOf[q]) continue;
            const after = groupOf.slice();
            [after[p], after[q]] = [after[q], after[p]];
            const delta = term.delta(p, q);
            expect(delta).toBe(valueOf(drawn, after) - valueOf(drawn, groupOf));
            expect(term.delta(q, p)).toBe(delta);
            expect(term.taking(p, q) + term.taking(q, p)).toBe(delta);
            term.apply(p, q);
            groupOf.set(after);
            expect(term.penalty).toBe(valueOf(drawn, groupOf));
            expect(term.penalty).toBeGreaterThanOrEqual(model.bound);
          }
        }
      }),
      { numRuns: runs(80), seed: 5 },
    );
  });
});
