import type { Language } from '../domain/settings.js';
import { sentenceOf } from '../report/messages/index.js';
import type { GuessedSettings } from './guess-settings.js';
import { TEMPLATE_PARTS, type SettingsParts } from './templates.js';

const WORDS = {
  fr: {
    school: 'd’après le nom du fichier',
    separator: 'entre plusieurs valeurs d’une case',
    column: 'une colonne de ce fichier donne l’école de chacun',
    columns: 'Ce que disent vos colonnes, d’après leur titre et leur contenu : à vérifier.',
    or: 'Ou bien :',
    themes: 'Les thèmes sont ceux que demandent les vœux : complétez themes.csv (titres, volets, nombre de groupes).',
    offered: 'Ce qui pourrait l’être aussi :',
  },
  en: {
    school: 'after the name of the file',
    separator: 'between several values of a cell',
    column: 'a column of this file says the school of each',
    columns: 'What your columns say, by their headers and by what stands in them: to be looked over.',
    or: 'Or:',
    themes: 'The themes are those that people wish for: complete themes.csv (titles, strands, number of groups).',
    offered: 'What could be mixed too:',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** Guessed settings as lines of TOML, each guess with a comment that says so. */
export function writeSettingsParts(
  { rosters, columns, themes, groups, attributes }: GuessedSettings,
  language: Language,
): SettingsParts {
  const words = WORDS[language];
  const later = TEMPLATE_PARTS[language];
  const comment = (setting: string, text: string) => `${setting.padEnd(33)}# ${text}\n`;
  const { groups: count, least, most } = groups;
  const size = least === most ? String(least) : `[${least}, ${most}]`;
  const on = attributes.filter(({ isOn }) => isOn);
  const off = attributes.filter(({ isOn }) => !isOn);
  const weigh = ({ name, weight, note }: (typeof attributes)[number]) =>
    comment(`${keyOf(name)} = ${weight}`, inComment(sentenceOf(note, language)));
  return {
    title: later.title,
    rosters: rosters
      .map(
        ({ file, school, separator }) =>
          `[[roster]]\n${school === '' ? `# ${words.column}\n` : comment(`school = ${quote(school)}`, words.school)}file = ${quote(file)}\n${separator === undefined ? '' : comment(`separator = ${quote(separator)}`, words.separator)}`,
      )
      .join('\n'),
    columns:
      columns.size === 0
        ? later.columns
        : `# ${words.columns}\n[columns]\n${[...columns].map(([header, word]) => `${quote(header)} = ${quote(word)}\n`).join('')}`,
    themes: themesPart(themes, language),
    groups: comment(
      `count = ${count}`,
      `${inComment(sentenceOf({ code: 'guess.groups', severity: 'note', params: groups }, language))} ${words.or} size = ${size}`,
    ),
    balance: [
      ...on.map(weigh),
      ...(off.length === 0 ? [] : [`# ${words.offered}\n`, ...off.map((attribute) => `# ${weigh(attribute)}`)]),
    ].join(''),
  };
}

/** The themes that people wish for, switched on; else the lines that switch them on later. */
function themesPart(themes: readonly string[], language: Language): string {
  const { themes: later } = TEMPLATE_PARTS[language];
  if (themes.length === 0) return later;
  const [, ...lines] = later.trimEnd().split('\n');
  const settings = lines.map((line) => line.replace(/^# /, ''));
  return [`# ${WORDS[language].themes}`, ...settings, ''].join('\n');
}

/** A bare key where TOML allows one, else quoted. */
function keyOf(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quote(name);
}

/** A basic string of TOML 1.0, which takes the escapes of JSON; a delete character has to be escaped too. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

/** Text of a file inside a comment, which ends with its line. */
function inComment(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ');
}
