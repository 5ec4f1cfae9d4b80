import { parse, TomlError } from 'smol-toml';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { foldHeader } from '../domain/fold.js';
import type { RosterSource, Settings } from '../domain/settings.js';
import { AVAILABILITY_COLUMNS } from './availability-reader.js';
import { createHeaderLookup } from './columns.js';
import { decodeText } from './decode.js';
import { isEncoding } from './encodings.js';
import { GROUP_LIST_COLUMNS } from './group-list-columns.js';
import { readHistoryTable } from './history-settings.js';
import { NAMESAKE_KEYS, readNamesakes } from './namesake-settings.js';
import { nearest } from './nearest.js';
import type { InputFile, Reading } from './reading.js';
import { readRolesTable } from './role-reader.js';
import { ROOM_COLUMNS } from './room-reader.js';
import { ROSTER_COLUMNS } from './roster-columns.js';
import { RULE_COLUMNS } from './rule-reader.js';
import { SESSION_COLUMNS } from './session-reader.js';
import { SEPARATORS } from './separators.js';
import { defaultSettings, isTimezone, parseSize, readBalance, sizeRange } from './settings-values.js';
import { THEME_COLUMNS } from './theme-reader.js';
import { readTimetableTable } from './timetable-settings.js';
import { locateKeys, locateRepeats } from './toml-lines.js';
import { createTomlReader, showValue, type TomlContext, type TomlReader } from './toml-table.js';
import { TRAVEL_COLUMNS } from './travel-reader.js';
import { WITNESS_COLUMNS } from './witness-reader.js';

const TOP_KEYS = [
  'title',
  'language',
  'timezone',
  'seed',
  'roster',
  ...NAMESAKE_KEYS,
  'themes',
  'groups',
  'balance',
  'roles',
  'rules',
  'timetable',
  'history',
  'columns',
] as const;
const COLUMN_WORDS = [
  ROSTER_COLUMNS,
  THEME_COLUMNS,
  SESSION_COLUMNS,
  ROOM_COLUMNS,
  WITNESS_COLUMNS,
  AVAILABILITY_COLUMNS,
  TRAVEL_COLUMNS,
  RULE_COLUMNS,
  GROUP_LIST_COLUMNS,
] as const;

export { defaultSettings } from './settings-values.js';

/**
 * Reads `module.toml`. Unknown keys, wrong types and values out of range are errors with the key's line; the value then has
 * defaults in their place. File names are kept as written: they are relative to the folder of the settings.
 */
export function readSettings(file: InputFile): Reading<Settings> {
  const decoded = decodeText(file);
  if (decoded.value === undefined) return { value: defaultSettings(), diagnostics: decoded.diagnostics };
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  let values: Readonly<Record<string, unknown>>;
  try {
    values = parse(decoded.value);
  } catch (error) {
    diagnostics.push(diagnoseSyntax(error, file.name, decoded.value));
    return { value: defaultSettings(), diagnostics };
  }
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const context: TomlContext = {
    file: file.name,
    lines: locateKeys(decoded.value),
    report,
  };
  const top = createTomlReader(values, '', context, TOP_KEYS);
  const defaults = defaultSettings();
  const themes = top.table('themes', ['file', 'wishes', 'observed']);
  const themesFile = themes?.requiredText('file');
  const groups = top.table('groups', ['size', 'count']);
  const groupSize = groups === undefined ? undefined : readSize(groups, report);
  const groupCount = groups?.wholeNumber('count', 1);
  const rulesFile = top.table('rules', ['file'])?.requiredText('file');
  const timetable = readTimetableTable(top, report);
  const history = readHistoryTable(top, report);
  const balance = readBalanceTable(top, report);
  const roles = readRolesTable(top, report);
  const namesakes = readNamesakes(top, report);
  return {
    value: {
      title: top.text('title') ?? defaults.title,
      language: readLanguage(top, report) ?? defaults.language,
      timezone: readTimezone(top, report) ?? defaults.timezone,
      seed: readSeed(top) ?? defaults.seed,
      rosters: readRosterSources(top, report),
      ...(namesakes === undefined ? {} : { namesakes }),
      wishWeight: themes?.wholeNumber('wishes', 0) ?? defaults.wishWeight,
      observedWeight: themes?.wholeNumber('observed', 0) ?? defaults.observedWeight,
      columns: readColumns(top, report),
      ...(themesFile === undefined ? {} : { themesFile }),
      ...(groupSize === undefined ? {} : { groupSize }),
      ...(groupCount === undefined ? {} : { groupCount }),
      ...(balance === undefined ? {} : { balance }),
      ...(roles === undefined ? {} : { roles }),
      ...(rulesFile === undefined ? {} : { rulesFile }),
      ...(timetable === undefined ? {} : { timetable }),
      ...history,
    },
    diagnostics,
  };
}

