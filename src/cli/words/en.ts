import { helpInEnglish } from './help-en.js';
import { expectedInEnglish, usageInEnglish } from './usage-en.js';
import type { CliWords } from './words.js';

/** What the command line says of itself, in English. */
export const cliWordsInEnglish: CliWords = {
  help: helpInEnglish,
  expected: expectedInEnglish,
  usage: usageInEnglish,
};
