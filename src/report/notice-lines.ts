import type { Notice, Told } from '../domain/notices.js';
import type { Language } from '../domain/settings.js';
import type { Witness } from '../domain/witness.js';
import { kindWord } from './kind-words.js';

const WORDS = {
  en: { head: 'To tell', new: 'new', gone: 'no longer', before: 'before', with: 'with', rank: 'rank' },
  fr: { head: 'À prévenir', new: 'nouveau', gone: 'n’est plus prévu', before: 'avant', with: 'avec', rank: 'passage' },
} as const;

/**
 * Whom a publication concerns, and what to tell them, a line each; no line where nobody has to be told.
 *
 * @param moved lines of people who changed groups, which come first
 */
export function noticeLines(
  notices: readonly Notice[],
  guests: readonly Witness[],
  language: Language,
  moved: readonly string[] = [],
): readonly string[] {
  if (notices.length === 0 && moved.length === 0) return [];
  const words = WORDS[language];
  const nameOf = ({ kind, id }: Notice['to']) => {
    const guest = kind === 'group' ? undefined : guests.find((one) => one.id === id);
    const name = guest === undefined ? '' : `${guest.title} ${guest.familyName}`.trim();
    return name === '' || name === id ? id : `${name} (${id})`;
  };
  return [
    `${words.head}${colonOf(language)}`,
    ...moved.map((line) => `  ${line}`),
    ...notices.map((notice) => `  ${nameOf(notice.to)}, ${sentenceOf(notice, language)}`),
  ];
}

/** All that one person is told, a sentence a line. */
export function newsText(news: readonly Notice[], language: Language): string {
  return news.map((notice) => sentenceOf(notice, language)).join('\n');
}

function sentenceOf(notice: Notice, language: Language): string {
  return `${notice.session}${colonOf(language)} ${changeText(notice, language)}`;
}

function colonOf(language: Language): string {
  return language === 'fr' ? '\u00a0:' : ':';
}

/** What has changed in one session, in one sentence. */
export function changeText({ before, after }: Notice, language: Language): string {
  const words = WORDS[language];
  const colon = colonOf(language);
  if (after === undefined) return before === undefined ? '' : `${words.gone}${colon} ${describe(before, language)}`;
  if (before === undefined) return `${words.new}${colon} ${describe(after, language)}`;
  return `${describe(after, language)} (${words.before}${colon} ${describe(before, language)})`;
}

function describe(told: Told, language: Language): string {
  const words = WORDS[language];
  const place = [told.room, told.site].filter((part) => part !== '').join(', ');
  return [
    `${dayText(told.date, language)} ${timeText(told.start)}–${timeText(told.end)}`,
    kindWord(told.kind, language) + (told.with.length === 0 ? '' : ` ${words.with} ${told.with.join(', ')}`),
    ...(place === '' ? [] : [place]),
    ...(told.order === undefined ? [] : [`${words.rank} ${told.order}`]),
  ].join(', ');
}

function dayText(date: string, language: Language): string {
  return language === 'fr' ? date.split('-').toReversed().join('/') : date;
}

function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
