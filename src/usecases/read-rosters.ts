import { hasError } from '../domain/diagnostic.js';
import type { Language, Settings } from '../domain/settings.js';
import { splitSheetName } from '../domain/sheet-name.js';
import { encodeUtf8 } from '../writers/utf8.js';
import type { FileSource } from './files.js';
import { readModule, type ModuleReading } from './read-module.js';
import { settingsOfFlags } from './setting-flags.js';

/** A table in memory: the text of a CSV file, or the bytes of a CSV file or a workbook. */
export type TableContent = string | Uint8Array;

export interface RosterTable {
  /** Absent: the table has a column of schools, or there is one school only. */
  readonly school?: string;
  /** How messages call it; `schools.xlsx#INET` names a sheet of a workbook too. Absent: its school, or its number. */
  readonly name?: string;
  readonly content: TableContent;
}

/** What groups are wanted, and the other tables of the module. */
export interface RosterSettings {
  /** People of a group, or the least and the most; absent: what `count` gives. */
  readonly size?: number | readonly [least: number, most: number];
  /** Groups. Absent: as many as `size` gives, or as themes ask for. */
  readonly count?: number;
  /** Weights of what is mixed, by the word of an attribute; absent: school, internships, gender and region at their usual weights. */
  readonly balance?: Readonly<Record<string, number>>;
  /** As `--roles`: `'language=german=together,region=distinct'`; absent: fair share of all that is mixed. */
  readonly roles?: string;
  /** Any other seed gives another draw, as good; absent: `brassage`. */
  readonly seed?: string;
  /** Absent: none. */
  readonly title?: string;
  /** Of the lists that are made; absent: French. */
  readonly language?: Language;
  readonly themes?: TableContent;
  readonly rules?: TableContent;
  /** With it the module has a programme, and can have a timetable. */
  readonly sessions?: TableContent;
  readonly rooms?: TableContent;
  readonly witnesses?: TableContent;
  readonly availability?: TableContent;
  readonly travel?: TableContent;
  /** Witnesses that each group hears; absent: none. */
  readonly hearingsPerGroup?: number;
  /** Group lists of earlier modules, the latest last; absent: nobody has met before. */
  readonly history?: readonly TableContent[];
}

/**
 * Reads the rosters of one module, and whatever other tables it has, from memory. The module is there when no diagnostic is an error;
 * never throws for what stands in a table.
 * @throws RangeError when a size or a number of groups is no whole number of at least 1, or the number of hearings none of at least 0.
 */
export async function readRosters(
  rosters: readonly RosterTable[],
  settings: RosterSettings = {},
): Promise<ModuleReading> {
  assertSettings(settings);
  const files = new Map<string, Uint8Array>();
  const store = (name: string, content: TableContent): string => {
    const { file, sheet } = splitSheetName(name);
    const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
    let own = file;
    // The sheets of one workbook are of one file.
    for (let copy = 2; files.has(own) && files.get(own) !== bytes; copy++)
      own = sheet === undefined ? `${file} (${copy})` : `(${copy}) ${file}`;
    files.set(own, bytes);
    return sheet === undefined ? own : `${own}#${sheet}`;
  };
  const source: FileSource = (name) => Promise.resolve(files.get(name) ?? 'missing');
  const overrides: Partial<Settings> = {
    rosters: rosters.map(({ school = '', name, content }, index) => ({
      school,
      file: store(name ?? (school === '' ? `roster ${index + 1}` : school), content),
    })),
    ...groupsOf(settings),
    ...tablesOf(settings, store),
  };
  const asked = settingsOfFlags(textsOf(settings));
  const read = await readModule(source, { folder: '', overrides: { ...overrides, ...asked.value } });
  const diagnostics = [...asked.diagnostics, ...read.diagnostics];
  return hasError(diagnostics) ? { diagnostics, inputs: read.inputs } : { ...read, diagnostics };
}

function assertSettings({ size = 1, count = 1, hearingsPerGroup = 0 }: RosterSettings): void {
  const [least, most] = typeof size === 'number' ? [size, size] : size;
  const isWhole = (value: number, from: number) => Number.isSafeInteger(value) && value >= from;
  if (!isWhole(least, 1) || !isWhole(most, least))
    throw new RangeError(`size: whole numbers of at least 1 are expected, not ${String(size)}`);
  if (!isWhole(count, 1)) throw new RangeError(`count: a whole number of at least 1 is expected, not ${count}`);
  if (!isWhole(hearingsPerGroup, 0))
    throw new RangeError(`hearingsPerGroup: a whole number of at least 0 is expected, not ${hearingsPerGroup}`);
}

function groupsOf({ size, count }: RosterSettings): Partial<Settings> {
  const [min, max] = typeof size === 'number' ? [size, size] : (size ?? []);
  return {
    ...(min === undefined || max === undefined ? {} : { groupSize: { min, max } }),
    ...(count === undefined ? {} : { groupCount: count }),
  };
}

/** What flags say in words: these are read as flags are. */
function textsOf({ balance, roles, seed, title, language }: RosterSettings): Parameters<typeof settingsOfFlags>[0] {
  const weights = Object.entries(balance ?? {}).map(([word, weight]) => `${word}=${weight}`);
  return {
    ...(balance === undefined ? {} : { balance: weights.join(',') }),
    ...(roles === undefined ? {} : { roles }),
    ...(seed === undefined ? {} : { seed }),
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { lang: language }),
  };
}

function tablesOf(settings: RosterSettings, store: (name: string, content: TableContent) => string): Partial<Settings> {
  const { themes, rules, sessions, history, hearingsPerGroup = 0 } = settings;
  const others = (['rooms', 'witnesses', 'availability', 'travel'] as const).flatMap((name) => {
    const content = settings[name];
    return content === undefined ? [] : [[name, store(name, content)] as const];
  });
  return {
    ...(themes === undefined ? {} : { themesFile: store('themes', themes) }),
    ...(rules === undefined ? {} : { rulesFile: store('rules', rules) }),
    ...(sessions === undefined
      ? {}
      : { timetable: { sessions: store('sessions', sessions), hearingsPerGroup, ...Object.fromEntries(others) } }),
    ...(history === undefined
      ? {}
      : { history: history.map((list, index) => ({ groups: store(`history ${index + 1}`, list) })) }),
  };
}
