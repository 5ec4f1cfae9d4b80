import { basename, dirname, join, resolve } from 'node:path';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { FolderState } from '../node/folder-state.js';
import { readGroupList } from '../readers/group-list-reader.js';
import { readTimetable } from '../readers/timetable-reader.js';
import type { TimetableRow } from '../domain/timetable.js';
import { isSame } from '../timetable/publication.js';
import type { FileSource, InputRecord } from '../usecases/files.js';
import type { Flags } from './flags.js';

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

/** The published list where it lies in the folder that is to be replaced: locks that somebody has set in it are in what is written. */
export function carriedOnIn(
  out: string,
  { keep }: Flags,
  inputs: readonly InputRecord[],
): ReadonlyMap<string, Uint8Array> {
  const list = inputs.find(({ name }) => name === keep);
  if (keep === undefined || list === undefined || resolve(dirname(keep)) !== resolve(out)) return new Map();
  return new Map([[basename(keep), list.bytes]]);
}

/** A warning where people are in other groups than in the list beside the published timetable: nobody is told of that by the timetable's news. */
export async function findRegrouped(
  module: Module,
  assignment: Assignment,
  { keep }: Flags,
  source: FileSource,
): Promise<readonly Diagnostic[]> {
  if (keep === undefined) return [];
  const name = join(dirname(keep), 'groups.csv');
  const bytes = await source(name);
  if (typeof bytes === 'string') return [];
  const { value } = readGroupList({ name, bytes }, module.settings.columns, module);
  const moved = value.placements.filter(({ participant, group }) => {
    const now = assignment.get(participant);
    return now !== undefined && now !== group;
  });
  if (moved.length === 0) return [];
  const params = { people: moved.length, of: assignment.size, list: name };
  return [diagnose('warning', 'timetable.regrouped', params, { source: { file: name } })];
}

/**
 * A warning where another timetable than this one lies beside the list of its groups: without `--keep`, lists would be made of one that nobody
 * has.
 */
export async function findOtherTimetable(
  rows: readonly TimetableRow[],
  { settings }: Module,
  { keep, groups = join('out', 'groups.csv') }: Flags,
  source: FileSource,
): Promise<readonly Diagnostic[]> {
  if (keep !== undefined || groups === '-') return [];
  const list = join(dirname(groups), 'timetable.csv');
  const bytes = await source(list);
  if (typeof bytes === 'string') return [];
  const { value, diagnostics } = readTimetable({ name: list, bytes }, settings.columns);
  if (hasError(diagnostics)) return [];
  const placeOf = ({ session, group }: TimetableRow) => JSON.stringify([session, group]);
  const live = value.filter(({ status }) => status !== 'cancelled');
  const others = new Map(live.map((row) => [placeOf(row), row]));
  const same = rows.filter((row) => {
    const other = others.get(placeOf(row));
    return other !== undefined && isSame(row, other);
  });
  const differing = Math.max(rows.length, live.length) - same.length;
  if (differing === 0) return [];
  return [diagnose('warning', 'timetable.other-beside', { rows: differing, list }, { source: { file: list } })];
}
