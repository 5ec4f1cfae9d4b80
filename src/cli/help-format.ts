import type { HelpConfiguration } from 'commander';
import { mostOf } from '../domain/extremes.js';
import { wrapText } from '../report/wrap-text.js';
import type { HelpWords } from './words/words.js';

/** Columns that help takes at most where it is not commander that lays it out. */
const MOST_COLUMNS = 80;

/** How commander lays out help, with our words in place of its own. */
export function helpFormat(words: HelpWords): HelpConfiguration {
  const headings = new Map<string, string>(Object.entries(words.headings));
  const placeholders = Object.entries(words.placeholders);
  const fill = (usage: string) =>
    placeholders.reduce((text, [placeholder, ours]) => text.replace(placeholder, () => ours), usage);
  const withFacts = (description: string, facts: readonly string[]) =>
    facts.length === 0 ? description : `${description} (${facts.join(', ')})`.trimStart();
  const factsOf = (choices: readonly string[] | undefined, value: string | number | undefined): readonly string[] => [
    ...(choices === undefined ? [] : [words.choices(choices)]),
    ...(value === undefined ? [] : [words.default(`${value}`)]),
  ];
  return {
    styleTitle: (title) => headings.get(title) ?? title,
    styleUsage: fill,
    styleSubcommandTerm: fill,
    optionDescription: ({ description, argChoices, defaultValue, required }) =>
      withFacts(description, factsOf(argChoices, required ? defaultValue : undefined)),
    argumentDescription: ({ description, argChoices, defaultValue }) =>
      withFacts(description, factsOf(argChoices, defaultValue)),
    // Commander's own would break a line at a no-break space.
    boxWrap: (text, width) => wrapText(text, width).join('\n'),
  };
}

/** What ends the help of the program: exit codes, and commands to begin with. */
export function helpEnd({ exitCodes, exits, tables, firstSteps, steps }: HelpWords): string {
  const list = (lines: readonly (readonly [string | number, string])[]) => {
    const width = mostOf(lines.map(([term, text]) => (text === '' ? 0 : String(term).length)));
    return lines.map(([term, text]) => `  ${text === '' ? term : `${String(term).padEnd(width)}  ${text}`}`);
  };
  return ['', exitCodes, ...list(exits), '', ...wrapText(tables, MOST_COLUMNS), '', firstSteps, ...list(steps)].join(
    '\n',
  );
}
