import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { FileFailure } from '../domain/file-failure.js';
import { withoutSheet } from '../domain/sheet-name.js';
import type { InputFile } from '../readers/reading.js';
import { readSheet } from '../readers/sheet-reader.js';
import type { FileSource } from './files.js';

/** A file of a table, ready to be read, or why it is not. */
export interface OpenedInput {
  /** Name of the file itself, without that of a sheet: what a manifest calls it. */
  readonly name: string;
  /** All of its bytes; absent: its source has none. */
  readonly bytes?: Uint8Array;
  /** Why its source has none. */
  readonly failure?: FileFailure;
  /** Absent, with an error, where it cannot be read. */
  readonly file?: InputFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gets a file by the name that settings or flags give it, which may be that of one sheet of a workbook. */
export async function openInput(source: FileSource, typed: string): Promise<OpenedInput> {
  const name = withoutSheet(typed);
  const bytes = await source(name);
  if (typeof bytes === 'string') {
    const unreadable = diagnose('error', 'file.unreadable', { reason: bytes }, { source: { file: name } });
    return { name, failure: bytes, diagnostics: [unreadable] };
  }
  const { value: file, diagnostics } = await readSheet({ name: typed, bytes });
  return { name, bytes, ...(file === undefined ? {} : { file }), diagnostics };
}
