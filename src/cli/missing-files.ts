import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import { editDistance, nearest } from '../readers/nearest.js';
import { SETTINGS_NAME } from './untouched-settings.js';

/** Files that a plan's folder has. */
const OF_PLAN: ReadonlySet<string> = new Set(['groups.csv', 'timetable.csv', 'manifest.json']);

/** Diagnostics of which those of a missing file say that its folder is missing, or name the nearest file or folder beside it. */
export function explainMissing(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const file = diagnostic.source?.file;
    if (file === undefined || !isMissing(diagnostic)) return diagnostic;
    const folder = dirname(file);
    if (!isFolder(folder)) return ofFolder(folder, basename(file), diagnostic);
    if (extname(file) === '') return ofFolder(file, '', diagnostic);
    const suggestion = nearestFile(file);
    return suggestion === undefined ? diagnostic : { ...diagnostic, suggestion };
  });
}

function isMissing({ code, params }: Diagnostic): boolean {
  return code === 'file.unreadable' && 'reason' in params && params.reason === 'missing';
}

/** @param name of the file that was looked for in it; `''` where the folder itself was named. */
function ofFolder(folder: string, name: string, { source }: Diagnostic): Diagnostic {
  const near = namesIn(dirname(folder)).filter((other) => isFolder(join(dirname(folder), other)));
  const found = nearest(basename(folder), near);
  const makes = OF_PLAN.has(name) ? 'plan' : name === SETTINGS_NAME ? 'init' : '';
  const suggestion = found === undefined ? undefined : join(dirname(folder), found);
  return diagnose(
    'error',
    'folder.missing',
    { folder, makes: found === undefined ? makes : '' },
    { ...(source === undefined ? {} : { source }), suggestion },
  );
}

/** The file beside it with the nearest name, else the only one of that name but for its ending. */
function nearestFile(file: string): string | undefined {
  const names = namesIn(dirname(file)).filter((name) => !isFolder(join(dirname(file), name)));
  const stemOf = (name: string) => fold(name.slice(0, name.length - extname(name).length));
  const stem = stemOf(basename(file));
  const same = names.filter((name) => stemOf(name) === stem);
  // Of short names, north and south are as near as two slips: one slip for every four letters.
  const slips = Math.max(1, Math.floor(stem.length / 4));
  const close = names.map(stemOf).filter((name) => editDistance(stem, name, slips) <= slips);
  const near = same.length === 1 ? stem : nearest(stem, close);
  return near === undefined ? undefined : names.find((name) => stemOf(name) === near);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .toSorted(compareText);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
