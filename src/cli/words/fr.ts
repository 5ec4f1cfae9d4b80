import { helpInFrench } from './help-fr.js';
import { expectedInFrench, usageInFrench } from './usage-fr.js';
import type { CliWords } from './words.js';

/** What the command line says of itself, in French. */
export const cliWordsInFrench: CliWords = {
  help: helpInFrench,
  expected: expectedInFrench,
  usage: usageInFrench,
};
