import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { RosterSource, Settings } from '../domain/settings.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import type { Reading } from './reading.js';
import { attributeKeyOf } from './roster-columns.js';

/** What holds where neither the settings nor a flag says anything. */
export function defaultSettings(): Settings {
  return {
    title: '',
    language: 'fr',
    timezone: 'Europe/Paris',
    seed: 'brassage',
    rosters: [],
    wishWeight: 1,
    observedWeight: 1,
    columns: new Map(),
  };
}

/** The source that a value from the command line has: the flag stands for the file. */
export function flagSource(flag: string): Source {
  return { file: flag };
}

/** Weights by attribute key from `school=100,stages=60` (a semicolon does too); attribute words of either language. */
export function parseBalance(text: string, source: Source): Reading<ReadonlyMap<string, number> | undefined> {
  const entries: [string, number | undefined, string][] = [];
  for (const part of text.split(/[,;]/).map(cleanText)) {
    if (part === '') continue;
    const match = /^([^=]*[^=\s])\s*=\s*(\S+)$/.exec(part);
    if (match === null)
      return {
        value: undefined,
        diagnostics: [diagnose('error', 'settings.not-a-balance', {}, { source, value: part })],
      };
    entries.push([match[1], parseWeight(match[2]), match[2]]);
  }
  if (entries.length > 0) return readBalance(entries, () => source);
  return { value: undefined, diagnostics: [diagnose('error', 'settings.not-a-balance', {}, { source, value: text })] };
}

/** Balance weights by attribute key; a weight is a whole number, 0 or more, and an attribute stands once, in any language. */
export function readBalance(
  entries: readonly (readonly [word: string, weight: number | undefined, typed: string])[],
  sourceOf: (word: string) => Source,
): Reading<ReadonlyMap<string, number>> {
  const value = new Map<string, number>();
  const words = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [word, weight, typed] of entries) {
    const key = attributeKeyOf(word);
    const first = words.get(key);
    if (weight === undefined) {
      diagnostics.push(
        diagnose('error', 'settings.not-a-weight', { key: word }, { source: sourceOf(word), value: typed }),
      );
    } else if (first !== undefined) {
      diagnostics.push(
        diagnose('error', 'settings.attribute-twice', { first }, { source: sourceOf(word), value: word }),
      );
    } else value.set(key, weight);
    if (first === undefined) words.set(key, word);
  }
  return { value, diagnostics };
}

/** A weight from a text: a whole number, 0 or more; else `undefined`. */
export function parseWeight(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Group sizes from `9..10`, `9-10`, `9–10` or `9`; `undefined` with an error when it is none of those, 0, or the larger comes first. */
export function parseSize(text: string, source: Source): Reading<Settings['groupSize'] | undefined> {
  const match = /^\s*(\d{1,6})\s*(?:(?:\.{2,3}|[-–:]|à|to)\s*(\d{1,6}))?\s*$/.exec(text);
  const value = match === null ? undefined : sizeRange(Number(match[1]), Number(match[2] ?? match[1]));
  if (value !== undefined) return { value, diagnostics: [] };
  return { value, diagnostics: [diagnose('error', 'settings.not-a-size', {}, { source, value: text })] };
}

/** A range of sizes: 1 or more, least before most; `undefined` otherwise. */
export function sizeRange(min: unknown, max: unknown): Settings['groupSize'] {
  if (typeof min !== 'number' || typeof max !== 'number' || !Number.isSafeInteger(min) || !Number.isSafeInteger(max))
    return undefined;
  return min >= 1 && min <= max ? { min, max } : undefined;
}

/** A roster from `ENA=ena.csv`, or a bare file name whose own column says the school; an error without a file name. */
export function parseRoster(text: string, source: Source): Reading<RosterSource | undefined> {
  const equals = text.indexOf('=');
  const file = text.slice(equals + 1).trim();
  if (file !== '')
    return { value: { school: equals < 0 ? '' : cleanText(text.slice(0, equals)), file }, diagnostics: [] };
  return { value: undefined, diagnostics: [diagnose('error', 'settings.not-a-roster', {}, { source, value: text })] };
}

/** Whether a time zone of that IANA name is known to this machine. */
export function isTimezone(name: string): boolean {
  // The zone of those who use this most: to ask costs as much as to read all their files.
  if (name === 'Europe/Paris') return true;
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' &&
      /^(?:UTC|[A-Z][\w+-]*\/.*)$/.test(name)
    );
  } catch {
    return false;
  }
}
