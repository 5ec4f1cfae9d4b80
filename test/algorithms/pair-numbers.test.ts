import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairNumbers } from '../../src/algorithms/pair-numbers.js';
import { runs } from '../helpers/runs.js';

describe('numbers of pairs', () => {
  it('count from 1, one for each pair, in the order in which pairs are met', () => {
    const small = fc.nat({ max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(small, small), { maxLength: 3000, size: 'max' }), (pairs) => {
        const numbers = createPairNumbers();
        const known = new Map<string, number>();
        for (const [first, second] of pairs) {
          const name = `${first} ${second}`;
          if (!known.has(name)) known.set(name, known.size + 1);
          const number = numbers.of(first, second);
          expect(number).toBe(known.get(name));
          expect([numbers.first(number), numbers.second(number)]).toEqual([first, second]);
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
