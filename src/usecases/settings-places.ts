import { foldHeader } from '../domain/fold.js';
import type { Source } from '../domain/source.js';
import { decodeText } from '../readers/decode.js';
import { attributeKeyOf } from '../readers/roster-columns.js';
import { flagSource } from '../readers/settings-values.js';
import { locateKeys } from '../readers/toml-lines.js';
import type { InputRecord } from './files.js';
import type { ModuleRequest } from './read-module.js';

const BALANCE = 'balance.';
const COLUMNS = 'columns.';

/**
 * Where the settings, or the flag in their place, name an attribute to balance; `undefined` for one that they do not name.
 *
 * @param settings The bytes of the settings file, where there is one.
 */
export function locateBalance(
  { settingsFile, overrides }: ModuleRequest,
  settings: InputRecord | undefined,
): (key: string) => Source | undefined {
  if (overrides?.balance !== undefined) return () => flagSource('--balance');
  const text = settings === undefined ? undefined : decodeText(settings).value;
  if (settingsFile === undefined || text === undefined) return () => undefined;
  const places = [...locateKeys(text)].flatMap(([path, line]): [string, Source][] => {
    if (!path.startsWith(BALANCE)) return [];
    const word = path.slice(BALANCE.length);
    return [[attributeKeyOf(word), { file: settingsFile, line, column: path }]];
  });
  const sources = new Map(places);
  return (key) => sources.get(key);
}

/** A header of the settings' `[columns]`: as typed, and where. */
export interface NamedHeader {
  readonly header: string;
  readonly source: Source;
}

/** The headers that the settings' `[columns]` name, by what they are folded to. */
export function locateColumns(
  { settingsFile }: ModuleRequest,
  settings: InputRecord | undefined,
): ReadonlyMap<string, NamedHeader> {
  const text = settings === undefined ? undefined : decodeText(settings).value;
  if (settingsFile === undefined || text === undefined) return new Map();
  return new Map(
    [...locateKeys(text)].flatMap(([path, line]): [string, NamedHeader][] => {
      if (!path.startsWith(COLUMNS)) return [];
      const header = path.slice(COLUMNS.length);
      return [[foldHeader(header), { header, source: { file: settingsFile, line, column: 'columns' } }]];
    }),
  );
}
