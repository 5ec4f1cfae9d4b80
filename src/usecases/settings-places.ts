import type { Source } from '../domain/source.js';
import { decodeText } from '../readers/decode.js';
import { attributeKeyOf } from '../readers/roster-columns.js';
import { flagSource } from '../readers/settings-values.js';
import { locateKeys } from '../readers/toml-lines.js';
import type { InputRecord } from './files.js';
import type { ModuleRequest } from './read-module.js';

const TABLE = 'balance.';

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
    if (!path.startsWith(TABLE)) return [];
    const word = path.slice(TABLE.length);
    return [[attributeKeyOf(word), { file: settingsFile, line, column: path }]];
  });
  const sources = new Map(places);
  return (key) => sources.get(key);
}
