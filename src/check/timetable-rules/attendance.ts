import { append } from '../../domain/append.js';
import type { Group } from '../../domain/group.js';
import { overlap, type Session } from '../../domain/session.js';
import type { Violation } from '../violation.js';
import { partition, type Case, type Entry } from './case.js';
import { violate } from './violation.js';

/** Every group has in every session exactly the row it must have, and is never expected in two sessions at once. */
export function checkAttendance({ programme, groups, entries }: Case): readonly Violation[] {
  const found: Violation[] = [];
  const entriesOf = partition(entries, ({ row }) => JSON.stringify([row.session, row.group]));
  for (const session of programme.sessions) {
    for (const group of groups) {
      const here = entriesOf.get(JSON.stringify([session.id, group.label])) ?? [];
      const isFree = programme.availability?.get(group.label)?.get(session.id) !== 'no';
      append(found, checkPresence(session, group, here, isFree));
    }
  }
  return [...found, ...groups.flatMap((group) => findDoubleBookings(group, entries))];
}

function checkPresence(session: Session, group: Group, here: readonly Entry[], isFree: boolean): readonly Violation[] {
  const where = { session: session.id, group: group.label };
  if (!isInvited(session, group)) return here.length === 0 ? [] : [violate('timetable.not-invited', where)];
  if (here.length > 1) return [violate('timetable.row-repeated', { ...where, rows: here.length })];
  if (here.length === 0) return mayStayAway(session, isFree) ? [] : [violate('timetable.row-missing', where)];
  const { kind } = here[0].row;
  if (!session.kinds.includes(kind)) return [violate('timetable.wrong-kind', { ...where, kind })];
  // Where groups either hear or work, one that cannot hear may still work.
  const isRefused = kind === 'hearing' || (kind === 'work' && !session.kinds.includes('hearing'));
  return !isFree && isRefused ? [violate('timetable.group-unavailable', { ...where, kind })] : [];
}

function isInvited({ audience }: Session, group: Group): boolean {
  return audience.kind !== 'theme' || audience.theme === group.theme;
}

/** A session of hearings alone is for those who hear; a group that cannot come neither hears nor works. */
function mayStayAway({ kinds }: Session, isFree: boolean): boolean {
  if (kinds.every((kind) => kind === 'hearing')) return true;
  return !isFree && kinds.every((kind) => kind === 'hearing' || kind === 'work');
}

function findDoubleBookings(group: Group, entries: readonly Entry[]): readonly Violation[] {
  const sessions = [...new Set(entries.filter((entry) => entry.group === group).map((entry) => entry.session))];
  return sessions.flatMap((session, index) =>
    sessions
      .slice(index + 1)
      .filter((other) => overlap(session, other))
      .map((other) => violate('timetable.group-twice', { group: group.label, session: session.id, other: other.id })),
  );
}
