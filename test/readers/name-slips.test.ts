import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSlips } from '../../src/readers/name-slips.js';
import { slipLimit } from '../../src/readers/name-words.js';
import { editDistance } from '../../src/readers/nearest.js';

describe('indexSlips', () => {
  it('finds the names with a slip or two, by their number', () => {
    const near = indexSlips(['dupontjean', 'dupontjeanne', 'durandjean', 'bo']);
    expect(near('dupondjean')).toEqual([
      { index: 0, slips: 1 },
      { index: 2, slips: 2 },
    ]);
    expect(near('b')).toEqual([]);
  });

  it.each([
    ['dupontjean', 'dupotnjean', 1],
    ['dupontjean', 'udpontjean', 1],
    ['dupontjean', 'dupontjena', 1],
    ['dupontjean', 'udpontjeax', 2],
    ['dupontjean', 'dupontjeanxy', 2],
    ['dupontjean', 'xydupontjean', 2],
    ['dupontjean', 'pontjean', 2],
    ['dupontjean', 'dupontje', 2],
    ['dupontjean', 'dupontjxyan', 2],
    ['dupontjean', 'dupoxnjean', 2],
    ['dupontjean', 'dupotxjean', 2],
    ['roux', 'rouxx', undefined],
    ['roux', 'roux', undefined],
    ['rouxx', 'rouxx', 0],
    ['rouxx', 'roux', 1],
    ['rouxxa', 'rouxbc', undefined],
    ['dupontjean', 'dupontje12', undefined],
    ['eleve12', 'eleve13', undefined],
    ['abcdefghij', 'klmnopqrst', undefined],
  ])('of %j finds %j: %j slips', (name, text, slips) => {
    expect(indexSlips([name])(text)).toEqual(slips === undefined ? [] : [{ index: 0, slips }]);
  });

  it('finds all that comparing with every name finds, two letters replaced, left out or added', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 14 });
    const edits = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('', 'a', 'xa', 'ab')), { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), edits, (names, changes) => {
        let text = names[0];
        for (const [at, put] of changes) text = text.slice(0, at) + put + text.slice(at + 1);
        const expected = names.flatMap((other, index) => {
          const slips = editDistance(text, other, 2);
          const isTransposed = slips < levenshtein(text, other);
          return slips <= slipLimit(other.length) && slipLimit(other.length) > 0 && !isTransposed ? [index] : [];
        });
        const found = indexSlips(names)(text);
        expect(found.map(({ index }) => index)).toEqual(expect.arrayContaining(expected));
        for (const { index, slips } of found) expect(slips).toBe(editDistance(text, names[index], 2));
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
      }),
    );
  });
});

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
