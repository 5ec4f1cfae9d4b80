import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { ModuleReading } from '../usecases/read-module.js';
import { areUntouched } from './untouched-settings.js';
import { moduleTemplate } from '../usecases/templates.js';

/** What a roster may be kept in. */
const TABLE = /\.(?:csv|tsv|txt|xls[xm])$/i;
/** Codes of a roster that is not there, or holds nobody. */
const ROSTER_MISSING: ReadonlySet<string> = new Set(['file.unreadable', 'table.no-rows', 'file.empty']);

/**
 * A note where a roster is missing or empty, and tables lie in the module's folder that no setting names: somebody has dropped their rosters in under their own names.
 *
 * @param settings The module's settings file.
 * @param folder of the module, `''` or a path that ends in `/`
 */
export async function findUnnamedFiles(
  settings: string,
  folder: string,
  { module, diagnostics, inputs }: Pick<ModuleReading, 'module' | 'diagnostics' | 'inputs'>,
): Promise<readonly Diagnostic[]> {
  const place = folder === '' ? '.' : folder.replace(/\/$/, '');
  if (module !== undefined || !diagnostics.some(({ code }) => ROSTER_MISSING.has(code)) || !existsSync(place))
    return [];
  const named = new Set(inputs.map(({ name }) => basename(name)));
  const ours = new Set([...moduleTemplate('fr').keys(), ...moduleTemplate('en').keys()]);
  const files = readdirSync(place)
    .filter((name) => TABLE.test(name) && !named.has(name) && !ours.has(name))
    .toSorted();
  if (files.length === 0) return [];
  const paths = files.map((name) => join(folder, name));
  const isUntouched = existsSync(settings) && (await areUntouched(settings));
  return [diagnose('note', 'guess.unnamed-files', { folder: place, files, paths, isUntouched })];
}
