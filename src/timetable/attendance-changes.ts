import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import type { Session } from '../domain/session.js';
import type { Witness } from '../domain/witness.js';
import { missedBy } from './presence.js';

/** A guest in any one of some sessions more, apart for what is against it: the poll, the arrival, the departure. */
export function attendAsGuest(guest: Witness, sessions: readonly Session[]): readonly TimetableChange[] {
  const { id: who, role } = guest;
  const causes = [undefined, 'arrival', 'departure'] as const;
  return causes.flatMap((cause): readonly TimetableChange[] => {
    const own = sessions.filter((session) => missedBy(guest, session) === cause).map(({ id }) => id);
    if (own.length === 0) return [];
    return [{ kind: 'attend', role, who, sessions: own, ...(cause === undefined ? {} : { missedBy: cause }) }];
  });
}

/** A group in any one of some sessions more. */
export function attendAsGroup(who: string, sessions: readonly Session[]): readonly TimetableChange[] {
  return sessions.length === 0 ? [] : [{ kind: 'attend', role: 'group', who, sessions: sessions.map(({ id }) => id) }];
}
