import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { readEarlierGroups } from '../readers/earlier-groups-reader.js';
import type { FileSource, InputRecord } from './files.js';
import { openInput } from './open-input.js';

/** The groups of a timetable that was published, as the list beside it has them. */
export interface EarlierPlaces {
  /** The list. */
  readonly list: string;
  /** Of the people of this cohort alone. */
  readonly assignment: Assignment;
}

export interface GroupsBesideInput {
  /** Absent where there is no such list, or none that can be read. */
  readonly earlier?: EarlierPlaces;
  /** Warnings alone: a timetable can be published again without its groups. */
  readonly diagnostics: readonly Diagnostic[];
  /** The list, if there is one. */
  readonly inputs: readonly InputRecord[];
}

/** The list of groups beside a timetable. */
export function groupsBeside(timetable: string): string {
  return `${folderOf(timetable)}groups.csv`;
}

/** The timetable beside a list of groups. */
export function timetableBeside(groups: string): string {
  return `${folderOf(groups)}timetable.csv`;
}

/** The folder of a file, with the separator at its end; `''` for a name alone. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/**
 * Reads the list of groups beside a timetable that was published. Where it has an error it is not taken, with warnings: what is wrong with
 * it, and that nobody is told of another group.
 *
 * @param labels of the groups as they are spelt now
 */
export async function readGroupsBeside(
  timetable: string,
  { cohort, settings }: Module,
  labels: readonly string[],
  source: FileSource,
): Promise<GroupsBesideInput> {
  if (timetable === '-') return { diagnostics: [], inputs: [] };
  const name = groupsBeside(timetable);
  const { bytes, failure, file, diagnostics: found } = await openInput(source, name);
  if (failure === 'missing') return { diagnostics: [], inputs: [] };
  const ignored = diagnose('warning', 'timetable.groups-ignored', {}, { source: { file: name } });
  const inputs = bytes === undefined ? [] : [{ name, bytes }];
  if (file === undefined) return { diagnostics: [...found.map(asWarning), ignored], inputs };
  const { value, diagnostics: read } = readEarlierGroups(file, settings.columns, cohort, labels);
  const diagnostics = [...found, ...read];
  if (!hasError(diagnostics)) return { earlier: { list: name, assignment: value.assignment }, diagnostics, inputs };
  return { diagnostics: [...diagnostics.map(asWarning), ignored], inputs };
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning' };
}
