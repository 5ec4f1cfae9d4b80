import type { Diagnostic } from '../domain/diagnostic.js';
import type { Sheet } from './sheet.js';

/** A file as it was handed over: nothing is known of it but its bytes. */
export interface InputFile {
  /** As the user gave it; `-` for standard input. Every diagnostic bears it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * Encoding label that overrides detection (`windows-1252`, `utf-16le`…); absent: detected. Before a file of any but UTF-8,
   * UTF-16 and Windows-1252 is read, `loadEncodings` is to be awaited, as `readModule` does by itself.
   */
  readonly encoding?: string;
  /** The sheet that a table is read from where the bytes are a workbook, as `readSheet` finds it; absent: the bytes are text. */
  readonly sheet?: Sheet;
}

/** What a reader found, and everything that is wrong or doubtful with it. With an error, `value` holds what could be read. */
export interface Reading<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The settings' `[columns]`: folded header of the user's file to the name of our column. */
export type ColumnNames = ReadonlyMap<string, string>;
