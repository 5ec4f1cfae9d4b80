import { diagnose, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import type { ReferenceKind } from '../domain/diagnostics/input.js';
import { compareText, fold } from '../domain/fold.js';
import type { Session } from '../domain/session.js';
import type { Theme } from '../domain/theme.js';
import { nearest } from './nearest.js';

/** What a text refers to, or the making of the error that says why it refers to nothing. */
export type ReferenceMatch<T> =
  | { readonly status: 'found'; readonly value: T }
  | { readonly status: 'unknown'; readonly diagnose: (details: DiagnosticDetails) => Diagnostic }
  | {
      readonly status: 'ambiguous';
      readonly values: readonly T[];
      readonly diagnose: (details: DiagnosticDetails) => Diagnostic;
    };

/** Finds things by the texts that name them: exactly, else on folded texts. */
export interface ReferenceIndex<T> {
  readonly find: (text: string) => ReferenceMatch<T>;
}

/** One way to name a thing. */
export interface ReferenceName<T> {
  readonly text: string;
  readonly value: T;
  /** What an error about two things of one name calls this one; absent: the text. */
  readonly label?: string;
  /** A convenience, heard only when nothing else bears that name: a title beside an id. */
  readonly isSecondary?: boolean;
}

/** Names shown in an "unknown" error; more would not help. */
const MOST_NAMES_SHOWN = 12;
/** A table full of wrong names gets this many suggestions, so that a cohort of 100,000 is not searched for each. */
const MOST_SUGGESTIONS = 100;

/**
 * @param kind what the names name, for the errors
 * @param shown the names an error lists; absent: all primary ones
 * @param suggestible the names an error may suggest, asked for once and only when needed; absent: all primary ones
 */
export function createReferenceIndex<T>(
  kind: ReferenceKind,
  names: Iterable<ReferenceName<T>>,
  shown?: readonly string[],
  suggestible?: () => readonly string[],
): ReferenceIndex<T> {
  const folded = new Map<string, ReferenceName<T>[]>();
  const texts = new Set<string>();
  const others = new Set<string>();
  for (const name of names) {
    if (name.text === '') continue;
    push(folded, fold(name.text), name);
    (name.isSecondary === true ? others : texts).add(name.text);
  }
  const known = shown ?? [...texts];
  let suggestions = 0;
  let pool: readonly string[] | undefined;
  const suggest = (text: string): string | undefined => {
    if (suggestions++ >= MOST_SUGGESTIONS) return undefined;
    pool ??= suggestible?.() ?? [...texts];
    return nearestName(text, pool) ?? nearestName(text, [...others]) ?? begunName(text, [...pool, ...others]);
  };
  const find = (text: string): ReferenceMatch<T> => {
    const all = folded.get(fold(text)) ?? [];
    const exact = all.filter((name) => name.text === text);
    const hits = pick(exact.length > 0 ? exact : all);
    if (hits.length === 1) return { status: 'found', value: hits[0].value };
    if (hits.length > 1) {
      const candidates = hits.map((hit) => hit.label ?? hit.text);
      return {
        status: 'ambiguous',
        values: hits.map((hit) => hit.value),
        diagnose: (details) => diagnose('error', 'reference.ambiguous', { kind, candidates }, details),
      };
    }
    return {
      status: 'unknown',
      diagnose: (details) => {
        const suggestion = details.suggestion ?? suggest(text);
        const params = { kind, known: known.slice(0, MOST_NAMES_SHOWN), count: known.length };
        return diagnose('error', 'reference.unknown', params, { ...details, suggestion });
      },
    };
  };
  return { find };
}

/** Sessions by id. */
export function indexSessions(sessions: readonly Session[]): ReferenceIndex<string> {
  return createReferenceIndex(
    'session',
    sessions.map(({ id }) => ({ text: id, value: id })),
  );
}

/** Themes by id, else by title. */
export function indexThemes(themes: readonly Theme[]): ReferenceIndex<string> {
  return createReferenceIndex('theme', themeNames(themes));
}

/**
 * Themes as {@link indexThemes}, and strands by `THEME/STRAND` or `THEME-STRAND`, or by their id alone where no other theme
 * has such a strand. The value is the theme's id, or `THEME/STRAND`.
 */
export function indexThemesAndStrands(themes: readonly Theme[]): ReferenceIndex<string> {
  const names: ReferenceName<string>[] = [...themeNames(themes)];
  for (const theme of themes) {
    for (const strand of theme.strands) {
      if (strand.id === '') continue;
      const value = `${theme.id}/${strand.id}`;
      names.push({ text: value, value }, { text: `${theme.id}-${strand.id}`, value, isSecondary: true });
      names.push({ text: strand.id, value, isSecondary: true }, { text: strand.title, value, isSecondary: true });
    }
  }
  return createReferenceIndex(
    'theme-or-strand',
    names,
    themes.map((theme) => theme.id),
  );
}

function themeNames(themes: readonly Theme[]): readonly ReferenceName<string>[] {
  return themes.flatMap(({ id, title }) => [
    { text: id, value: id },
    { text: title, value: id, isSecondary: true },
  ]);
}

/**
 * The nearest name. An id with a number is only near to ids of that number, with or without leading zeros (spreadsheets make
 * `12` of `0012`): another number is another thing, not a slip.
 */
function nearestName(text: string, names: readonly string[]): string | undefined {
  if (!/\d/.test(text)) return nearest(text, names);
  const number = numberIn(text);
  const same = names.filter((name) => /\d/.test(name) && numberIn(name) === number);
  const letters = fold(text).replace(/\d/g, '');
  return same.find((name) => fold(name).replace(/\d/g, '') === letters) ?? nearest(text, same);
}

/** Fewer letters begin too many names. */
const LEAST_BEGINNING = 4;

/** The only name that a text is the beginning of, or that begins it: a title that was shortened or went on; of several, the one that begins the others. */
function begunName(text: string, names: readonly string[]): string | undefined {
  const typed = fold(text);
  if (typed.length < LEAST_BEGINNING) return undefined;
  const begun = names.filter((name) => {
    const known = fold(name);
    return known.length >= LEAST_BEGINNING && (known.startsWith(typed) || typed.startsWith(known));
  });
  const [shortest, ...longer] = begun.toSorted((a, b) => a.length - b.length || compareText(a, b));
  return longer.every((name) => fold(name).startsWith(fold(shortest))) ? shortest : undefined;
}

function numberIn(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The things named so: primary names before secondary ones, each thing once. */
function pick<T>(names: readonly ReferenceName<T>[]): readonly ReferenceName<T>[] {
  const primary = names.filter((name) => name.isSecondary !== true);
  const list = primary.length > 0 ? primary : names;
  return list.filter((name, index) => list.findIndex((other) => other.value === name.value) === index);
}
