import { join } from 'node:path';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import type { FolderState } from '../node/folder-state.js';
import { readTimetable } from '../readers/timetable-reader.js';
import type { Publication } from '../timetable/publication.js';
import type { FileSource, InputRecord } from '../usecases/files.js';
import type { Flags } from './flags.js';

/** What `--keep` and `--today` say was published, and on what day it is published again. */
export interface PublishedInput {
  /** Absent when neither flag is given, or the list has an error. */
  readonly before?: Publication;
  readonly diagnostics: readonly Diagnostic[];
  /** The list that was read; none without `--keep`. */
  readonly inputs: readonly InputRecord[];
}

/** Reads the timetable that `--keep` names; without it nothing was published, and `--today` dates what is new. */
export async function readPublishedOf(module: Module, flags: Flags, source: FileSource): Promise<PublishedInput> {
  const { keep: name, today = '' } = flags;
  if (name === undefined)
    return { ...(today === '' ? {} : { before: { rows: [], today } }), diagnostics: [], inputs: [] };
  const bytes = await source(name);
  if (typeof bytes === 'string') {
    const missing = diagnose('error', 'file.unreadable', { reason: bytes }, { source: { file: name } });
    return { diagnostics: [missing], inputs: [] };
  }
  const inputs = [{ name, bytes }];
  const { value: rows, diagnostics } = readTimetable({ name, bytes }, module.settings.columns);
  return hasError(diagnostics) ? { diagnostics, inputs } : { before: { rows, today }, diagnostics, inputs };
}

/** A warning where a plan with a timetable, perhaps published, is to be replaced by one that knows nothing of it. */
export function findPublishedAnew(
  out: string,
  state: FolderState,
  { programme }: Module,
  { keep }: Flags,
): readonly Diagnostic[] {
  if (keep !== undefined || programme === undefined) return [];
  if (state.kind !== 'ours' || !state.files.includes('timetable.csv')) return [];
  const list = join(out, 'timetable.csv');
  return [diagnose('warning', 'timetable.published-anew', { list }, { source: { file: list } })];
}
