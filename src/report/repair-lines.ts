import type { GroupChange } from '../domain/group-change.js';
import type { Module } from '../domain/module.js';
import type { Language } from '../domain/settings.js';
import { createReasonTeller, nameOf } from './change-reasons.js';
import { counted } from './messages/plural.js';
import { visible } from './visible-text.js';

/** Changes that are shown. */
const MOST_SHOWN = 20;

const WORDS = {
  en: {
    move: (people: number) => counted('en', people, 'person moves', 'people move'),
    left: (people: number) => `${people} left`,
    joined: (people: number) => `${people} joined`,
    dissolved: (people: number) => `${people} whose group is no more`,
    nobody: 'nobody moves',
    somebody: 'somebody without an id',
    goes: (from: string) => `has left ${from}`,
    comes: (to: string) => `joins ${to}`,
    because: (why: string) => `, because ${why}`,
    more: (changes: number, file: string) => `… and ${changes} more in ${file}`,
    fewest: 'no fewer can (proved)',
    fewestFound: 'no way with fewer was found',
    wouldDo: (people: number) => (people === 0 ? 'nobody would have to' : `${people} would do`),
    colon: ':',
  },
  fr: {
    move: (people: number) => counted('fr', people, 'personne change de groupe', 'personnes changent de groupe'),
    left: (people: number) => counted('fr', people, 'départ', 'départs'),
    joined: (people: number) => counted('fr', people, 'arrivée', 'arrivées'),
    dissolved: (people: number) => `${people} dont le groupe n’existe plus`,
    nobody: 'personne ne change de groupe',
    somebody: 'une personne sans identifiant',
    goes: (from: string) => `a quitté ${from}`,
    comes: (to: string) => `rejoint ${to}`,
    because: (why: string) => `, car ${why}`,
    more: (changes: number, file: string) => `… et ${changes} de plus dans ${file}`,
    fewest: 'moins est impossible (prouvé)',
    fewestFound: 'rien trouvé avec moins',
    wouldDo: (people: number) =>
      people === 0 ? 'personne n’y serait obligé' : counted('fr', people, 'suffirait', 'suffiraient'),
    colon: '\u00a0:',
  },
} as const;

/** How few people can move. */
export interface FewestMoved {
  readonly people: number;
  /** Else no fewer were found to do. */
  readonly isProved: boolean;
}

/**
 * Who changes groups, as a terminal shows it: how many in one line, then a line each, the first twenty, and how many more the list has. Only
 * of those who were in a group and still are it is said why.
 *
 * @param fewest absent: not spoken of
 */
export function changeLines(
  changes: readonly GroupChange[],
  { rules }: Pick<Module, 'rules'>,
  language: Language,
  pseudonyms: boolean,
  fewest?: FewestMoved,
): readonly string[] {
  const words = WORDS[language];
  const why = createReasonTeller({ changes, rules, language, pseudonyms });
  const lineOf = (change: GroupChange) => {
    const { from, to, reason } = change;
    const school = (change.person ?? change.gone)?.school ?? '';
    const name = nameOf(change, pseudonyms) || words.somebody;
    const who = visible(school === '' ? name : `${name} (${school})`);
    const isTold = reason.kind === 'left' || reason.kind === 'joined';
    return `  ${who}${words.colon} ${visible(whereOf(from, to, words))}${isTold ? '' : words.because(visible(why(change)))}`;
  };
  const left = changes.length - MOST_SHOWN;
  return [
    summaryOf(changes, words, fewest),
    ...changes.slice(0, MOST_SHOWN).map(lineOf),
    ...(left > 0 ? [`  ${words.more(left, 'moves.csv')}`] : []),
  ];
}

type Words = (typeof WORDS)[Language];

function whereOf(from: string, to: string, words: Words): string {
  if (to === '') return words.goes(from);
  return from === '' ? words.comes(to) : `${from} → ${to}`;
}

function verdict(moved: number, words: Words, fewest: FewestMoved | undefined): string {
  if (fewest === undefined) return '';
  const { people, isProved } = fewest;
  if (moved > people) return ` (${words.wouldDo(people)})`;
  return `, ${isProved ? words.fewest : words.fewestFound}`;
}

function summaryOf(changes: readonly GroupChange[], words: Words, fewest: FewestMoved | undefined): string {
  const dissolved = changes.filter(({ reason }) => reason.kind === 'dissolved').length;
  const left = changes.filter(({ to }) => to === '').length;
  const joined = changes.filter(({ from, to }) => from === '' && to !== '').length;
  const moved = changes.length - dissolved - left - joined;
  const parts = [
    moved === 0 ? words.nobody : words.move(moved) + verdict(moved, words, fewest),
    ...(dissolved === 0 ? [] : [words.dissolved(dissolved)]),
    ...(left === 0 ? [] : [words.left(left)]),
    ...(joined === 0 ? [] : [words.joined(joined)]),
  ];
  return parts.join(' · ');
}
