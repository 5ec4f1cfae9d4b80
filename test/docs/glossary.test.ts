import { expect, it } from 'vitest';
import { wordsInEnglish } from '../../src/report/words-en.js';
import { wordsInFrench } from '../../src/report/words-fr.js';
import { ROLE_WORDS, RULE_WORDS } from '../../src/readers/rule-words.js';
import { ROOT } from '../e2e/run-cli.js';
import { textOf } from '../e2e/workspace.js';

/** English and French of each line of the glossary, spaces and underscores alike. */
const LINES = [...(await textOf(ROOT, 'docs', 'glossary.md')).matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)].map(
  ([, english, french]) => ({ english: plain(english), french: plain(french) }),
);

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[_`]/g, (sign) => (sign === '_' ? ' ' : ''))
    .replaceAll('\u00a0', ' ');
}

/** Whether one line has both, each as a term of its own. */
function isListed(english: string, french: string): boolean {
  const has = (cell: string, term: string) =>
    cell.split(/[,;:/]| or | ou /).some((part) => part.trim() === plain(term));
  return LINES.some((line) => has(line.english, english) && has(line.french, french));
}

it.each(Object.entries({ ...RULE_WORDS, ...ROLE_WORDS }))(
  'the rule or role %s is in the glossary',
  (kind, [, ...french]) => {
    expect(
      french.some((word) => isListed(kind, word)),
      `${kind}: ${french.join(', ')}`,
    ).toBe(true);
  },
);

it.each([
  'mix',
  'weight',
  'fairCounts',
  'deviation',
  'penalty',
  'leastPossible',
  'optimal',
  'proof',
  'timetable',
  'group',
  'person',
  'level',
] as const)('the word of the reports for %s is in the glossary', (word) => {
  const [english, french] = [wordsInEnglish[word], wordsInFrench[word]];
  expect(isListed(english, french), `${english}, ${french}`).toBe(true);
});
