import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PublishedCalendar, PublishedCalendars } from '../domain/calendar.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import { systemCode } from '../node/file-problem.js';
import { readCalendar } from '../readers/calendar-reader.js';
import type { FileSource, InputRecord } from '../usecases/files.js';
import type { Flags } from './flags.js';

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

/** Reads the `.ics` files of the folder `calendars/` beside the list; none where no list is kept, it is no file, or no calendar is wanted. */
export async function readCalendarsBeside(
  { keep: list, calendars: isWanted }: Flags,
  source: FileSource,
): Promise<PublishedCalendarsInput> {
  if (list === undefined || list === '-' || isWanted === false) return { calendars: {}, diagnostics: [], inputs: [] };
  const folder = join(dirname(list), 'calendars');
  const published = new Map<string, PublishedCalendar>();
  const diagnostics: Diagnostic[] = [];
  const inputs: InputRecord[] = [];
  const ignore = (file: string) =>
    diagnostics.push(
      diagnose('warning', 'timetable.calendar-ignored', { reason: 'not-readable' }, { source: { file } }),
    );
  const own = await calendarsIn(folder);
  if (own === 'not-readable') ignore(folder);
  for (const calendar of own === 'not-readable' ? [] : own) {
    const name = join(folder, calendar);
    const bytes = await source(name);
    if (typeof bytes === 'string') {
      ignore(name);
      continue;
    }
    inputs.push({ name, bytes });
    const { value, diagnostics: found } = readCalendar({ name, bytes });
    diagnostics.push(...found);
    if (value !== undefined) published.set(calendar, value);
  }
  return { calendars: published.size === 0 ? {} : { published }, diagnostics, inputs };
}

/** Relative names of all `.ics` files below a folder, `/` between folders, sorted; none where there is no such folder. */
async function calendarsIn(folder: string): Promise<readonly string[] | 'not-readable'> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter((name) => name.endsWith('.ics'))
      .map((name) => name.replaceAll('\\', '/'))
      .sort(compareText);
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error)) ? [] : 'not-readable';
  }
}
