import type { PublishedCalendar, PublishedCalendars } from '../domain/calendar.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Module } from '../domain/module.js';
import { readCalendar } from '../readers/calendar-reader.js';
import { readTimetable } from '../readers/timetable-reader.js';
import type { Publication } from '../timetable/publication.js';
import type { FileSource, InputRecord } from './files.js';
import type { KeepFlags } from './setting-flags.js';

/** What `--keep` and `--today` say was published, and on what day it is published again. */
export interface PublishedInput {
  /** Absent when neither flag is given, or the list has an error. */
  readonly before?: Publication;
  readonly diagnostics: readonly Diagnostic[];
  /** The list that was read; none without `--keep`. */
  readonly inputs: readonly InputRecord[];
}

/** Reads the timetable that `--keep` names; without it nothing was published, and `--today` dates what is new. */
export async function readPublished(
  module: Module,
  { keep: name, today = '' }: KeepFlags,
  source: FileSource,
): Promise<PublishedInput> {
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
  return `${list.slice(0, Math.max(list.lastIndexOf('/'), list.lastIndexOf('\\')) + 1)}calendars/`;
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
    diagnostics.push(...found);
    if (value !== undefined) published.set(calendar, value);
  }
  return { calendars: published.size === 0 ? {} : { published }, diagnostics, inputs };
}

/** The warning of a calendar, or a folder of them, that cannot be read. */
export function unreadableCalendar(file: string): Diagnostic {
  return diagnose('warning', 'timetable.calendar-ignored', { reason: 'not-readable' }, { source: { file } });
}
