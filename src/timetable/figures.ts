import type { TimetableRow } from '../domain/timetable.js';
import { groupPresenceOf } from './presence.js';
import type { TimetableFigures } from './request.js';
import { distinctRooms } from './rooms.js';
import type { Decisions } from './rows.js';
import { ifNeededSessions } from './warnings.js';

/** Counts what a summary says of a timetable. */
export function measureTimetable(decisions: Decisions, rows: readonly TimetableRow[]): TimetableFigures {
  const { model, hearings, state, units, roomOf } = decisions;
  const heard = hearings.options.map((_, group) => state.of(group));
  const days = heard.map((options) => new Set(options.map(({ session }) => hearings.dayOf[session])).size);
  const rooms = distinctRooms(model, roomOf);
  const groupUses = heard.flatMap((options, group) =>
    options.filter(({ session }) => {
      const { label } = model.groups[group];
      const index = hearings.sessions[session];
      return groupPresenceOf(label, model.sessions[index], model.programme.availability) === 'if_needed';
    }),
  );
  const guestUses = [...ifNeededSessions(decisions).values()].reduce((sum, sessions) => sum + sessions.length, 0);
  return {
    rows: rows.length,
    hearings: heard.flat().length,
    sameDayHearings: heard.reduce((sum, options, group) => sum + options.length - days[group], 0),
    jointHearings: units.filter((unit) => unit.kind === 'hearing' && unit.groups.length > 1).length,
    distinctRooms: rooms.reduce((sum, count) => sum + count, 0),
    groupsInOneRoom: rooms.filter((count) => count === 1).length,
    ifNeededUsed: groupUses.length + guestUses,
  };
}
