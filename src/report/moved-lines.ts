import { participantName } from '../domain/participant.js';
import type { Regrouped } from '../domain/regrouped.js';
import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { visible } from './visible-text.js';

/** People who are shown one by one. */
const MOST_SHOWN = 20;

const WORDS = {
  en: {
    told: (to: string, from: string) => `You are now in group ${to}${from === '' ? '' : ` (before: ${from})`}.`,
    moved: (to: string, from: string) => `: now in ${to} (${from === '' ? 'new' : `before: ${from}`})`,
    sessions: (count: number) =>
      count === 0 ? 'no session changes' : counted('en', count, 'session changes', 'sessions change'),
    more: (people: number) => `… and ${counted('en', people, 'other person', 'other people')} in another group`,
  },
  fr: {
    told: (to: string, from: string) =>
      `Vous êtes maintenant dans le groupe ${to}${from === '' ? '' : ` (avant\u00a0: ${from})`}.`,
    moved: (to: string, from: string) =>
      `\u00a0: maintenant dans ${to} (${from === '' ? 'nouveau' : `avant\u00a0: ${from}`})`,
    sessions: (count: number) =>
      count === 0 ? 'aucune séance ne change' : counted('fr', count, 'séance change', 'séances changent'),
    more: (people: number) =>
      `… et ${counted('fr', people, 'autre personne', 'autres personnes')} dans un autre groupe`,
  },
} as const;

/** What somebody who changed groups is told of that. @param from `''`: was in no group */
export function moveText(from: string, to: string, language: Language): string {
  return WORDS[language].told(to, from);
}

/** Who is in another group than before, a line each with how many sessions that changes; the first twenty, then how many more. */
export function movedLines(people: readonly Regrouped[], language: Language, pseudonyms: boolean): readonly string[] {
  const words = WORDS[language];
  const shown = people.slice(0, MOST_SHOWN).map(({ person, from, to, news }) => {
    const name = visible(pseudonyms ? person.id : participantName(person));
    return `${name}${words.moved(visible(to), visible(from))}, ${words.sessions(news.length)}`;
  });
  const left = people.length - shown.length;
  return left === 0 ? shown : [...shown, words.more(left)];
}
