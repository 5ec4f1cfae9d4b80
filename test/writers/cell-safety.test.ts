import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/readers/cells.js';
import { guardCell } from '../../src/writers/cell-safety.js';

describe('the formula guard', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 1 23', "'+33 1 23"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['\u00A0\u202F=1', "'\u00A0\u202F=1"],
    [' \n=1', "' \n=1"],
  ])('puts one apostrophe before %j', (text, guarded) => {
    expect(guardCell(text)).toBe(guarded);
  });

  it('guards once more what looks guarded already', () => {
    expect(guardCell("'=1")).toBe("''=1");
    expect(guardCell("'' -1")).toBe("''' -1");
  });

  it.each(['', 'Dupont-Martin', "'s-Hertogenbosch", "d'Orves", 'a=b', '1-2', "'", '–5', '0012'])(
    'leaves %j alone',
    (text) => {
      expect(guardCell(text)).toBe(text);
    },
  );

  it('is undone by our reader, for any text as our reader gives it', () => {
    const text = fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', '＝', '＠', ' ', '\u00A0', '\t', '\n', 'a', 'é', '1'), {
        maxLength: 6,
      })
      .map((characters) => characters.join('').trim());
    fc.assert(
      fc.property(text, (shown) => {
        expect(cleanText(guardCell(shown))).toBe(shown);
      }),
    );
  });
});
