import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFiniteField, nextPrimePower } from '../../src/rotation/finite-field.js';

const ORDERS = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 25, 27, 32, 49, 64, 81, 121, 125, 128, 243, 256, 343];

describe('a finite field', () => {
  it('keeps the axioms, for any three elements', () => {
    const triples = fc
      .constantFrom(...ORDERS)
      .chain((order) => fc.tuple(fc.constant(order), fc.nat(order - 1), fc.nat(order - 1), fc.nat(order - 1)));
    fc.assert(
      fc.property(triples, ([order, a, b, c]) => {
        const { add, multiply } = createFiniteField(order);
        expect(add(a, b)).toBe(add(b, a));
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toBe(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)));
        expect(add(a, 0)).toBe(a);
        expect(multiply(a, 1)).toBe(a);
      }),
    );
  });

  it.each(ORDERS)('of %i elements has an opposite of each, and an inverse of each but 0', (order) => {
    const { add, multiply } = createFiniteField(order);
    const elements = [...Array(order).keys()];
    for (const a of elements) {
      expect(elements.filter((b) => add(a, b) === 0)).toHaveLength(1);
      expect(elements.filter((b) => multiply(a, b) === 1)).toHaveLength(a === 0 ? 0 : 1);
    }
  });

  it('exists for powers of primes alone', () => {
    expect([1, 2, 6, 10, 12, 14, 15, 18, 20, 26, 28, 33].map(nextPrimePower)).toEqual([
      2, 2, 7, 11, 13, 16, 16, 19, 23, 27, 29, 37,
    ]);
    expect(() => createFiniteField(12)).toThrow('12 is no prime power');
  });
});
