import { CALENDAR_PRODUCT, DROPPED_PROPERTY, type PublishedCalendar, type PublishedEvent } from '../domain/calendar.js';
import { dayNumber } from '../domain/day.js';
import { diagnose } from '../domain/diagnostic.js';
import { hasError } from '../domain/diagnostic.js';
import { readCalendarLines, unescapeText, type CalendarLine } from './calendar-lines.js';
import { decodeText } from './decode.js';
import type { InputFile, Reading } from './reading.js';

const MINUTES_A_DAY = 1440;

/**
 * A calendar that we published. Of one that somebody else wrote, or that is not as we wrote it, nothing is taken, and a warning names it: a
 * part of it would tell less than its lack.
 */
export function readCalendar(file: InputFile): Reading<PublishedCalendar | undefined> {
  const ignore = (reason: 'damaged' | 'foreign', line?: number): Reading<undefined> => {
    const source = { file: file.name, ...(line === undefined ? {} : { line }) };
    return {
      value: undefined,
      diagnostics: [diagnose('warning', 'timetable.calendar-ignored', { reason }, { source })],
    };
  };
  const { value: text, diagnostics } = decodeText({ ...file, encoding: 'utf-8' });
  if (text === undefined || hasError(diagnostics)) return ignore('damaged');
  const lines = readCalendarLines(text);
  if (typeof lines === 'number') return ignore('damaged', lines);
  const product = lines.find(({ name }) => name === 'PRODID');
  if (product !== undefined && product.value !== CALENDAR_PRODUCT) return ignore('foreign', product.line);
  const read = product === undefined ? 1 : readComponents(lines);
  return typeof read === 'number' ? ignore('damaged', read) : { value: read, diagnostics: [] };
}

/** The calendar, or the line at which it is not as we write it. */
function readComponents(lines: readonly CalendarLine[]): PublishedCalendar | number {
  const events = new Map<string, PublishedEvent>();
  const dropped = new Map<string, number>();
  const open: string[] = [];
  let properties = new Map<string, CalendarLine>();
  for (const [index, each] of lines.entries()) {
    const { name, value, line } = each;
    if (name === 'BEGIN') {
      if ((value === 'VCALENDAR') !== (open.length === 0) || index > 0 === (open.length === 0)) return line;
      open.push(value);
      properties = new Map();
    } else if (name === 'END') {
      if (open.pop() !== value) return line;
      if (value !== 'VEVENT') continue;
      const event = readEvent(properties);
      if (event === undefined || events.has(event.uid)) return line;
      events.set(event.uid, event);
    } else if (open.at(-1) === 'VEVENT') {
      if (properties.has(name)) return line;
      properties.set(name, each);
    } else if (name === DROPPED_PROPERTY) {
      const [, sequence, uid] = /^(\d{1,9}) (.+)$/.exec(unescapeText(value)) ?? [];
      if (uid === undefined) return line;
      dropped.set(uid, Number(sequence));
    } else if (open.length === 0) return line;
  }
  const end = lines.at(-1);
  return open.length === 0 && end?.name === 'END' ? { events, dropped } : (end?.line ?? 1);
}

function readEvent(properties: ReadonlyMap<string, CalendarLine>): PublishedEvent | undefined {
  const text = (name: string): string => unescapeText(properties.get(name)?.value ?? '');
  const uid = text('UID');
  const sequence = /^\d{1,9}$/.exec(text('SEQUENCE'))?.[0];
  const stamp = readMoment(properties.get('DTSTAMP'));
  const start = readMoment(properties.get('DTSTART'));
  const end = readMoment(properties.get('DTEND'));
  const status = text('STATUS');
  if (uid === '' || sequence === undefined || !properties.has('SUMMARY')) return undefined;
  if (status !== 'CONFIRMED' && status !== 'CANCELLED') return undefined;
  if (stamp === undefined || start === undefined || end === undefined) return undefined;
  if (stamp.zone !== 'UTC' || stamp.minutes !== 0 || start.zone !== end.zone) return undefined;
  const length = (dayNumber(end.date) - dayNumber(start.date)) * MINUTES_A_DAY + end.minutes - start.minutes;
  if (length < 0) return undefined;
  return {
    uid,
    sequence: Number(sequence),
    stamp: stamp.date,
    isCancelled: status === 'CANCELLED',
    zone: start.zone,
    date: start.date,
    start: start.minutes,
    end: start.minutes + length,
    summary: text('SUMMARY'),
    location: text('LOCATION'),
    description: text('DESCRIPTION'),
  };
}

interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** After midnight, local. */
  readonly minutes: number;
  readonly zone: string;
}

/** A date with a time of whole minutes, in UTC or a named zone (RFC 5545 section 3.3.5). */
function readMoment(property: CalendarLine | undefined): Moment | undefined {
  const [, year, month, day, hours, minutes, utc] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00(Z?)$/.exec(property?.value ?? '') ?? [];
  const zone = utc === 'Z' ? 'UTC' : /^;TZID=([^;:"]+)$/.exec(property?.parameters ?? '')?.[1];
  if (zone === undefined || (utc === 'Z' && property?.parameters !== '')) return undefined;
  const isMoment = between(month, 1, 12) && between(day, 1, 31) && between(hours, 0, 23) && between(minutes, 0, 59);
  return isMoment
    ? { date: `${year}-${month}-${day}`, minutes: Number(hours) * 60 + Number(minutes), zone }
    : undefined;
}

function between(text: string, least: number, most: number): boolean {
  return Number(text) >= least && Number(text) <= most;
}
