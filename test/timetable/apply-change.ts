import type { AvailabilityState } from '../../src/domain/availability.js';
import type { Change } from '../../src/domain/diagnostics/change.js';
import type { Programme } from '../../src/domain/module.js';
import type { Session } from '../../src/domain/session.js';
import type { Witness } from '../../src/domain/witness.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { jury, room, witness } from './programmes.js';

/** The requests that a coordinator who follows a change may make: one for each of its choices. */
export function applyChange(request: TimetableRequest, change: Change): readonly TimetableRequest[] {
  const { programme } = request;
  const withProgramme = (changed: Partial<Programme>): TimetableRequest => ({
    ...request,
    programme: { ...programme, ...changed },
  });
  const guests = (id: string, changed: (guest: Witness) => Witness): TimetableRequest =>
    withProgramme({ witnesses: programme.witnesses.map((guest) => (guest.id === id ? changed(guest) : guest)) });
  const sessions = (id: string, changed: Partial<Session>): TimetableRequest =>
    withProgramme({ sessions: programme.sessions.map((one) => (one.id === id ? { ...one, ...changed } : one)) });
  switch (change.kind) {
    case 'attend':
      return change.sessions.map((session) => withPresence(request, change.who, session));
    case 'several': {
      const present = change.halfDays.reduce((asked, { who, session }) => withPresence(asked, who, session), request);
      return [
        change.limits.reduce(
          (asked, { who, sessions: maxSessions }) => withGuest(asked, who, { maxSessions }),
          present,
        ),
      ];
    }
    case 'joint':
      return [
        change.witnesses.reduce((asked, id) => withGuest(asked, id, { maxGroupsPerHearing: change.groups }), request),
      ];
    case 'max-sessions':
      return [guests(change.who, (guest) => ({ ...guest, maxSessions: change.sessions }))];
    case 'hear-in':
      return change.sessions.map((id) => sessions(id, { kinds: ['work', 'hearing'] }));
    case 'hearings-per-group':
      return [withProgramme({ hearingsPerGroup: change.hearings })];
    case 'serve-theme':
      return [guests(change.who, (guest) => ({ ...guest, themes: [...guest.themes, change.theme] }))];
    case 'more-people': {
      const ids = Array.from({ length: change.people }, (_, index) => `new ${index}`);
      const made = ids.map((id) =>
        change.role === 'jury' ? jury(id, { themes: change.themes }) : witness(id, { themes: change.themes }),
      );
      const asked = withProgramme({ witnesses: [...programme.witnesses, ...made] });
      const all = programme.sessions.map(({ id }) => id);
      return [ids.reduce((other, id) => all.reduce((each, session) => withPresence(each, id, session), other), asked)];
    }
    case 'seats':
      return [
        withProgramme({
          rooms: programme.rooms.map((one) => (one.id === change.room ? { ...one, capacity: change.seats } : one)),
        }),
      ];
    case 'rooms': {
      const made = Array.from({ length: change.rooms }, (_, index) =>
        room(`new ${index}`, change.seats, { site: change.site ?? '' }),
      );
      return [withProgramme({ rooms: [...programme.rooms, ...made] })];
    }
    case 'free-room':
      return [
        withProgramme({
          rooms: programme.rooms.map((one) =>
            one.id === change.room
              ? { ...one, unavailable: one.unavailable.filter((id) => !change.sessions.includes(id)) }
              : one,
          ),
        }),
      ];
    case 'use-room':
      return [
        withProgramme({
          rooms: programme.rooms.map((one) =>
            one.id === change.room ? { ...one, uses: [...one.uses, change.use] } : one,
          ),
        }),
      ];
    case 'minutes':
      return [sessions(change.session, { minutesEach: change.minutes })];
    case 'start':
      return [sessions(change.session, { start: change.time })];
    case 'end':
      return [sessions(change.session, { end: change.time })];
    default:
      throw new Error(`no change of a programme: ${change.kind}`);
  }
}

function withGuest(request: TimetableRequest, id: string, changed: Partial<Witness>): TimetableRequest {
  const { programme } = request;
  const witnesses = programme.witnesses.map((guest) => (guest.id === id ? { ...guest, ...changed } : guest));
  return { ...request, programme: { ...programme, witnesses } };
}

/** Somebody can come to a session, and whoever has a moment against it comes earlier or leaves later. */
function withPresence(request: TimetableRequest, who: string, session: string): TimetableRequest {
  const { programme } = request;
  const { availability } = programme;
  const own: ReadonlyMap<string, AvailabilityState> = availability?.get(who) ?? new Map();
  const witnesses = programme.witnesses.map((guest) => {
    const { arrival: _arrival, departure: _departure, ...always } = guest;
    return guest.id === who ? always : guest;
  });
  if (availability === undefined) return { ...request, programme: { ...programme, witnesses } };
  const poll = new Map([...availability, [who, new Map([...own, [session, 'yes' as const]])]]);
  return { ...request, programme: { ...programme, witnesses, availability: poll } };
}
