import type { Language } from '../../domain/settings.js';

/** The words of calendars beside the kinds of session. */
export interface CalendarWords {
  readonly module: string;
  readonly session: string;
  readonly group: string;
  readonly groups: string;
  readonly theme: string;
  readonly strand: string;
  readonly witness: string;
  readonly witnesses: string;
  readonly jury: string;
  /** Rank of a presentation, and heading of the list of them. */
  readonly order: string;
  readonly break: string;
  /** What stands between a word and what it says. */
  readonly colon: string;
  readonly groupCount: (count: number) => string;
}

const WORDS: Readonly<Record<Language, CalendarWords>> = {
  en: {
    module: 'Module',
    session: 'Session',
    group: 'Group',
    groups: 'Groups',
    theme: 'Theme',
    strand: 'Strand',
    witness: 'Witness',
    witnesses: 'Witnesses',
    jury: 'Jury',
    order: 'Order of passage',
    break: 'Break',
    colon: ': ',
    groupCount: (count) => `${count} groups`,
  },
  fr: {
    module: 'Module',
    session: 'Séance',
    group: 'Groupe',
    groups: 'Groupes',
    theme: 'Thème',
    strand: 'Volet',
    witness: 'Témoin',
    witnesses: 'Témoins',
    jury: 'Jury',
    order: 'Ordre de passage',
    break: 'Pause',
    colon: '\u00a0: ',
    groupCount: (count) => `${count} groupes`,
  },
};

/** The words in one language. */
export function calendarWords(language: Language): CalendarWords {
  return WORDS[language];
}
