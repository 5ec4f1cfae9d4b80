import type { SessionKind } from '../domain/session.js';
import type { Language } from '../domain/settings.js';

const KINDS: Readonly<Record<SessionKind, Readonly<Record<Language, string>>>> = {
  plenary: { en: 'plenary', fr: 'plénière' },
  work: { en: 'work', fr: 'travail' },
  hearing: { en: 'hearing', fr: 'audition' },
  presentation: { en: 'presentation', fr: 'restitution' },
  visit: { en: 'visit', fr: 'visite' },
};

/** The word of a kind of session in a table; the same words that `sessions.csv` is written with. */
export function kindWord(kind: SessionKind, language: Language): string {
  return KINDS[kind][language];
}
