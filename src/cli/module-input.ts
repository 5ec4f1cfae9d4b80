import { dirname, join } from 'node:path';
import { existsSync, statSync } from 'node:fs';
import type { Language, Settings, TimetableSettings } from '../domain/settings.js';
import type { Source } from '../domain/source.js';
import type { Reading } from '../readers/reading.js';
import { parseRoles } from '../readers/role-reader.js';
import { flagSource, parseBalance, parseRoster, parseSize } from '../readers/settings-values.js';
import { sentenceOf } from '../report/messages/index.js';
import type { FileSource } from '../usecases/files.js';
import { readModule, type ModuleReading, type ModuleRequest } from '../usecases/read-module.js';
import type { Console } from './console.js';
import { UsageError } from './exit-codes.js';
import { createFileSource } from './file-source.js';
import type { Flags } from './flags.js';

const SETTINGS_NAME = 'module.toml';

/** Reads the module that the arguments name: a folder, flags alone, or both, where flags win. */
export async function readModuleOf(
  module: string | undefined,
  flags: Flags,
  console: Console,
): Promise<ModuleReading & { source: FileSource }> {
  const source = createFileSource(console);
  console.stage('read');
  const request = { ...requestOf(module, flags, console), isLean: true };
  return { ...(await readModule(source, request)), source };
}

function requestOf(module: string | undefined, flags: Flags, console: Console): ModuleRequest {
  const overrides = overridesOf(flags, console.language);
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  if (module === undefined && flags.roster !== undefined)
    return { folder: '', overrides: { language: console.language, ...overrides } };
  const place = module ?? '.';
  const settingsFile = place.endsWith('.toml') && !isFolder(place) ? place : join(place, SETTINGS_NAME);
  if (module === undefined && !existsSync(settingsFile)) {
    throw new UsageError(
      console.language === 'fr'
        ? `pas de ${SETTINGS_NAME} dans le dossier courant : nommez le dossier d’un module, ou donnez --roster ÉCOLE=FICHIER.`
        : `no ${SETTINGS_NAME} in the current folder: name a module's folder, or give --roster SCHOOL=FILE.`,
    );
  }
  const folder = dirname(settingsFile);
  return { settingsFile, folder: folder === '.' ? '' : join(folder, '/'), overrides };
}

function overridesOf(flags: Flags, language: Language): Partial<Settings> {
  const timetable = timetableOf(flags);
  const value = <T>(flag: string, parse: (text: string, source: Source) => Reading<T | undefined>, text: string): T => {
    const { value: parsed, diagnostics } = parse(text, flagSource(flag));
    const wrong = diagnostics.find(({ severity }) => severity === 'error');
    if (wrong === undefined && parsed !== undefined) return parsed;
    throw new UsageError(`${flag} ${text}: ${wrong === undefined ? '' : sentenceOf(wrong, language)}`);
  };
  return {
    ...(flags.roster === undefined
      ? {}
      : { rosters: flags.roster.map((text) => value('--roster', parseRoster, text)) }),
    ...(flags.themes === undefined ? {} : { themesFile: flags.themes }),
    ...(flags.rules === undefined ? {} : { rulesFile: flags.rules }),
    ...(flags.history === undefined ? {} : { history: flags.history.map((groups) => ({ groups })) }),
    ...(flags.size === undefined ? {} : { groupSize: value('--size', parseSize, flags.size) }),
    ...(flags.count === undefined ? {} : { groupCount: flags.count }),
    ...(flags.balance === undefined ? {} : { balance: value('--balance', parseBalance, flags.balance) }),
    ...(flags.roles === undefined ? {} : { roles: value('--roles', parseRoles, flags.roles) }),
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.lang === undefined ? {} : { language: flags.lang }),
    ...(timetable === undefined ? {} : { timetable: timetable as TimetableSettings }),
  };
}

/** The part of the timetable's settings that flags give; the module's own settings complete it. */
function timetableOf(flags: Flags): Partial<TimetableSettings> | undefined {
  const { sessions, rooms, witnesses, availability, travel, hearings } = flags;
  const given = {
    ...(sessions === undefined ? {} : { sessions }),
    ...(rooms === undefined ? {} : { rooms }),
    ...(witnesses === undefined ? {} : { witnesses }),
    ...(availability === undefined ? {} : { availability }),
    ...(travel === undefined ? {} : { travel }),
    ...(hearings === undefined ? {} : { hearingsPerGroup: hearings }),
  };
  return Object.keys(given).length === 0 ? undefined : given;
}
