import { fold } from '../domain/fold.js';
import { editDistance } from './nearest.js';
import type { Named } from './namesakes.js';

/** Before a name; `m` may be an initial as well. */
const TITLES = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'dr', 'ms', 'mrs', 'miss']);
const PARTICLES = new Set(['de', 'd', 'du', 'des', 'da', 'di', 'do', 'dos', 'von', 'van', 'der', 'den', 'zu']);

/**
 * The folded words of a name, without any punctuation. A question mark in a word stays: it is a letter that an encoding did not
 * have, as when Excel saves a name of another alphabet.
 */
export function nameWords(text: string): readonly string[] {
  const words = fold(text);
  return words === '' ? [] : (words.match(/[?\uFFFD]*[\p{L}\p{N}][\p{L}\p{N}?\uFFFD]*/gu) ?? []);
}

/** A name without a title in front; one word is always left, two beside an `M.`, which may be an initial. */
export function withoutTitle(words: readonly string[]): readonly string[] {
  const [first] = words;
  return words.length > (first === 'm' ? 2 : 1) && TITLES.has(first) ? words.slice(1) : words;
}

/** Words without particles; all of them where there is nothing else. */
export function withoutParticles(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !PARTICLES.has(word));
  return rest.length === 0 ? words : rest;
}

/** The same for the same words in any order. */
export function wordsKey(words: readonly string[]): string {
  return words.length === 1 ? words[0] : words.toSorted().join(' ');
}

/** A person's names in words. */
export interface PersonWords {
  readonly family: readonly string[];
  readonly given: readonly string[];
}

/** The words of both names. */
export function wordsOf({ familyName, givenName }: Named): PersonWords {
  return { family: nameWords(familyName), given: nameWords(givenName) };
}

/**
 * Whether words are a person's with some left out: all are the person's, some of each name; or they are one of the two names,
 * whole.
 */
export function isPartOf(words: readonly string[], { family, given }: PersonWords): boolean {
  const key = wordsKey(words);
  if (key === wordsKey(family) || key === wordsKey(given)) return true;
  if (given.length === 0) return isSubset(words, family);
  return (
    isSubset(words, [...family, ...given]) &&
    family.some((word) => words.includes(word)) &&
    given.some((word) => words.includes(word))
  );
}

/** Whether words are one of a person's names, whole or without its particles, and initials of the other, from the first on. */
export function isWithInitials(words: readonly string[], { family, given }: PersonWords): boolean {
  const letters = words.filter(isInitial);
  const name = words.filter((word) => !isInitial(word));
  if (letters.length === 0 || name.length === 0) return false;
  const isName = (whole: readonly string[]) =>
    wordsKey(withoutParticles(name)) === wordsKey(withoutParticles(whole.filter((word) => !isInitial(word))));
  const areInitials = (whole: readonly string[]) =>
    letters.length <= whole.length && letters.every((letter, index) => whole[index].startsWith(letter));
  return (isName(family) && areInitials(given)) || (isName(given) && areInitials(withoutParticles(family)));
}

/** One letter: an initial. */
export function isInitial(word: string): boolean {
  return word.length === 1 && /\p{L}/u.test(word);
}

/** How many slips a name of so many letters may have: fewer in a short one, which they make another. */
export function slipLimit(letters: number): number {
  return letters <= 4 ? 0 : letters <= 8 ? 1 : 2;
}

/** More words than any name has: a text of so many is no name, and is looked at as it stands. */
const MOST_WORDS = 50;

/** A name's words in every order that begins at another of them, each as one text: `Jean Le Goff`, `Le Goff Jean`, `Goff Jean Le`. */
export function rotations(words: readonly string[]): readonly string[] {
  if (words.length > MOST_WORDS) return [words.join('')];
  return words.map((_, from) => [...words.slice(from), ...words.slice(0, from)].join(''));
}

/** Whether a name, perhaps shortened or with a slip, may be the person's. */
export function isNameOf(words: readonly string[], person: PersonWords): boolean {
  const own = [...person.family, ...person.given];
  if (isPartOf(words, person) || isWithInitials(words, person)) return true;
  if (own.length > 1 && isSubset(own, words)) return true;
  const bare = withoutParticles(own);
  if (wordsKey(withoutParticles(words)) === wordsKey(bare)) return true;
  const whole = own.join('');
  return rotations(words).some((text) => isSlipOf(text, whole));
}

/** Whether two names have any word in common, but for a slip. */
export function sharesWord(words: readonly string[], { family, given }: PersonWords): boolean {
  return words.some((word) =>
    [...family, ...given].some(
      (own) => own === word || (slipLimit(word.length) > 0 && editDistance(word, own, 1) <= 1),
    ),
  );
}

/** Whether one text is the other but for few slips, none of them in a digit. */
function isSlipOf(text: string, whole: string): boolean {
  const limit = slipLimit(whole.length);
  return digitsOf(text) === digitsOf(whole) && editDistance(text, whole, limit) <= limit;
}

/** The digits of a text: with others it is another name. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function isSubset(words: readonly string[], all: readonly string[]): boolean {
  const left = [...all];
  return words.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
