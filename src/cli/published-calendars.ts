import { readdir } from 'node:fs/promises';
import { compareText } from '../domain/fold.js';
import { systemCode } from '../node/file-problem.js';
import type { FileSource } from '../usecases/files.js';
import {
  calendarsBeside,
  readCalendars,
  unreadableCalendar,
  type PublishedCalendarsInput,
} from '../usecases/read-published.js';
import type { Flags } from './flags.js';

/** Reads the `.ics` files of the folder `calendars/` beside the list; none where no list is kept, it is no file, or no calendar is wanted. */
export async function readCalendarsBeside(
  { keep: list, calendars: isWanted }: Flags,
  source: FileSource,
): Promise<PublishedCalendarsInput> {
  if (list === undefined || list === '-' || isWanted === false) return { calendars: {}, diagnostics: [], inputs: [] };
  const folder = calendarsBeside(list);
  const names = await calendarsIn(folder);
  if (names !== 'not-readable') return readCalendars(folder, names, source);
  return { calendars: {}, diagnostics: [unreadableCalendar(folder)], inputs: [] };
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
