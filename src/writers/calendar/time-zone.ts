import { leastOf } from '../../domain/extremes.js';
import { contentLine } from './content-line.js';
import { europeanZone, type EuropeanZone } from './european-zones.js';
import { localTime, utcOffset } from './local-time.js';
import { zoneChanges } from './zone-changes.js';

/** How the times of a calendar are written. */
export interface CalendarZone {
  /** IANA name. */
  readonly id: string;
  /** Times of UTC end with `Z`, and need no definition. */
  readonly isUtc: boolean;
  /** The VTIMEZONE (RFC 5545 section 3.6.5), folded and ended; `''` for UTC. */
  readonly definition: string;
}

const UTC_NAMES: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC', 'Etc/UCT', 'Etc/Universal', 'Etc/Zulu']);

/**
 * The zone of a calendar. Those of the European summer time come from a table of ours, as rules from 1970 on, which is the one form that
 * Outlook reads right: the same bytes everywhere. Any other is written change by change for the years asked for, from the host's time
 * zone database, without the names of its times, which differ between hosts.
 *
 * @param years The first and the last in which there are events.
 */
export function calendarZone(id: string, years: { readonly first: number; readonly last: number }): CalendarZone {
  if (UTC_NAMES.has(id)) return { id: 'UTC', isUtc: true, definition: '' };
  const european = europeanZone(id);
  const parts = european === undefined ? observedParts(zoneChanges(id, years)) : europeanParts(european);
  const definition = [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', id),
    ...parts.map(writePart),
    contentLine('END', 'VTIMEZONE'),
  ].join('');
  return { id, isUtc: false, definition };
}

/** STANDARD or DAYLIGHT. */
interface ZonePart {
  readonly isDaylight: boolean;
  /** Local, by the clock before the change. */
  readonly start: string;
  readonly rule?: string;
  readonly from: number;
  readonly to: number;
  readonly name?: string;
}

function writePart({ isDaylight, start, rule, from, to, name }: ZonePart): string {
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    contentLine('BEGIN', kind),
    contentLine('DTSTART', start),
    ...(rule === undefined ? [] : [contentLine('RRULE', rule)]),
    contentLine('TZOFFSETFROM', utcOffset(from)),
    contentLine('TZOFFSETTO', utcOffset(to)),
    ...(name === undefined ? [] : [contentLine('TZNAME', name)]),
    contentLine('END', kind),
  ].join('');
}

/** All clocks change at 01:00 UTC, on the last Sundays of March and October, which in 1970 were the 29th and the 25th. */
function europeanParts({ offset, standard, daylight }: EuropeanZone): readonly ZonePart[] {
  const summer = offset + 60;
  return [
    {
      isDaylight: false,
      start: localTime('1970-10-25', 60 + summer),
      rule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      from: summer,
      to: offset,
      name: standard,
    },
    {
      isDaylight: true,
      start: localTime('1970-03-29', 60 + offset),
      rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      from: offset,
      to: summer,
      name: daylight,
    },
  ];
}

/** One part a change: several programs forget the DTSTART of a part that has an RDATE. */
function observedParts({ offset, changes }: ReturnType<typeof zoneChanges>): readonly ZonePart[] {
  const least = leastOf([offset, ...changes.map(({ to }) => to)]);
  const before = { isDaylight: offset > least, start: '19700101T000000', from: offset, to: offset };
  return [
    before,
    ...changes.map(({ at, from, to }) => ({ isDaylight: to > least, start: localMoment(at, from), from, to })),
  ];
}

function localMoment(at: number, offset: number): string {
  return new Date(at + offset * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '');
}