type Report = (diagnostic: Diagnostic) => void;

function diagnoseSyntax(error: unknown, file: string, text: string): Diagnostic {
  if (!(error instanceof TomlError)) throw error;
  const value = text.split('\n')[error.line - 1]?.trim() ?? '';
  for (const [path, [first, ...again]] of locateRepeats(text)) {
    if (!again.includes(error.line)) continue;
    const sources = [error.line, first].map((line) => ({ file, line, column: path }));
    return diagnose('error', 'settings.key-twice', { key: path, firstLine: first }, { sources, value });
  }
  return diagnose('error', 'settings.syntax', {}, { source: { file, line: error.line, field: error.column }, value });
}

function readLanguage(top: TomlReader, report: Report): Settings['language'] | undefined {
  const language = top.text('language');
  if (language === undefined || language === 'fr' || language === 'en') return language;
  const params = { expected: ['fr', 'en'], expectedFrench: ['fr', 'en'] };
  report(
    diagnose('error', 'cell.not-one-of', params, {
      source: top.source('language'),
      value: language,
    }),
  );
  return undefined;
}

function readTimezone(top: TomlReader, report: Report): string | undefined {
  const timezone = top.text('timezone');
  if (timezone === undefined || isTimezone(timezone)) return timezone;
  const suggestion = nearest(timezone, Intl.supportedValuesOf('timeZone'));
  report(
    diagnose('error', 'settings.unknown-timezone', {}, { source: top.source('timezone'), value: timezone, suggestion }),
  );
  return undefined;
}

/** `seed = 2018` is clear enough. */
function readSeed(top: TomlReader): string | undefined {
  const seed = top.value('seed');
  return typeof seed === 'number' && Number.isSafeInteger(seed) ? String(seed) : top.text('seed');
}

function readRosterSources(top: TomlReader, report: Report): readonly RosterSource[] {
  return top.tables('roster', ['school', 'file', 'encoding', 'separator']).flatMap((roster) => {
    const file = roster.requiredText('file');
    const encoding = roster.text('encoding');
    if (encoding !== undefined && !isEncoding(encoding)) {
      report(diagnose('error', 'file.unknown-encoding', {}, { source: roster.source('encoding'), value: encoding }));
      return [];
    }
    const school = roster.text('school') ?? '';
    const separator = readSeparator(roster, report);
    const details = {
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    };
    return file === undefined ? [] : [{ school, file, ...details }];
  });
}

function readSeparator(roster: TomlReader, report: Report): string | undefined {
  const separator = roster.text('separator');
  if (separator === undefined || SEPARATORS.some((known) => known === separator)) return separator;
  const source = roster.source('separator');
  report(diagnose('error', 'settings.not-a-separator', {}, { source, value: separator }));
  return undefined;
}

function readSize(groups: TomlReader, report: Report): Settings['groupSize'] {
  const size = groups.value('size');
  if (size === undefined) return undefined;
  const ends: readonly unknown[] = Array.isArray(size) ? size : [size, size];
  const source = groups.source('size');
  const reading =
    typeof size === 'string'
      ? parseSize(size, source)
      : { value: ends.length === 2 ? sizeRange(ends[0], ends[1]) : undefined };
  if (reading.value === undefined)
    report(diagnose('error', 'settings.not-a-size', {}, { source, value: showValue(size) }));
  return reading.value;
}

function readBalanceTable(top: TomlReader, report: Report): ReadonlyMap<string, number> | undefined {
  const table = top.table('balance');
  if (table === undefined) return undefined;
  const entries = table.keys.map((word): [string, number | undefined, string] => {
    const weight = table.value(word);
    const isWeight = typeof weight === 'number' && Number.isSafeInteger(weight) && weight >= 0 && weight < 1e9;
    return [word, isWeight ? weight : undefined, showValue(weight)];
  });
  const reading = readBalance(entries, (word) => table.source(word));
  reading.diagnostics.forEach(report);
  return reading.value;
}

/** `"Structure d'accueil" = "stages"`: the right side must be a header word of some table, in either language. */
function readColumns(top: TomlReader, report: Report): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const table = top.table('columns');
  if (table === undefined) return columns;
  for (const header of table.keys) {
    const name = table.text(header);
    if (name === undefined) continue;
    const isKnown = COLUMN_WORDS.some((words) => createHeaderLookup<string>(words, new Map())(name) !== undefined);
    if (isKnown) {
      columns.set(foldHeader(header), name);
      continue;
    }
    const words = COLUMN_WORDS.flatMap((group): readonly (readonly string[])[] => Object.values(group)).flatMap(
      (list) => list.slice(0, 2),
    );
    const details = { source: table.source(header), value: name, suggestion: nearest(name, words) };
    report(diagnose('error', 'settings.unknown-column', { header }, details));
  }
  return columns;
}
