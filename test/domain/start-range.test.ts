import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startsParser } from '../../src/cli/start-flags.js';
import { expectedInEnglish } from '../../src/cli/words/usage-en.js';
import { gapsIn, rangeFlag, rangeText, sliceOf, toRanges } from '../../src/domain/start-range.js';
import { runs } from '../helpers/runs.js';

const numbers = ({ first, count }: { first: number; count: number }) =>
  Array.from({ length: count }, (_, index) => first + index);

describe('the shards of a range of starts', () => {
  it('are neighbours, the larger ones first', () => {
    const slices = [1, 2, 3].map((index) => rangeText(sliceOf({ first: 0, count: 10 }, { index, of: 3 })));
    expect(slices).toEqual(['0..3', '4..6', '7..9']);
  });

  it('hold every start once, and differ by one at most', () => {
    const range = fc.record({ first: fc.nat(1000), count: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 50 }), (starts, of) => {
        const slices = Array.from({ length: of }, (_, index) => sliceOf(starts, { index: index + 1, of }));
        expect(slices.flatMap(numbers)).toEqual(numbers(starts));
        const counts = slices.map(({ count }) => count);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { seed: 31, numRuns: runs(200) },
    );
  });

  it('are exact for the largest numbers there are', () => {
    const starts = { first: 0, count: Number.MAX_SAFE_INTEGER };
    const { first, count } = sliceOf(starts, { index: 7, of: 7 });
    expect(first + count).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('ranges of start numbers', () => {
  it('join what follows one another, whatever the order, each number once', () => {
    expect(toRanges([7, 1, 0, 2, 1, 9]).map(rangeText)).toEqual(['0..2', '7', '9']);
    expect(toRanges([])).toEqual([]);
  });

  it('are flags that run just them, a single start too', () => {
    for (const range of [
      { first: 4, count: 4 },
      { first: 4, count: 1 },
    ])
      expect(startsParser(expectedInEnglish)(rangeFlag(range))).toEqual(range);
    expect(startsParser(expectedInEnglish)('4')).toEqual({ first: 0, count: 4 });
  });

  it('leave the gaps between them', () => {
    const gaps = (...starts: number[]) => gapsIn({ first: 2, count: 6 }, toRanges(starts)).map(rangeText);
    expect(gaps(0, 1, 2, 3, 6, 7, 8)).toEqual(['4..5']);
    expect(gaps(5)).toEqual(['2..4', '6..7']);
    expect(gaps()).toEqual(['2..7']);
    expect(gaps(2, 3, 4, 5, 6, 7)).toEqual([]);
    expect(gaps(9, 10)).toEqual(['2..7']);
  });
});
