import type { CalendarEvent } from '../../domain/calendar.js';
import { compareText } from '../../domain/fold.js';
import { contentLine, escapeText } from './content-line.js';
import { localTime } from './local-time.js';
import type { CalendarZone } from './time-zone.js';

/**
 * A VEVENT (RFC 5545 section 3.6.1), folded and ended, its properties in one fixed order. DTSTAMP (section 3.8.7.2) is midnight UTC of
 * the day on which this revision came to be, so an event that has not changed is the same bytes in every publication.
 */
export function writeEvent(event: CalendarEvent, zone: CalendarZone): string {
  const time = (name: string, minutes: number): string => {
    const text = localTime(event.date, minutes);
    return zone.isUtc ? contentLine(name, `${text}Z`) : contentLine(`${name};TZID=${zone.id}`, text);
  };
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', escapeText(event.uid)),
    contentLine('DTSTAMP', `${localTime(event.stamp, 0)}Z`),
    contentLine('SEQUENCE', String(event.sequence)),
    contentLine('STATUS', event.isCancelled ? 'CANCELLED' : 'CONFIRMED'),
    time('DTSTART', event.start),
    time('DTEND', event.end),
    contentLine('SUMMARY', escapeText(event.summary)),
    ...(event.location === '' ? [] : [contentLine('LOCATION', escapeText(event.location))]),
    ...(event.description === '' ? [] : [contentLine('DESCRIPTION', escapeText(event.description))]),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** Orders events by start, then UID. */
export function compareEvents(a: CalendarEvent, b: CalendarEvent): number {
  return compareText(a.date, b.date) || a.start - b.start || compareText(a.uid, b.uid);
}
