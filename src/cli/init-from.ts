import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { checkFolderWritable } from '../node/output-folder.js';
import type { InputFile } from '../readers/reading.js';
import type { OutputFiles } from '../usecases/files.js';
import { guessSettings } from '../usecases/guess-settings.js';
import { openInput } from '../usecases/open-input.js';
import { moduleTemplate, TEMPLATE_PARTS } from '../usecases/templates.js';
import type { Console } from './console.js';
import { createFileSource } from './file-source.js';
import { areUntouched, SETTINGS_NAME } from './untouched-settings.js';

/** Names of the settings and of the tables that are written beside rosters. */
const RESERVED: ReadonlySet<string> = new Set(moduleTemplate('en', TEMPLATE_PARTS.en).keys());

export interface ModuleFromRosters {
  /** Absent, with an error, where a roster cannot be read. */
  readonly files?: OutputFiles;
  /** Names of files that are there and may be replaced: settings that nobody has touched. Absent: none. */
  readonly replaces?: ReadonlySet<string>;
  /** What was guessed, and what is wrong. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files of a module that starts from rosters: copies of those that lie elsewhere, the settings guessed for all of them, and the other tables, empty. A folder that holds
 * something is taken only where the rosters lie in it, and nothing in it is replaced.
 *
 * @throws FileProblem when the folder cannot be written, or holds something else
 */
export async function moduleFromRosters(
  folder: string,
  rosters: readonly string[],
  console: Console,
): Promise<ModuleFromRosters> {
  const { language } = console;
  const source = createFileSource(console);
  const diagnostics: Diagnostic[] = [];
  const read: InputFile[] = [];
  const copies = new Map<string, Uint8Array>();
  const places = new Map<string, string>();
  const isInside = (path: string) => resolve(dirname(path)) === resolve(folder);
  for (const typed of rosters) {
    const { name: path, bytes, file, diagnostics: found } = await openInput(source, typed);
    append(diagnostics, found);
    if (bytes === undefined || file === undefined) continue;
    const [name, sheet] = [basename(path), basename(file.name)];
    if (path === '-' || RESERVED.has(name.toLowerCase())) {
      diagnostics.push(diagnose('error', 'guess.reserved-name', {}, { source: { file: typed } }));
      continue;
    }
    // Several sheets of one workbook are several rosters.
    if (read.some((other) => other.name === sheet) || resolve(places.get(name) ?? path) !== resolve(path)) {
      diagnostics.push(diagnose('error', 'guess.same-name', {}, { source: { file: typed }, value: sheet }));
      continue;
    }
    places.set(name, path);
    read.push({ ...file, name: sheet });
    if (!isInside(path)) copies.set(name, bytes);
  }
  if (hasError(diagnostics)) return { diagnostics };
  const { parts, themes, diagnostics: found } = guessSettings(read, language);
  const guessed = [...diagnostics, ...found];
  if (parts === undefined) return { diagnostics: guessed };
  const isAtHome = [...places.values()].some(isInside);
  if (!isAtHome) await checkFolderWritable(folder, { force: false, isFilled: true });
  // The system tells, for which `Rules.csv` may be `rules.csv`.
  const isThere = (name: string) => isAtHome && existsSync(join(folder, name));
  const made = [...moduleTemplate(language, parts, themes), ...copies];
  const isUntouched = isThere(SETTINGS_NAME) && (await areUntouched(join(folder, SETTINGS_NAME)));
  const lost = made.filter(([name]) => isThere(name) && (name === SETTINGS_NAME ? !isUntouched : copies.has(name)));
  if (lost.length > 0) {
    const inTheWay = lost.map(([name]) =>
      diagnose('error', 'guess.in-the-way', {}, { source: { file: join(folder, name) } }),
    );
    return { diagnostics: inTheWay };
  }
  // Tables that somebody has filled already stay as they are.
  const isNew = (name: string) => !isThere(name) || name === SETTINGS_NAME;
  const files = new Map(made.filter(([name]) => isNew(name)));
  return { files, ...(isUntouched ? { replaces: new Set([SETTINGS_NAME]) } : {}), diagnostics: guessed };
}
