import { describe, expect, it } from 'vitest';
import { settleSpellings, settleSpellingsOf } from '../../src/readers/spelling.js';

describe('one spelling', () => {
  it('is the one that is most often typed, and of those as often the first by code units', () => {
    expect([...settleSpellingsOf(['ena', 'ENA', 'Éna', 'ENA', 'Inet'])]).toEqual([
      ['ena', 'ENA'],
      ['ENA', 'ENA'],
      ['Éna', 'ENA'],
      ['Inet', 'Inet'],
    ]);
    for (const texts of [
      ['b', 'B', 'b', 'B', 'B́'],
      ['B', 'B', 'B́', 'b', 'b'],
    ]) {
      expect(settleSpellingsOf(texts).get('b')).toBe('B');
    }
  });

  it('is of texts that have a key in common', () => {
    const counts = new Map([
      ['one', 1],
      ['two', 2],
      ['three', 1],
    ]);
    expect([...settleSpellings(counts, (text) => String(text.length))]).toEqual([
      ['one', 'two'],
      ['two', 'two'],
      ['three', 'three'],
    ]);
  });
});
