import { expect, it } from 'vitest';
import { wordsOf } from '../../src/report/words.js';

it('calls an attribute as its column is called, whatever that is', () => {
  for (const language of ['en', 'fr'] as const) {
    for (const key of ['constructor', 'toString', '__proto__', 'langue'])
      expect(wordsOf(language).attribute(key, `Column ${key}`)).toBe(`Column ${key}`);
  }
  expect(wordsOf('fr').attribute('school', 'x')).toBe('école');
});
