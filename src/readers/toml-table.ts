import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { SettingsType } from '../domain/diagnostics/input.js';
import type { Source } from '../domain/source.js';
import { nearest } from './nearest.js';
import { frenchKey } from './settings-french.js';

/** One table of the settings whose values are asked for by key; what is of another type than asked is reported. */
export interface TomlReader {
  readonly has: (key: string) => boolean;
  readonly source: (key: string) => Source;
  readonly text: (key: string) => string | undefined;
  readonly requiredText: (key: string) => string | undefined;
  /** A whole number of at least `least`. */
  readonly wholeNumber: (key: string, least: number) => number | undefined;
  /** Any number of at least 0. */
  readonly number: (key: string) => number | undefined;
  readonly value: (key: string) => unknown;
  readonly table: (key: string, known?: readonly string[]) => TomlReader | undefined;
  readonly tables: (key: string, known: readonly string[]) => readonly TomlReader[];
  readonly keys: readonly string[];
  readonly wrongType: (key: string, expected: SettingsType) => void;
}

/** What all tables of one file share. */
export interface TomlContext {
  readonly file: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * @param path of the table in the file; `''` for the whole of it
 * @param known the keys it may hold, others are reported with the nearest of these; absent: any
 */
export function createTomlReader(
  values: Readonly<Record<string, unknown>>,
  path: string,
  context: TomlContext,
  known?: readonly string[],
): TomlReader {
  const pathOf = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const source = (key: string): Source => {
    const line = context.lines.get(pathOf(key)) ?? context.lines.get(`${pathOf(key)}[0]`) ?? context.lines.get(path);
    return {
      file: context.file,
      ...(line === undefined ? {} : { line }),
      column: pathOf(key).replace(/\[\d+\]/g, ''),
    };
  };
  for (const key of known === undefined ? [] : Object.keys(values)) {
    if (known?.includes(key) === true) continue;
    const params = { table: path.replace(/\[\d+\]/g, ''), known: known ?? [] };
    context.report(
      diagnose('error', 'settings.unknown-key', params, {
        source: source(key),
        value: key,
        suggestion: frenchKey(key, known ?? []) ?? nearest(key, known ?? []),
      }),
    );
  }
  const has = (key: string): boolean => Object.hasOwn(values, key);
  const value = (key: string): unknown => (has(key) ? values[key] : undefined);
  const wrongType = (key: string, expected: SettingsType): void => {
    context.report(
      diagnose('error', 'settings.wrong-type', { expected }, { source: source(key), value: showValue(value(key)) }),
    );
  };
  const text = (key: string): string | undefined => {
    const found = value(key);
    if (found === undefined || typeof found === 'string') return found;
    wrongType(key, 'text');
    return undefined;
  };
  const requiredText = (key: string): string | undefined => {
    if (has(key)) return text(key);
    context.report(diagnose('error', 'settings.missing-key', { key }, { source: source(key) }));
    return undefined;
  };
  const wholeNumber = (key: string, least: number): number | undefined => {
    const found = value(key);
    if (found === undefined || (typeof found === 'number' && Number.isSafeInteger(found) && found >= least))
      return found;
    if (typeof found === 'number') {
      context.report(
        diagnose('error', 'cell.not-a-whole-number', { least }, { source: source(key), value: showValue(found) }),
      );
    } else wrongType(key, 'whole-number');
    return undefined;
  };
  const number = (key: string): number | undefined => {
    const found = value(key);
    if (found === undefined || (typeof found === 'number' && Number.isFinite(found) && found >= 0)) return found;
    wrongType(key, 'number');
    return undefined;
  };
  const table = (key: string, keys?: readonly string[]): TomlReader | undefined => {
    const found = value(key);
    if (found === undefined) return undefined;
    if (isTable(found)) return createTomlReader(found, pathOf(key), context, keys);
    wrongType(key, 'table');
    return undefined;
  };
  const tables = (key: string, keys: readonly string[]): readonly TomlReader[] => {
    const found = value(key);
    if (found === undefined) return [];
    if (Array.isArray(found) && found.every(isTable)) {
      return found.map((entry, index) => createTomlReader(entry, `${pathOf(key)}[${index}]`, context, keys));
    }
    wrongType(key, 'tables');
    return [];
  };
  return {
    has,
    source,
    text,
    requiredText,
    wholeNumber,
    number,
    value,
    table,
    tables,
    keys: Object.keys(values),
    wrongType,
  };
}

/** A value as a message shows it. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (isTable(value)) return '{…}';
  // A date of TOML gives itself as TOML writes it; any other text of it would depend on the time zone of the machine.
  if (value instanceof Date) return value.toISOString();
  return String(value);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
