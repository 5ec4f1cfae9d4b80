import { dirname, join } from 'node:path';
import { existsSync, statSync } from 'node:fs';
import type { Language, Settings } from '../domain/settings.js';
import { sentenceOf } from '../report/messages/index.js';
import { asWord } from '../report/messages/place.js';
import type { FileSource } from '../usecases/files.js';
import { readModule, type ModuleReading, type ModuleRequest } from '../usecases/read-module.js';
import { settingsOfFlags } from '../usecases/setting-flags.js';
import type { Console } from './console.js';
import { UsageError } from './exit-codes.js';
import { findUnnamedFiles } from './unnamed-files.js';
import { createFileSource } from './file-source.js';
import type { Flags } from './flags.js';
import { SETTINGS_NAME } from './untouched-settings.js';

export interface ReadModuleOptions {
  /** The list whose groups go on; absent: groups are laid out anew. */
  readonly keep?: string;
  /** Whether notes on the inputs are told one by one, as `check` does; absent: counted. */
  readonly tellsNotes?: boolean;
}

/**
 * Reads the module that the arguments name: a folder, flags alone, or both, where flags win.
 */
export async function readModuleOf(
  module: string | undefined,
  flags: Flags,
  console: Console,
  { keep, tellsNotes = false }: ReadModuleOptions = {},
): Promise<ModuleReading & { source: FileSource }> {
  const source = createFileSource(console);
  console.stage('read');
  if (!tellsNotes) console.leaveNotesTo(checkOf(module, flags));
  const request = { ...requestOf(module, flags, console), isLean: true, ...(keep === undefined ? {} : { keep }) };
  const reading = await readModule(source, request);
  const unnamed =
    request.settingsFile === undefined ? [] : await findUnnamedFiles(request.settingsFile, request.folder, reading);
  return { ...reading, diagnostics: [...reading.diagnostics, ...unnamed], source };
}

/** The command that tells all there is to say of the inputs. */
function checkOf(module: string | undefined, flags: Flags): string {
  if (module !== undefined) return `brassage check ${asWord(module)}`;
  return `brassage check${flags.roster === undefined ? '' : ' --roster …'}`;
}

function requestOf(module: string | undefined, flags: Flags, console: Console): ModuleRequest {
  const overrides = overridesOf(flags, console.language);
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  if (module === undefined && flags.roster !== undefined)
    return { folder: '', overrides: { language: console.language, ...overrides } };
  const place = module ?? '.';
  const isSettings = /\.toml$/i.test(place) && !isFolder(place);
  if (!isSettings && existsSync(place) && !isFolder(place))
    throw new UsageError((words) => words.moduleIsFile(asWord(place)));
  const settingsFile = isSettings ? place : join(place, SETTINGS_NAME);
  if (module === undefined && !existsSync(settingsFile)) {
    throw new UsageError((words) => words.noModuleHere(SETTINGS_NAME));
  }
  const folder = dirname(settingsFile);
  return { settingsFile, folder: folder === '.' ? '' : join(folder, '/'), overrides };
}

/** @throws UsageError naming the flag whose value is none. */
function overridesOf(flags: Flags, language: Language): Partial<Settings> {
  const { value, diagnostics } = settingsOfFlags(flags);
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (wrong === undefined) return value;
  const flag = wrong.source?.file ?? '';
  const given = new Map<string, unknown>(Object.entries(flags)).get(flag.replace(/^--/, ''));
  // The whole of what was typed; of a flag that is given several times, the one.
  const typed = typeof given === 'string' ? given : (wrong.value ?? '');
  throw new UsageError((words) => words.wrongValue(flag, typed, sentenceOf(wrong, language)));
}
