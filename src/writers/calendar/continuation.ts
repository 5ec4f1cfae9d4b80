import type { CalendarEvent, PublishedCalendar, PublishedCalendars, PublishedEvent } from '../../domain/calendar.js';
import type { TimetableRow } from '../../domain/timetable.js';
import { writeEvent } from './event.js';
import type { CalendarZone } from './time-zone.js';

/** An event with the revision that the timetable alone gives it, and what that is worth. */
export interface CountedEvent {
  readonly event: CalendarEvent;
  /** Whether that revision is above the one that the list published before gives it. */
  readonly isRaised: boolean;
  /** Whether the calendars published before say of its session what that list says: else they are of another one. */
  readonly isOfList: boolean;
}

/** What a calendar shows, and what it only remembers. */
export interface Continuation {
  readonly events: readonly CalendarEvent[];
  /** UIDs of events that it held once, to the last SEQUENCE of each. */
  readonly dropped: ReadonlyMap<string, number>;
}

export interface ContinuationRequest {
  readonly zone: CalendarZone;
  /** Day of this publication, `YYYY-MM-DD`; `''`: nobody has said. */
  readonly today: string;
  /** No name of a person may be taken over from what is out. */
  readonly pseudonyms: boolean;
}

/**
 * The events of a calendar as they go on from those that were published. An event that says what it said stays as it was, to the byte.
 * One that says something else is a revision of today: one more in SEQUENCE, but for words corrected in the tables, which are no change
 * of the timetable and move DTSTAMP alone (RFC 5546 section 2.1.5 takes the later of two). What is gone is cancelled, then dropped; what is
 * past has taken place and is not cancelled, and what was cancelled before anybody saw it here is not shown.
 *
 * SEQUENCE never passes the revision that the timetable gives: it rises only where that rises. So a publication that knows no calendar may
 * take that one, and none falls; but for people, who change groups without a trace in the timetable.
 *
 * @param published Absent: the revisions of the timetable.
 */
export function continueCalendar(
  counted: readonly CountedEvent[],
  published: PublishedCalendar | undefined,
  request: ContinuationRequest,
): Continuation {
  if (published === undefined) return { events: counted.map(({ event }) => event), dropped: new Map() };
  const { zone, today, pseudonyms } = request;
  const shown = counted.filter(
    ({ event }) => !event.isCancelled || published.events.get(event.uid)?.isCancelled === false,
  );
  const own = new Set(shown.map(({ event }) => event.uid));
  const gone = [...published.events.values()].filter(({ uid }) => !own.has(uid));
  const isNews = (event: PublishedEvent) => !event.isCancelled && event.date >= today && event.zone === zone.id;
  const cancelled = gone.filter(isNews).map(({ zone: _zone, ...event }) => ({
    ...event,
    ...(pseudonyms ? { summary: '', description: '' } : {}),
    isCancelled: true,
    sequence: event.sequence + 1,
    stamp: today || event.stamp,
  }));
  const old = gone.filter((event) => !isNews(event)).map(({ uid, sequence }) => [uid, sequence] as const);
  return {
    events: [...shown.map((each) => continueEvent(each, published, request)), ...cancelled],
    dropped: new Map([...published.dropped, ...old].filter(([uid]) => !own.has(uid))),
  };
}

function continueEvent(
  { event, isRaised, isOfList }: CountedEvent,
  { events, dropped }: PublishedCalendar,
  { zone, today }: ContinuationRequest,
): CalendarEvent {
  const before = events.get(event.uid);
  if (before === undefined) {
    const last = dropped.get(event.uid) ?? -1;
    return last < event.sequence ? event : { ...event, sequence: last + 1, stamp: today || event.stamp };
  }
  const { sequence, stamp } = before;
  const isKnown = isOfList || event.sequence <= sequence;
  const isSame =
    before.zone === zone.id && writeEvent({ ...event, sequence, stamp }, zone) === writeEvent(before, zone);
  if (isSame && isKnown) return { ...event, sequence, stamp };
  const isChange = isRaised || event.isCancelled !== before.isCancelled;
  const next = sequence + (isChange ? 1 : 0);
  return {
    ...event,
    sequence: isKnown ? next : Math.max(next, event.sequence),
    stamp: today || (event.stamp > stamp ? event.stamp : stamp),
  };
}

/**
 * Sessions of which the calendars of groups say another version than the list: they are not those that were published with it.
 *
 * @param rows The list that was published before.
 */
export function otherSessions(rows: readonly TimetableRow[], calendars: PublishedCalendars): ReadonlySet<string> {
  const versions = new Map<string, number>();
  for (const [name, { events }] of calendars) {
    if (name.startsWith('groups/')) for (const { uid, sequence } of events.values()) versions.set(uid, sequence);
  }
  return new Set(
    rows.filter(({ uid, version }) => (versions.get(uid) ?? version) !== version).map((row) => row.session),
  );
}
