import { describe, expect, it } from 'vitest';
import type { GuessDiagnosticParams } from '../../src/domain/diagnostics/guess.js';
import { guess as english } from '../../src/report/messages/en/guess.js';
import { guess as french } from '../../src/report/messages/fr/guess.js';

const FACTS: GuessDiagnosticParams = {
  'guess.school': { school: 'ENA', people: 113 },
  'guess.school-column': { people: 1 },
  'guess.column': { as: 'gender' },
  'guess.separator': { separator: ',' },
  'guess.wish-columns': { columns: ['Vœu 1', 'Vœu 2'] },
  'guess.themes': { themes: ['VILLE', 'EUROPE'] },
  'guess.wishes': { themes: ['VILLE'], others: 3 },
  'guess.groups': { people: 36, groups: 4, least: 9, most: 9 },
  'guess.balanced': { attribute: 'Genre', levels: 2, people: 30, of: 36 },
  'guess.offered': { levels: ['A', 'B'], others: 0 },
  'guess.not-offered': { attributes: ['Remarque'] },
  'guess.unnamed-files': { folder: 'my', files: ['liste ENA.csv'], paths: ['my/liste ENA.csv'], isUntouched: true },
  'guess.same-name': {},
  'guess.reserved-name': {},
  'guess.in-the-way': {},
};
/** Parts of a comment. */
const PHRASES = new Set(['guess.balanced', 'guess.offered']);

describe('what is said of guesses', () => {
  for (const [code, facts] of Object.entries(FACTS)) {
    it(`${code}, in both languages`, () => {
      for (const catalogue of [english, french]) {
        const sentence = (catalogue as Record<string, (params: object) => string>)[code](facts as object);
        expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}/);
        if (!PHRASES.has(code)) expect(sentence).toMatch(/[.…]$/);
      }
      const [inEnglish, inFrench] = [english, french].map((catalogue) =>
        (catalogue as Record<string, (params: object) => string>)[code](facts as object),
      );
      if (code !== 'guess.offered') expect(inFrench).not.toBe(inEnglish);
    });
  }

  it('gives a command whose paths a shell takes for one word each', () => {
    expect(english['guess.unnamed-files'](FACTS['guess.unnamed-files'])).toContain(
      'brassage init my --from "my/liste ENA.csv" writes',
    );
  });
});
