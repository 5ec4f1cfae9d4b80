import { CALENDAR_PRODUCT, DROPPED_PROPERTY, type CalendarEvent } from '../../domain/calendar.js';
import { compareText } from '../../domain/fold.js';
import { contentLine, escapeText } from './content-line.js';
import { compareEvents, writeEvent } from './event.js';
import type { CalendarZone } from './time-zone.js';

/** One `.ics` file. */
export interface CalendarFile {
  /** What programs call the calendar. */
  readonly name: string;
  readonly zone: CalendarZone;
  /** In any order; none: an empty calendar, which subscribers keep until there is something in it. */
  readonly events: readonly CalendarEvent[];
  /** UIDs of events that it held once, to the last SEQUENCE of each. Absent: none is remembered. */
  readonly dropped?: ReadonlyMap<string, number>;
}

/** The file as text: an iCalendar object (RFC 5545 section 3.4), published (RFC 5546 section 3.2.1), its events by start, then UID. */
export function writeCalendar({ name, zone, events, dropped = new Map() }: CalendarFile): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', CALENDAR_PRODUCT),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('X-WR-CALNAME', escapeText(name)),
    contentLine('X-WR-TIMEZONE', zone.id),
    ...[...dropped]
      .sort(([a], [b]) => compareText(a, b))
      .map(([uid, sequence]) => contentLine(DROPPED_PROPERTY, escapeText(`${sequence} ${uid}`))),
    zone.definition,
    ...events.toSorted(compareEvents).map((event) => writeEvent(event, zone)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}
