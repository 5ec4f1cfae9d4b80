/** One thing that takes place, as a calendar shows it. */
export interface CalendarEvent {
  /** The same in every publication; no personal data. */
  readonly uid: string;
  /** Raised when the event changes after it was published. */
  readonly sequence: number;
  /** `YYYY-MM-DD`: the day of the last change, never today. */
  readonly stamp: string;
  readonly isCancelled: boolean;
  /** `YYYY-MM-DD`, with minutes after midnight, local. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  /** `''`: no place is known. */
  readonly location: string;
  /** Lines parted by LF. */
  readonly description: string;
}

/** An event of a calendar that is out. */
export interface PublishedEvent extends CalendarEvent {
  /** IANA name of the time zone that its times are in; `UTC`. */
  readonly zone: string;
}

/** A calendar that is out. */
export interface PublishedCalendar {
  /** By UID, in file order. */
  readonly events: ReadonlyMap<string, PublishedEvent>;
  /** UIDs of events that it held once, to the last SEQUENCE of each: see {@link DROPPED_PROPERTY}. */
  readonly dropped: ReadonlyMap<string, number>;
}

/** Every calendar that is out, by name below `calendars/`: `groups/VILLE-A1.ics`. */
export type PublishedCalendars = ReadonlyMap<string, PublishedCalendar>;

/** PRODID of our calendars. Without a version, lest each of ours change every file. */
export const CALENDAR_PRODUCT = '-//brassage//calendars//EN';

/**
 * Property of a person's calendar (RFC 5545 section 3.8.8.2) that remembers an event which is no longer shown, `3 uid`: if the person ever
 * comes back to it, its SEQUENCE goes on from there, which no timetable could say.
 */
export const DROPPED_PROPERTY = 'X-BRASSAGE-DROPPED';
