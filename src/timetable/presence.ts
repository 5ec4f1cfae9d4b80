import type { Availability, AvailabilityState } from '../domain/availability.js';
import type { Session } from '../domain/session.js';
import type { Moment, Witness } from '../domain/witness.js';

/**
 * Whether a guest can take part in a whole session: what the poll says of it, and `no` wherever the session begins before the guest arrives or ends after the guest has left.
 * Without any poll a guest is free; with one, a guest or session of which it says nothing is not.
 */
export function presenceOf(
  guest: Witness,
  session: Session,
  availability: Availability | undefined,
): AvailabilityState {
  if (missedBy(guest, session) !== undefined) return 'no';
  if (availability === undefined) return 'yes';
  return availability.get(guest.id)?.get(session.id) ?? 'no';
}

/** Which of the moments of a guest keeps the guest from a session, whatever the poll says; `undefined` where none does. */
export function missedBy(guest: Witness, session: Session): 'arrival' | 'departure' | undefined {
  if (guest.arrival && isBefore(session.date, session.start, guest.arrival)) return 'arrival';
  return guest.departure && isAfter(session.date, session.end, guest.departure) ? 'departure' : undefined;
}

/** Whether a group can hear a witness, or work by itself, in a session; `yes` where the poll says nothing. */
export function groupPresenceOf(
  group: string,
  session: Session,
  availability: Availability | undefined,
): AvailabilityState {
  return availability?.get(group)?.get(session.id) ?? 'yes';
}

/** A moment without a date recurs every day; one without a time is the whole day. */
function isBefore(date: string, time: number, moment: Moment): boolean {
  if (moment.date !== undefined && date !== moment.date) return date < moment.date;
  return moment.time !== undefined && time < moment.time;
}

function isAfter(date: string, time: number, moment: Moment): boolean {
  if (moment.date !== undefined && date !== moment.date) return date > moment.date;
  return moment.time !== undefined && time > moment.time;
}
