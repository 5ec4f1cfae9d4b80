import { describe, expect, it } from 'vitest';
import { languageAsked, languageOf } from '../../src/cli/language.js';

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

describe('the language that is asked for', () => {
  it('is that of --lang, wherever it stands, the last one where there are several', () => {
    expect(languageAsked(['plan', 'folder', '--lang', 'fr'], {})).toBe('fr');
    expect(languageAsked(['--lang=fr', '--help'], { LANG: 'en' })).toBe('fr');
    expect(languageAsked(['--lang', 'fr', 'plan', '--lang', 'en'], {})).toBe('en');
  });

  it('is that of the locale where --lang is none, names none, or comes after what ends the flags', () => {
    expect(languageAsked(['plan', '--lang'], { LANG: 'fr' })).toBe('fr');
    expect(languageAsked(['plan', '--lang', 'de'], { LANG: 'fr' })).toBe('fr');
    expect(languageAsked(['check', '--', '--lang=fr'], {})).toBe('en');
  });
});
