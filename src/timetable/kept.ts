import { dayNumber } from '../domain/day.js';
import type { PublishedRow } from '../domain/timetable.js';
import type { TimetableModel } from './model.js';
import type { Publication } from './publication.js';

/** What was published, by the numbers of the programme as it is now; what is no more in the programme is left out. */
export interface Kept {
  /** What a group was to do in a session; `undefined` where nothing was published. */
  readonly rowAt: (group: number, session: number) => PublishedRow | undefined;
  /** Whether that is past or locked by a person, and stays as it is. */
  readonly isFixed: (group: number, session: number) => boolean;
  readonly isPast: (session: number) => boolean;
  /** The witness that the group was to hear; −1: none. */
  readonly witnessAt: (group: number, session: number) => number;
  /** −1: none. */
  readonly roomAt: (group: number, session: number) => number;
  /** What changing one row of a session counts: the more the nearer its day. */
  readonly weightOf: (session: number) => number;
}

/** From so many days before a session on, a change counts so many times. */
const NEAR: readonly (readonly [days: number, weight: number])[] = [
  [2, 4],
  [7, 3],
  [14, 2],
];

/** Numbers what was published. Cancelled rows are none. */
export function numberKept(model: TimetableModel, { rows, today }: Publication): Kept {
  const sessionOf = new Map(model.sessions.map(({ id }, session) => [id, session]));
  const groupOf = new Map(model.groups.map(({ label }, group) => [label, group]));
  const witnessOf = new Map(model.witnesses.map(({ id }, witness) => [id, witness]));
  const roomOf = new Map(model.rooms.map(({ id }, room) => [id, room]));
  const byPlace = new Map<number, PublishedRow>();
  const placeOf = (group: number, session: number): number => group * model.sessions.length + session;
  for (const row of rows) {
    const session = sessionOf.get(row.session);
    const group = groupOf.get(row.group);
    if (session === undefined || group === undefined || row.status === 'cancelled') continue;
    byPlace.set(placeOf(group, session), row);
  }
  const rowAt = (group: number, session: number) => byPlace.get(placeOf(group, session));
  const isPast = (session: number) => today !== '' && model.sessions[session].date < today;
  const weights = model.sessions.map(({ date }) => {
    const days = today === '' ? Infinity : dayNumber(date) - dayNumber(today);
    return NEAR.find(([within]) => days <= within)?.[1] ?? 1;
  });
  return {
    rowAt,
    isPast,
    isFixed: (group, session) => {
      const row = rowAt(group, session);
      return row !== undefined && (row.isLocked || isPast(session));
    },
    witnessAt: (group, session) => {
      const row = rowAt(group, session);
      return row?.kind === 'hearing' ? (witnessOf.get(row.witnesses[0] ?? '') ?? -1) : -1;
    },
    roomAt: (group, session) => roomOf.get(rowAt(group, session)?.room ?? '') ?? -1,
    weightOf: (session) => weights[session],
  };
}
