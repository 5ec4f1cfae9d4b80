import { fold } from './fold.js';

/** `1er`, `2nde`, `3ème`, `4th` by any of the usual endings, before what is counted. */
const ORDINAL = /(?<![\p{L}\p{N}])(\d+) ?(?:er|ere|re|nd|nde|e|eme|ieme|st|rd|th)(?= \p{L})/gu;

/** The key on which values of an attribute are one: {@link fold}, and ordinal numbers alike, `3e concours` and `3ème concours`. */
export function levelKey(text: string): string {
  const folded = fold(text);
  return /\d/.test(folded) ? folded.replace(ORDINAL, '$1e') : folded;
}
