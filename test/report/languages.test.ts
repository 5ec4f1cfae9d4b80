import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliWordsInEnglish } from '../../src/cli/words/en.js';
import { cliWordsInFrench } from '../../src/cli/words/fr.js';
import { comparisonWordsOf } from '../../src/report/comparison-words.js';
import { rotationWordsOf } from '../../src/report/rotation-words.js';
import { runWordsOf } from '../../src/report/run-words.js';
import { verifyWordsOf } from '../../src/report/verify-words.js';
import { wordsOf } from '../../src/report/words.js';
import { FILLED, textsByPath, textsOf } from '../helpers/texts.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const MESSAGES = `${SOURCE}report/messages/`;

/** Same in both languages, and meant to be. */
const SAME: readonly RegExp[] = [
  // Words that are both.
  /^report\/note$|^run\/(?:stages\/obstacles|total|score)$|^comparison\/(?:score|total)$|^modules\/kind$/,
  /^cli\/help\/(?:headings\/(?:Arguments|Options|Usage):|placeholders\/\[options\])$/,
  /^cli\/help\/values\/(?:MIN\.\.MAX|N|I\/K|DATE|MODULE|SHELL)$/,
  // What is typed.
  /^messages\/timetable-change\/timetableChanges\/hearings-per-group$/,
  /^cli\/help\/steps\/3\/0$/,
];

async function messagesIn(language: 'en' | 'fr'): Promise<Record<string, unknown>> {
  const catalogues: Record<string, unknown> = {};
  for (const file of readdirSync(`${MESSAGES}${language}`)) {
    const name = file.replace('.ts', '');
    catalogues[name] = { ...((await import(`../../src/report/messages/${language}/${name}.ts`)) as object) };
  }
  return catalogues;
}

/** All words of a language. */
async function everything(language: 'en' | 'fr'): Promise<ReadonlyMap<string, string>> {
  const all = {
    messages: await messagesIn(language),
    report: wordsOf(language),
    run: runWordsOf(language),
    comparison: comparisonWordsOf(language),
    verify: verifyWordsOf(language),
    modules: rotationWordsOf(language, 'module'),
    rounds: rotationWordsOf(language, 'round'),
    cli: language === 'en' ? cliWordsInEnglish : cliWordsInFrench,
  };
  return new Map(
    [...textsByPath(all)].map(([path, text]) => [path.slice(1).replace(/In(?:English|French)/, ''), text]),
  );
}

const hasWords = (text: string) => /\p{L}{3}/u.test(text);

describe('the two languages', () => {
  it('have a word for the same things', async () => {
    const [english, french] = await Promise.all([everything('en'), everything('fr')]);
    expect(english.size).toBeGreaterThan(400);
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('differ in every text, but for a few words that are both', async () => {
    const [english, french] = await Promise.all([everything('en'), everything('fr')]);
    const same = [...english].filter(([path, text]) => hasWords(text) && french.get(path) === text);
    const unexpected = same.filter(([path]) => !SAME.some((pattern) => pattern.test(path)));
    expect(unexpected).toEqual([]);
  });
});

/** What French typography has against a text. */
function faultsOf(text: string): readonly string[] {
  const faults: string[] = [];
  if (/\p{L}'\p{L}/u.test(text)) faults.push('straight apostrophe');
  if (/(?:^|[^\u00a0\u202f\s(])[;!?»](?=[\s.,)]|$)/u.test(text.replace(/^[;!?]$/, '')))
    faults.push('no space before a mark');
  if (/ [;:!?»]/.test(text)) faults.push('a space before a mark that may break');
  if (new RegExp(`[\\p{L}\\p{N})»${FILLED}]:(?=\\s|$)`, 'u').test(text)) faults.push('no space before a colon');
  if (/«(?!\u00a0)/.test(text)) faults.push('no no-break space after «');
  return faults;
}

describe('French typography', () => {
  it('is seen where it is missing', () => {
    for (const text of [
      "l'un",
      'Vite !',
      'Vite!',
      'Voici: tout',
      'Voici : tout',
      '« mot »',
      '«mot»',
      'a; b',
      `${FILLED}: x`,
    ])
      expect([text, faultsOf(text).length]).not.toEqual([text, 0]);
    for (const text of ['l’un', 'Vite\u00a0!', 'à 8:30', '«\u00a0mot\u00a0»', 'http://un', 'excel-fr (; et virgule)'])
      expect([text, faultsOf(text)]).toEqual([text, []]);
  });

  it('is kept in all words and messages', async () => {
    const files = [
      ...readdirSync(`${MESSAGES}fr`).map((name) => `${MESSAGES}fr/${name}`),
      ...readdirSync(`${SOURCE}cli/words`)
        .filter((name) => /\bfr\.ts$/.test(name))
        .map((name) => `${SOURCE}cli/words/${name}`),
      `${SOURCE}report/words-fr.ts`,
    ];
    const inFiles = files.flatMap((file) =>
      textsOf(readFileSync(file, 'utf8')).map((text) => [file.slice(SOURCE.length), text] as const),
    );
    const found = [...inFiles, ...(await everything('fr'))].filter(([, text]) => hasWords(text));
    expect(found.length).toBeGreaterThan(800);
    const faults = found.flatMap(([place, text]) => faultsOf(text).map((fault) => `${place}: ${fault}: ${text}`));
    expect(faults).toEqual([]);
  });
});
