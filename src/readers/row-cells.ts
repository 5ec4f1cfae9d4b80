import { diagnose, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import { foldHeader } from '../domain/fold.js';
import type { Source } from '../domain/source.js';
import { cleanText, parseNumber, splitValues } from './cells.js';
import { cellSource, type Row, type Table } from './delimited-table.js';
import { parseDate, parseMoment, parseTime } from './moments.js';
import type { Moment } from '../domain/witness.js';
import { nearest } from './nearest.js';
import type { ReferenceIndex } from './references.js';

/** Words of each value that a cell may hold, English first, then French, then whatever else is met. */
export type ValueWords<Value extends string> = {
  readonly [V in Value]: readonly [string, string, ...string[]];
};

/**
 * The cells of one row by column key. Each function reports what is wrong with its cell and returns `undefined` (or leaves
 * the bad value out); a column that the file lacks reads as an empty cell.
 */
export interface RowCells<Key extends string> {
  /** Of the row as a whole. */
  readonly source: Source;
  readonly sourceOf: (key: Key) => Source;
  readonly text: (key: Key) => string;
  /** Reports an empty cell. */
  readonly requiredText: (key: Key) => string | undefined;
  /** `undefined` without a report when the cell is empty. */
  readonly wholeNumber: (key: Key, least: number) => number | undefined;
  /** Empty cells are reported. */
  readonly date: (key: Key) => string | undefined;
  /** Minutes after midnight. Empty cells are reported. */
  readonly time: (key: Key) => number | undefined;
  readonly moment: (key: Key) => Moment | undefined;
  /** The values named in a cell, without repeats; empty for an empty cell. */
  readonly valuesOf: <Value extends string>(key: Key, words: ValueWords<Value>, separator: RegExp) => readonly Value[];
  /** What the ids in a cell (separated by `|`) stand for, without repeats, in the order typed. */
  readonly references: <T>(key: Key, index: ReferenceIndex<T>) => readonly T[];
}

/** @param report receives every diagnostic */
export function readRow<Key extends string>(
  table: Table<Key>,
  row: Row,
  report: (diagnostic: Diagnostic) => void,
): RowCells<Key> {
  const source: Source = { file: table.file, line: row.line };
  const text = (key: Key): string => {
    const column = table.known.get(key);
    return column === undefined ? '' : cleanText(row.cell(column.index));
  };
  const sourceOf = (key: Key): Source => {
    const column = table.known.get(key);
    return column === undefined ? source : cellSource(table, row, column);
  };
  const detailsOf = (key: Key, value: string, suggestion?: string): DiagnosticDetails => ({
    source: sourceOf(key),
    value,
    suggestion,
  });
  const requiredText = (key: Key): string | undefined => {
    const value = text(key);
    if (value !== '') return value;
    report(diagnose('error', 'cell.empty', {}, { source: sourceOf(key) }));
    return undefined;
  };
  const wholeNumber = (key: Key, least: number): number | undefined => {
    const value = text(key);
    return value === '' ? undefined : checkWholeNumber(value, least, detailsOf(key, value), report);
  };
  const date = (key: Key): string | undefined => {
    const value = requiredText(key);
    if (value === undefined) return undefined;
    const day = parseDate(value);
    if (day !== undefined && day !== 'no-such-day') return day.date;
    report(diagnose('error', day === undefined ? 'cell.not-a-date' : 'cell.no-such-day', {}, detailsOf(key, value)));
    return undefined;
  };
  const time = (key: Key): number | undefined => {
    const value = requiredText(key);
    const minutes = value === undefined ? undefined : parseTime(value);
    if (value !== undefined && minutes === undefined)
      report(diagnose('error', 'cell.not-a-time', {}, detailsOf(key, value)));
    return minutes;
  };
  const moment = (key: Key): Moment | undefined => {
    const value = text(key);
    if (value === '') return undefined;
    const found = parseMoment(value);
    if (found !== undefined && found !== 'no-such-day') return found;
    report(
      diagnose('error', found === undefined ? 'cell.not-a-moment' : 'cell.no-such-day', {}, detailsOf(key, value)),
    );
    return undefined;
  };
  const valuesOf = <Value extends string>(key: Key, words: ValueWords<Value>, separator: RegExp): readonly Value[] => {
    const found = new Set<Value>();
    for (const value of splitValues(text(key), separator)) {
      const meant = findValue(value, words);
      if (meant !== undefined) found.add(meant);
      else report(notOneOf(value, words, sourceOf(key)));
    }
    return [...found];
  };
  const references = <T>(key: Key, index: ReferenceIndex<T>): readonly T[] => {
    const found = new Set<T>();
    for (const value of splitValues(text(key))) {
      const match = index.find(value);
      if (match.status === 'found') found.add(match.value);
      else report(match.diagnose({ source: sourceOf(key), value }));
    }
    return [...found];
  };
  return {
    source,
    sourceOf,
    text,
    requiredText,
    wholeNumber,
    date,
    time,
    moment,
    valuesOf,
    references,
  };
}

/** The value that a word in either language stands for, singular or plural. */
export function findValue<Value extends string>(text: string, words: ValueWords<Value>): Value | undefined {
  const typed = foldHeader(text);
  if (typed === '') return undefined;
  for (const value in words) {
    for (const word of words[value]) {
      const folded = foldHeader(word);
      if (folded === typed || `${folded}s` === typed) return value;
    }
  }
  return undefined;
}

/** Reports a word that is none of those a cell may hold. */
export function notOneOf<Value extends string>(value: string, words: ValueWords<Value>, source: Source): Diagnostic {
  const all: readonly (readonly string[])[] = Object.values(words);
  const expected = all.map((list) => list[0]);
  const expectedFrench = all.map((list) => list[1]);
  return diagnose(
    'error',
    'cell.not-one-of',
    { expected, expectedFrench },
    { source, value, suggestion: nearest(value, all.flat()) },
  );
}

/** A whole number of at least `least`, else a report and `undefined`. */
export function checkWholeNumber(
  value: string,
  least: number,
  details: DiagnosticDetails,
  report: (diagnostic: Diagnostic) => void,
): number | undefined {
  const number = parseNumber(value);
  if (number === 'ambiguous') report(diagnose('error', 'cell.ambiguous-number', {}, details));
  else if (number === undefined || !Number.isSafeInteger(number) || number < least) {
    report(diagnose('error', 'cell.not-a-whole-number', { least }, details));
  } else return number;
  return undefined;
}
