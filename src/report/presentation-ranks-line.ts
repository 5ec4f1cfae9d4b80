import type { Language } from '../domain/settings.js';
import type { RankFigures } from '../domain/timetable-figures.js';
import { wordsOf } from './words.js';

/** How many people were first, or last, every time they presented, in one line: with this module, and before it where that could be. */
export function presentationRanksLine(figures: RankFigures, language: Language): string {
  const words = wordsOf(language);
  return `${words.presentations}  ${words.presentationRanks(figures)}`;
}
