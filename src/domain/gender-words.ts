import { fold, foldHeader } from './fold.js';

/** Words of one meaning in a column of genders or forms of address. */
const MEANINGS: readonly ReadonlySet<string>[] = [
  new Set('f femme feminin female woman mme mlle madame fille'.split(' ')),
  new Set('m h homme masculin male man mr monsieur garcon'.split(' ')),
];
const OTHERS: ReadonlySet<string> = new Set('x nb w nonbinaire nonbinary autre other divers'.split(' '));

/** Whether a text is one of the usual words of a column of genders. */
export function isGenderWord(text: string): boolean {
  const word = foldHeader(text);
  return OTHERS.has(word) || MEANINGS.some((words) => words.has(word));
}

/** Whether some texts are words for both genders, and nothing else. */
export function areBothGenders(texts: readonly string[]): boolean {
  const words = texts.map(foldHeader);
  const isOneOf = (meaning: ReadonlySet<string>) => words.some((word) => meaning.has(word));
  return MEANINGS.every(isOneOf) && words.every((word) => MEANINGS.some((meaning) => meaning.has(word)));
}

/** A key that texts of one meaning share, `H` and `M.` for example; of any other text its folded self. */
export function genderKey(text: string): string {
  const word = foldHeader(text);
  const meaning = MEANINGS.findIndex((words) => words.has(word));
  // No folded text begins so: a column may hold 0 and 1.
  return meaning < 0 ? fold(text) : `\u0000${meaning}`;
}

/** The other words for what a text of a column of genders means; none where it is not one of the usual words. */
export function otherGenderWords(text: string): readonly string[] {
  const words = MEANINGS.find((own) => own.has(foldHeader(text)));
  return words === undefined ? [] : [...words].filter((word) => word !== foldHeader(text));
}
