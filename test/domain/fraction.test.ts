import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, fraction, isEqual, scale, toNumber, ZERO } from '../../src/domain/fraction.js';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe('fractions', () => {
  it('add up exactly', () => {
    expect(isEqual(add(fraction(1, 3), fraction(1, 6)), fraction(1, 2))).toBe(true);
    expect(isEqual(add(fraction(1, 49), fraction(3, 49)), fraction(4, 49))).toBe(true);
    expect(add(fraction(1, 49), fraction(3, 49)).denominator).toBe(49n);
  });

  it('are equal whatever their terms', () => {
    expect(isEqual(fraction(2, 4), fraction(1, 2))).toBe(true);
    expect(isEqual(fraction(2), fraction(4, 2))).toBe(true);
    expect(isEqual(fraction(10n ** 30n, 3n), fraction(10n ** 30n + 1n, 3n))).toBe(false);
  });

  it('are scaled by whole numbers', () => {
    expect(isEqual(scale(fraction(2, 3), 6), fraction(4))).toBe(true);
    expect(isEqual(scale(fraction(2, 3), 0), ZERO)).toBe(true);
    expect(() => scale(fraction(2, 3), 0.5)).toThrow(RangeError);
  });

  it('are shown as the nearest double, also beyond 2^53', () => {
    expect(toNumber(fraction(67_7, 10))).toBe(67.7);
    expect(toNumber(fraction(-1, 4))).toBe(-0.25);
    expect(toNumber(fraction(10n ** 30n, 10n ** 29n))).toBe(10);
  });

  it('add up in any order', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(isEqual(add(a, b), add(b, a))).toBe(true);
        expect(isEqual(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(isEqual(add(a, scale(a, -1)), ZERO)).toBe(true);
        expect(add(a, b).denominator > 0n).toBe(true);
      }),
    );
  });
});
