import { describe, expect, it } from 'vitest';
import { gapOf, isOptimal } from '../../src/domain/certificate.js';
import { fraction } from '../../src/domain/fraction.js';

const certified = (value: [number, number], bound: [number, number]) => ({
  value: fraction(...value),
  bound: fraction(...bound),
});

describe('gap', () => {
  it('is the share of the bound by which the value exceeds it', () => {
    expect(gapOf(certified([3, 1], [2, 1]))).toBe(0.5);
    expect(gapOf(certified([6770, 100], [6762, 100]))).toBeCloseTo(8 / 6762, 8);
  });

  it('is 0 where they meet, in whatever terms', () => {
    expect(gapOf(certified([2, 4], [1, 2]))).toBe(0);
    expect(gapOf(certified([0, 7], [0, 1]))).toBe(0);
  });

  it('is infinite above a bound of 0', () => {
    expect(gapOf(certified([1, 1000], [0, 1]))).toBe(Infinity);
  });

  it('is positive for the least excess that a billionth can show', () => {
    expect(gapOf(certified([1_000_000_001, 1_000_000_000], [1, 1]))).toBe(1e-9);
  });
});

describe('optimality', () => {
  it('is proved where value and bound meet exactly', () => {
    expect(isOptimal(certified([2, 4], [1, 2]))).toBe(true);
    expect(isOptimal(certified([0, 1], [0, 3]))).toBe(true);
    // A gap too small for the figure that is shown is a gap all the same.
    const close = { value: fraction(10n ** 20n + 1n, 10n ** 20n), bound: fraction(1) };
    expect(isOptimal(close)).toBe(false);
    expect(gapOf(close)).toBe(0);
  });
});
