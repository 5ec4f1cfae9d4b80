import { describe, expect, it } from 'vitest';
import { ProblemTooLarge } from '../../../src/engine/exact.js';
import { scaleMatrix, scalePairs } from '../../../src/engine/dense/exact-weights.js';
import type { WeightedPair } from '../../../src/engine/dense/pair-weights.js';

const matrix = (...cells: readonly number[]) => Float64Array.from(cells);

describe('decimal weights', () => {
  it('are counted in the largest power of ten that makes all of them whole, exactly as typed', () => {
    const { weights, unit } = scaleMatrix(matrix(0, 0.1, 2.25, 0.1, 0, -3, 2.25, -3, 0), 3, 1);
    expect(unit).toBe(100);
    expect([weights.between(0, 1), weights.between(0, 2), weights.between(1, 2)]).toEqual([10, 225, -300]);
    expect(scaleMatrix(matrix(0, 7, 7, 0), 2, 1).unit).toBe(1);
    expect(scaleMatrix(matrix(0, 0.001, 0.001, 0), 2, 1).unit).toBe(1000);
  });

  it('change their sign where the least is asked for', () => {
    expect(scaleMatrix(matrix(0, 0.5, 0.5, 0), 2, -1).weights.between(0, 1)).toBe(-5);
    expect(scalePairs([[0, 1, 0.5]], 2, -1).weights.between(0, 1)).toBe(-5);
  });

  it('of pairs are the same whether they are many or few', () => {
    const pairs: readonly WeightedPair[] = [
      [2, 0, 1.5],
      [1, 3, -2],
    ];
    for (const people of [4, 40]) {
      const { weights, unit } = scalePairs(pairs, people, 1);
      expect(unit).toBe(10);
      expect(weights.peopleCount).toBe(people);
      expect([weights.between(0, 2), weights.between(2, 0)]).toEqual([15, 15]);
      expect([weights.between(1, 3), weights.between(3, 1)]).toEqual([-20, -20]);
      expect([weights.between(0, 1), weights.least, weights.reach]).toEqual([0, -20, 20]);
    }
    expect(scalePairs([], 3, 1).weights.between(0, 1)).toBe(0);
  });

  it('are refused where they have too many digits to be counted exactly', () => {
    const message = /^0.1234567890123456: too many digits to be counted exactly/;
    expect(() => scalePairs([[0, 1, 0.1234567890123456]], 2, 1)).toThrow(message);
    expect(() => scaleMatrix(matrix(0, 1 / 3, 1 / 3, 0), 2, 1)).toThrow(RangeError);
    expect(() => scalePairs([[0, 1, 9e14 + 0.5]], 2, 1)).toThrow(RangeError);
    expect(scalePairs([[0, 1, 0.123456789012345]], 2, 1).unit).toBe(1e15);
  });

  it('are refused where their sums could not be counted exactly', () => {
    // Two people and a weight may come to an eighth of 2^53: twice two people of 2^48.
    const most = 2 ** 48 - 1;
    expect(() => scaleMatrix(matrix(0, most, most, 0), 2, 1)).not.toThrow();
    expect(() => scaleMatrix(matrix(0, 2 * most, 2 * most, 0), 2, 1)).toThrow(ProblemTooLarge);
    expect(() => scaleMatrix(matrix(0, -2 * most, -2 * most, 0), 2, 1)).toThrow(/^weights: /);
    expect(() => scalePairs([[0, 1, 2 * most]], 2, 1)).not.toThrow();
    expect(() => scalePairs([[0, 1, -4 * most]], 2, 1)).toThrow(/^weights: /);
    const two: readonly WeightedPair[] = [
      [0, 1, 2 * most],
      [1, 2, -2 * most],
    ];
    expect(() => scalePairs(two, 3, 1)).toThrow(/^weights: /);
  });
});
