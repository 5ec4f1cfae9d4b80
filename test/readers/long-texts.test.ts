import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/domain/diagnostic.js';
import { cleanText } from '../../src/readers/cells.js';
import { findSpoiledWord } from '../../src/readers/decode.js';
import { parseMoment } from '../../src/readers/moments.js';
import { isNameOf } from '../../src/readers/name-words.js';
import { hasBlankBesideQuote } from '../../src/readers/quotes.js';
import { locateKeys } from '../../src/readers/toml-lines.js';
import { isConsequence } from '../../src/usecases/consequences.js';

const MANY = 1_000_000;

/** Whatever looks at every place of these from every other would take hours. */
describe('a text that goes on and on is read in one go', () => {
  it('tabs after a quoted field', () => {
    const tabs = '\t'.repeat(MANY);
    expect(hasBlankBesideQuote(`"a"${tabs}b`)).toBe(false);
    expect(hasBlankBesideQuote(`"a"${tabs}"b"`)).toBe(true);
  });

  it('blanks within a cell', () => {
    const blanks = ' '.repeat(MANY);
    expect(cleanText(`\u200B ’${blanks}a \u200B`)).toBe(`’${blanks}a`);
    expect(parseMoment(`x${blanks}!`)).toBeUndefined();
    expect(parseMoment(`12/02/2018${blanks}9h30`)).toEqual({ date: '2018-02-12', time: 570 });
    expect(locateKeys(`[ ${blanks}\na${blanks}b\nc = 1`).get('c')).toBe(3);
  });

  it('a word before one that an earlier program spoiled', () => {
    expect(findSpoiledWord(`${'a'.repeat(MANY)} xÃ©y`)).toBe('xÃ©y');
  });

  it('a name of more words than any has', () => {
    const words = Array.from({ length: 100_000 }, (_, at) => String(at));
    expect(isNameOf(words, { family: ['ashcombe'], given: ['nora'] })).toBe(false);
  });

  it('dashes where a group is named', () => {
    const value = `${'-'.repeat(MANY)}x`;
    const unknown = diagnose(
      'error',
      'reference.unknown',
      { kind: 'witness-or-group', known: [], count: 0 },
      { value },
    );
    expect(isConsequence(unknown, new Set(['target']))).toBe(false);
  });
});
