import type { News } from '../domain/regrouped.js';
import type { Language } from '../domain/settings.js';
import type { Witness } from '../domain/witness.js';
import { movedLines } from './moved-lines.js';
import { noticeLines } from './notice-lines.js';

/** Whom to tell what has changed, for a terminal: those who changed groups one by one, then groups, then people from outside. */
export function newsLines(
  { notices, regrouped = [] }: News,
  guests: readonly Witness[],
  language: Language,
  pseudonyms: boolean,
): readonly string[] {
  return noticeLines(notices, pseudonyms ? [] : guests, language, movedLines(regrouped, language, pseudonyms));
}
