import { basename, dirname, join, resolve } from 'node:path';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { withoutSheet } from '../domain/sheet-name.js';
import type { FolderState } from '../node/folder-state.js';
import { readTimetable } from '../readers/timetable-reader.js';
import type { TimetableRow } from '../domain/timetable.js';
import { isSame } from '../timetable/publication.js';
import type { FileSource, InputRecord } from '../usecases/files.js';
import { openInput } from '../usecases/open-input.js';
import { groupsBeside, readGroupsBeside, type EarlierPlaces } from '../usecases/read-groups-beside.js';
import type { Flags } from './flags.js';
import { USUAL_LIST } from './group-list-input.js';

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
  const file = keep === undefined ? undefined : withoutSheet(keep);
  const list = inputs.find(({ name }) => name === file);
  if (file === undefined || list === undefined || resolve(dirname(file)) !== resolve(out)) return new Map();
  return new Map([[basename(file), list.bytes]]);
}

/** A warning where people are in other groups than in the list beside the published timetable, for whoever meant to keep them. */
export function findRegrouped(assignment: Assignment, earlier: EarlierPlaces | undefined): readonly Diagnostic[] {
  if (earlier === undefined) return [];
  const people = countRegrouped(assignment, earlier.assignment);
  if (people === 0) return [];
  const { list } = earlier;
  const params = { people, of: assignment.size, list };
  return [diagnose('warning', 'timetable.regrouped', params, { source: { file: list } })];
}

/** Reads the list of the plan in a folder that is to be replaced; `undefined` where there is none, or none that can be read. */
export async function readReplaced(
  out: string,
  state: FolderState,
  module: Module,
  source: FileSource,
): Promise<EarlierPlaces | undefined> {
  if (state.kind !== 'ours' || !state.files.includes('groups.csv')) return undefined;
  const labels = module.groups.map(({ label }) => label);
  return (await readGroupsBeside(join(out, 'timetable.csv'), module, labels, source)).earlier;
}

/** A warning where people are in other groups than in the list that is replaced: it may hang on the wall. */
export function findReplaced(
  assignment: Assignment,
  replaced: EarlierPlaces | undefined,
  out: string,
): readonly Diagnostic[] {
  if (replaced === undefined) return [];
  const people = countRegrouped(assignment, replaced.assignment);
  if (people === 0) return [];
  const params = { people, of: assignment.size, folder: out };
  return [diagnose('warning', 'groups.replaced', params, { source: { file: replaced.list } })];
}

/** People who were in another group; those who were in none are new. */
function countRegrouped(assignment: Assignment, earlier: Assignment): number {
  let people = 0;
  earlier.forEach((group, key) => {
    const now = assignment.get(key);
    if (now !== undefined && now !== group) people++;
  });
  return people;
}

/** Whether the groups that a timetable is made for are those of the list beside the one that was published, so that nobody changes. */
export function isListBesideKept({ keep, groups = USUAL_LIST }: Flags): boolean {
  return keep !== undefined && groups !== '-' && resolve(groups) === resolve(groupsBeside(keep));
}

/**
 * A warning where another timetable than this one lies beside the list of its groups: without `--keep`, lists would be made of one that nobody
 * has.
 */
export async function findOtherTimetable(
  rows: readonly TimetableRow[],
  { settings }: Module,
  { keep, groups = USUAL_LIST }: Flags,
  source: FileSource,
): Promise<readonly Diagnostic[]> {
  if (keep !== undefined || groups === '-') return [];
  const list = join(dirname(groups), 'timetable.csv');
  const { file } = await openInput(source, list);
  if (file === undefined) return [];
  const { value, diagnostics } = readTimetable(file, settings.columns);
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
