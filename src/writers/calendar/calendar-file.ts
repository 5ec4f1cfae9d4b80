import { contentLine, escapeText } from './content-line.js';
import { compareEvents, writeEvent, type CalendarEvent } from './event.js';
import type { CalendarZone } from './time-zone.js';

/** One `.ics` file. */
export interface CalendarFile {
  /** What programs call the calendar. */
  readonly name: string;
  readonly zone: CalendarZone;
  /** In any order; none: an empty calendar, which subscribers keep until there is something in it. */
  readonly events: readonly CalendarEvent[];
}

/** The file as text: an iCalendar object (RFC 5545 section 3.4), published (RFC 5546 section 3.2.1), its events by start, then UID. */
export function writeCalendar({ name, zone, events }: CalendarFile): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    // Without a version, lest each of ours change every file.
    contentLine('PRODID', '-//brassage//calendars//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('X-WR-CALNAME', escapeText(name)),
    contentLine('X-WR-TIMEZONE', zone.id),
    zone.definition,
    ...events.toSorted(compareEvents).map((event) => writeEvent(event, zone)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}
