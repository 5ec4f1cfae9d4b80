import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { foldHeader } from '../domain/fold.js';
import { cleanText } from './cells.js';
import { nearest } from './nearest.js';
import type { ColumnNames } from './reading.js';

/** A column of a file. */
export interface Column {
  /** As typed, trimmed. */
  readonly header: string;
  /** Position in the line, from 0. */
  readonly index: number;
}

/** What a kind of table may hold: our key of each column to the words that name it, the English and the French one first. */
export type ColumnWords<Key extends string> = {
  readonly [K in Key]: readonly [string, string, ...string[]];
};

/** Finds the key of a column by its header. */
export type HeaderLookup<Key extends string> = (header: string) => Key | undefined;

/** The columns found in a header line. */
export interface MatchedColumns<Key extends string> {
  readonly known: ReadonlyMap<Key, Column>;
  /** Those of unknown header, in file order; no blank header among them. */
  readonly others: readonly Column[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Headers are compared on {@link foldHeader}, in either language, singular or plural. A header that the settings'
 * `[columns]` name means what they say, when this kind of table has such a column.
 */
export function createHeaderLookup<Key extends string>(words: ColumnWords<Key>, names: ColumnNames): HeaderLookup<Key> {
  const keys = new Map<string, Key>();
  for (const key in words) for (const word of words[key]) keys.set(foldHeader(word), key);
  const find = (folded: string): Key | undefined =>
    keys.get(folded) ?? (folded.endsWith('s') ? keys.get(folded.slice(0, -1)) : keys.get(`${folded}s`));
  return (header) => {
    const folded = foldHeader(header);
    if (folded === '') return undefined;
    const name = names.get(folded);
    return (name === undefined ? undefined : find(foldHeader(name))) ?? find(folded);
  };
}

/** Sorts the cells of a header line into known and other columns; two headers of one meaning are an error. */
export function matchColumns<Key extends string>(
  headers: readonly string[],
  lookup: HeaderLookup<Key>,
  place: { readonly file: string; readonly line: number },
): MatchedColumns<Key> {
  const known = new Map<Key, Column>();
  const others: Column[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Column>();
  headers.forEach((cell, index) => {
    const header = cleanText(cell);
    if (header === '') return;
    const column = { header, index };
    const key = lookup(header);
    const identity = key === undefined ? `?${foldHeader(header)}` : key;
    const first = seen.get(identity);
    if (first !== undefined) {
      const source = { ...place, field: index + 1, column: header };
      diagnostics.push(
        diagnose(
          'error',
          'column.twice',
          { first: first.header, firstField: first.index + 1 },
          { source, value: header },
        ),
      );
      return;
    }
    seen.set(identity, column);
    if (key === undefined) others.push(column);
    else known.set(key, column);
  });
  return { known, others, diagnostics };
}

/** One error for each requirement that no column meets; a requirement lists the keys of which one is enough. */
export function missingColumns<Key extends string>(
  matched: MatchedColumns<Key>,
  words: ColumnWords<Key>,
  required: readonly (readonly Key[])[],
  place: { readonly file: string; readonly line: number },
): readonly Diagnostic[] {
  return required
    .filter((keys) => !keys.some((key) => matched.known.has(key)))
    .map((keys) => {
      const accepted = keys
        .flatMap((key) => words[key].slice(0, 2))
        .filter((word, index, all) => all.indexOf(word) === index);
      const allWords = keys.flatMap((key) => words[key]);
      const header = matched.others.find((column) => nearest(column.header, allWords) !== undefined)?.header;
      return diagnose('error', 'column.missing', { accepted }, { source: place, suggestion: header });
    });
}

/** One warning for each column that a table has no use for, with the header that was perhaps meant. */
export function ignoredColumns<Key extends string>(
  others: readonly Column[],
  words: ColumnWords<Key>,
  place: { readonly file: string; readonly line: number },
): readonly Diagnostic[] {
  const lists: readonly (readonly string[])[] = Object.values(words);
  return others.map(({ header, index }) => {
    const source = { ...place, field: index + 1, column: header };
    return diagnose(
      'warning',
      'column.ignored',
      {},
      { source, value: header, suggestion: nearest(header, lists.flat()) },
    );
  });
}
