import type { PublishedCalendars } from '../../domain/calendar.js';
import { leastOf, mostOf } from '../../domain/extremes.js';
import { fileStem, nameEach } from '../../domain/file-name.js';
import { moduleKeyOf } from '../../domain/module-key.js';
import { draftCalendars, FOLDERS, type CalendarsRequest } from './calendar-drafts.js';
import { writeCalendar } from './calendar-file.js';
import { continueCalendar } from './continuation.js';
import { eventKeys } from './event-keys.js';
import { eventTexts } from './event-texts.js';
import { calendarZone } from './time-zone.js';

/**
 * The `.ics` files of a timetable, name (`groups/VILLE-A1.ics`) to text: of every group, witness, room and site that the module or a row
 * names, the empty ones too, so that who subscribed to one still finds it; of people where they are asked for. A group or person has one
 * event a row; rows that are one thing to a witness, a room or a site are one event there.
 */
export function writeCalendars(request: CalendarsRequest): ReadonlyMap<string, string> {
  const { module, programme, timetable, published, pseudonyms } = request;
  const { title, timezone } = module.settings;
  const allRows = [...timetable.rows, ...(published?.rows ?? [])];
  const { today = '', calendars = new Map() satisfies PublishedCalendars } = published ?? {};
  const zone = calendarZone(timezone, yearsOf([...programme.sessions, ...allRows, ...eventsOf(calendars)]));
  const moduleKey = moduleKeyOf(title, programme.sessions, published?.rows);
  const drafts = draftCalendars(request, eventTexts(request), eventKeys(moduleKey, programme, allRows));
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    const own = drafts.filter((draft) => draft.folder === folder);
    const names = nameEach(
      own.map(({ id }) => id),
      fileStem,
    );
    for (const draft of own) {
      const name = title === '' ? draft.title : `${title} – ${draft.title}`;
      const path = `${folder}/${names.get(draft.id) ?? ''}.ics`;
      const { events, dropped } = continueCalendar(draft.events, calendars.get(path), { zone, today, pseudonyms });
      // Elsewhere the timetable counts for what comes back.
      const remembered = folder === 'people' ? { dropped } : {};
      files.set(path, writeCalendar({ name, zone, events, ...remembered }));
    }
  }
  return files;
}

function eventsOf(calendars: PublishedCalendars) {
  return [...calendars.values()].flatMap(({ events }) => [...events.values()]);
}

function yearsOf(dated: readonly { readonly date: string }[]): { readonly first: number; readonly last: number } {
  const years = [...new Set(dated.map(({ date }) => Number(date.slice(0, 4))))];
  return years.length === 0 ? { first: 1970, last: 1970 } : { first: leastOf(years), last: mostOf(years) };
}
