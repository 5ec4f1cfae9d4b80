import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/cli/console.js';

describe('the language of messages when nobody asks for one', () => {
  it('is that of the locale, by LC_ALL, then LC_MESSAGES, then LANG', () => {
    expect(languageOf({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
    expect(languageOf({ LC_MESSAGES: 'en_GB', LANG: 'fr_FR' })).toBe('en');
    expect(languageOf({ LC_ALL: 'fr_CA', LC_MESSAGES: 'en_GB', LANG: 'en_US' })).toBe('fr');
  });

  it('skips what is empty', () => {
    expect(languageOf({ LC_ALL: '', LANG: 'fr' })).toBe('fr');
  });

  it('is English for any other locale, and for none', () => {
    expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('en');
    expect(languageOf({ LANG: 'C' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });
});
