import { append } from '../domain/append.js';
import type { PublishedCalendar, PublishedCalendars } from '../domain/calendar.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import { readCalendar } from '../readers/calendar-reader.js';
import { readTimetable } from '../readers/timetable-reader.js';
import type { Publication } from '../timetable/publication.js';
import type { FileSource, InputRecord } from './files.js';
import { openInput } from './open-input.js';
import { folderOf, readGroupsBeside, type EarlierPlaces } from './read-groups-beside.js';
import type { KeepFlags } from './setting-flags.js';

/** What `--keep` and `--today` say was published, and on what day it is published again. */
export interface PublishedInput {
  /** Absent when neither flag is given, or the list has an error. */
  readonly before?: Publication;
  /** The groups that the list had, where they lie beside it. Absent: they are not known, and nobody is taken to have changed groups. */
  readonly earlier?: EarlierPlaces;
  readonly diagnostics: readonly Diagnostic[];
  /** The lists that were read; none without `--keep`. */
  readonly inputs: readonly InputRecord[];
}

/** How the groups beside a published timetable are read. */
export interface EarlierGroupsRequest {
  /** Whether they are; absent: yes. */
  readonly isWanted?: boolean;
  /** Labels of the groups now. Absent: those of the module. */
  readonly labels?: readonly string[];
}

/**
 * Reads the timetable that `--keep` names, and the list of groups beside it; without it nothing was published, and `--today` dates what is
 * new.
 */
export async function readPublished(
  module: Module,
  { keep: name, today = '' }: KeepFlags,
  source: FileSource,
  { isWanted = true, labels = module.groups.map(({ label }) => label) }: EarlierGroupsRequest = {},
): Promise<PublishedInput> {
  if (name === undefined)
    return { ...(today === '' ? {} : { before: { rows: [], today } }), diagnostics: [], inputs: [] };
  const { name: list, bytes, file, diagnostics: found } = await openInput(source, name);
  const inputs = bytes === undefined ? [] : [{ name: list, bytes }];
  if (file === undefined) return { diagnostics: found, inputs };
  const { value: rows, diagnostics: read } = readTimetable(file, module.settings.columns);
  const diagnostics = [...found, ...read];
  if (hasError(diagnostics)) return { diagnostics, inputs };
  const before = { rows, today };
  if (!isWanted) return { before, diagnostics, inputs };
  // A label that both lists have is spelt as in the timetable, and as now where it still is one.
  const spelt = [...rows.map(({ group }) => group), ...labels];
  const beside = await readGroupsBeside(name, module, spelt, source);
  return {
    before,
    ...(beside.earlier === undefined ? {} : { earlier: beside.earlier }),
    diagnostics: [...diagnostics, ...beside.diagnostics],
    inputs: [...inputs, ...beside.inputs],
  };
}

/** The calendars that lie beside the list that `--keep` names. */
export interface PublishedCalendarsInput {
  readonly calendars: {
    /** Absent where there are none, or none that can be read. */
    readonly published?: PublishedCalendars;
  };
  /** Warnings, one a calendar that is not taken. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read. */
  readonly inputs: readonly InputRecord[];
}

/** The folder of calendars beside a list, with `/` at its end. */
export function calendarsBeside(list: string): string {
  return `${folderOf(list)}calendars/`;
}

/** Reads calendars of a folder; one that cannot be read is left out, with a warning. @param names Relative to the folder. */
export async function readCalendars(
  folder: string,
  names: readonly string[],
  source: FileSource,
): Promise<PublishedCalendarsInput> {
  const published = new Map<string, PublishedCalendar>();
  const diagnostics: Diagnostic[] = [];
  const inputs: InputRecord[] = [];
  for (const calendar of names) {
    const name = `${folder}${calendar}`;
    const bytes = await source(name);
    if (typeof bytes === 'string') {
      diagnostics.push(unreadableCalendar(name));
      continue;
    }
    inputs.push({ name, bytes });
    const { value, diagnostics: found } = readCalendar({ name, bytes });
    append(diagnostics, found);
    if (value !== undefined) published.set(calendar, value);
  }
  return { calendars: published.size === 0 ? {} : { published }, diagnostics, inputs };
}

/** The warning of a calendar, or a folder of them, that cannot be read. */
export function unreadableCalendar(file: string): Diagnostic {
  return diagnose('warning', 'timetable.calendar-ignored', { reason: 'not-readable' }, { source: { file } });
}
