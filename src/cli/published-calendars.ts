import { listFilesBelow } from '../node/folder-state.js';
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

/** Relative names of all `.ics` files below a folder, `/` between folders, sorted; none where there is no such folder. Links are not followed: they may lead anywhere, and round in circles. */
async function calendarsIn(folder: string): Promise<readonly string[] | 'not-readable'> {
  try {
    return (await listFilesBelow(folder)).filter((name) => name.endsWith('.ics'));
  } catch {
    return 'not-readable';
  }
}
