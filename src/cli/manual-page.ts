import type { Command, Help, Option } from 'commander';
import { wrapText } from '../report/wrap-text.js';
import type { HelpWords } from './words/words.js';

/** The day of the page's own text: a page has one, and a build no clock. */
const WRITTEN = '2026-11-28';

/** The most bytes in a line of the source. */
const LINE = 78;

/** What the environment says to brassage. */
const ENVIRONMENT: readonly (readonly [names: string, meaning: string])[] = [
  [
    'LC_ALL, LC_MESSAGES, LANG',
    'The language of messages where --lang gives none: French for a French locale, else English.',
  ],
  ['NO_COLOR', 'No colour, where it is set and not empty.'],
  ['FORCE_COLOR', 'Colour where there is no terminal too; none where it is 0.'],
];

const FILES: readonly (readonly [name: string, meaning: string])[] = [
  ['module.toml', 'The settings of a module; brassage init writes one with comments.'],
  [
    'out/',
    'The plan: groups.csv, timetable.csv, fairness.csv, calendars/, and manifest.json, by which brassage verify makes it again.',
  ],
];

/**
 * The manual page of the program in roff, by the macros of man(7): its command tree in sections.
 *
 * @param version of the package, for the foot of the page
 * @param words those that the tree was made with; the page's own sections are in English
 */
export function manualPage(program: Command, version: string, words: HelpWords): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const name = program.name();
  const lines = [
    `.TH ${name.toUpperCase()} 1 "${WRITTEN}" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    // Indexers of pages want one line, taken apart at its dash.
    `${name} \\- mixed groups out of several rosters, with proof and timetable`,
    '.SH SYNOPSIS',
    `.B ${name}`,
    '.I command',
    '.RI [ option " ...] [" argument " ...]"',
    '.SH DESCRIPTION',
    ...text(program.description()),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(command, help)),
    '.SH OPTIONS',
    ...optionLines(commands, help),
    '.SH EXIT STATUS',
    ...words.exits.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, ...text(meaning)]),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([names, meaning]) => ['.TP', `.B ${escape(names)}`, ...text(meaning)]),
    '.SH FILES',
    ...FILES.flatMap(([file, meaning]) => ['.TP', `.I ${escape(file)}`, ...text(meaning)]),
    '.SH EXAMPLES',
    ...words.steps.flatMap(([command, gives]) => [
      '.TP',
      `.B ${escape(command)}`,
      ...text(gives === '' ? 'a list of groups out of two rosters' : gives),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines(command: Command, help: Help): readonly string[] {
  const name = command.name();
  const places = command.registeredArguments.map((argument) => {
    const text = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? text : `[${text}]`;
  });
  return [
    '.TP',
    `.B ${escape([name, ...places].join(' '))}`,
    ...text(command.description()),
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .flatMap((argument) => ['.br', `.IR ${escape(argument.name())} :`, ...text(help.argumentDescription(argument))]),
  ];
}

/** Every flag once for each sentence that it has, with the commands that take it, unless all do. */
function optionLines(commands: readonly Command[], help: Help): readonly string[] {
  const takers = new Map<string, { readonly option: Option; readonly description: string; readonly names: string[] }>();
  // The command of commander's own takes none.
  const takingAny = commands.filter(({ options }) => options.length > 0);
  for (const command of takingAny) {
    for (const option of help.visibleOptions(command)) {
      const description = help.optionDescription(option);
      const key = `${option.long} ${description}`;
      const known = takers.get(key) ?? { option, description, names: [] };
      known.names.push(command.name());
      takers.set(key, known);
    }
  }
  const sorted = [...takers.values()].sort((a, b) => ((a.option.long ?? '') < (b.option.long ?? '') ? -1 : 1));
  return sorted.flatMap(({ option, description, names }) => [
    '.TP',
    `.B ${escape(option.flags)}`,
    ...text(`${description}${names.length === takingAny.length ? '' : ` [${names.join(', ')}]`}`),
  ]);
}

/** Lines of running text. */
function text(words: string): readonly string[] {
  // A line that begins with a mark of requests would be one.
  return wrapText(escape(words), LINE).map((line) => (/^[.']/.test(line) ? `\\&${line}` : line));
}

/** Text as roff takes it for text: hyphens and quotes as they are typed. */
function escape(words: string): string {
  const signs: Readonly<Record<string, string>> = { '\\': '\\e', '-': '\\-', "'": '\\(aq', '…': '...' };
  return words.replace(/[\\'…-]/g, (sign) => signs[sign]);
}
