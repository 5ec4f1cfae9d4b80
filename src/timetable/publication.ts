import { compareText } from '../domain/fold.js';
import type { PublishedRow, TimetableRow } from '../domain/timetable.js';

/** What a timetable was when it was last published, and the day on which it is published again. */
export interface Publication {
  readonly rows: readonly PublishedRow[];
  /** `YYYY-MM-DD`; `''`: nobody says what day it is, and no session counts as past or near. */
  readonly today: string;
}

/**
 * The rows as they are to be published after others: each takes over key and lock of the row that its group had in that session,
 * and its version, one higher where anything that people are told has changed. What is past stays as it was. Rows that are no more
 * are cancelled, and stay in the list, so that a row that comes back goes on from there. A row that joins a session which was published
 * begins at 1. So the sum of the versions of a session never falls, and rises with every change of what is told of it.
 */
export function publishAfter(
  rows: readonly TimetableRow[],
  { rows: before, today }: Publication,
): readonly TimetableRow[] {
  const known = new Map(before.map((row) => [placeOf(row), row]));
  const keys = new Set(before.map(({ uid }) => uid));
  const sessions = new Set(before.map(({ session }) => session));
  const isPast = ({ date }: TimetableRow) => date < today;
  const published = rows.map((row): TimetableRow => {
    const old = known.get(placeOf(row));
    if (old === undefined) {
      // What is told of the whole session has changed too, though no row that was there says so.
      const version = sessions.has(row.session) ? 1 : 0;
      return { ...row, uid: freeKey(row.uid, keys), version, status: 'new', changed: today };
    }
    known.delete(placeOf(row));
    if (old.status !== 'cancelled' && isPast(old) && isPast(row)) return asItWas(old);
    const { uid, version, changed, isLocked, witnesses } = old;
    if (old.status !== 'cancelled' && isSame(row, old)) {
      return { ...row, uid, version, changed, isLocked, witnesses, status: 'unchanged' };
    }
    const status = old.status === 'cancelled' ? 'new' : 'moved';
    return { ...row, uid, version: version + 1, changed: today, isLocked, status };
  });
  const gone = [...known.values()].map((old): TimetableRow => {
    const { source: _source, ...row } = old;
    if (old.status === 'cancelled') return row;
    return isPast(old) ? asItWas(old) : { ...row, version: row.version + 1, status: 'cancelled', changed: today };
  });
  return mergeInOrder(published, gone);
}

function asItWas({ source: _source, ...row }: PublishedRow): TimetableRow {
  return { ...row, status: 'unchanged' };
}

/** Whether two rows tell the same. The titles of theme and strand are the group's, and no news of the row. */
export function isSame(a: TimetableRow, b: TimetableRow): boolean {
  return (
    a.date === b.date &&
    a.start === b.start &&
    a.end === b.end &&
    a.kind === b.kind &&
    a.room === b.room &&
    a.site === b.site &&
    a.order === b.order &&
    a.witnesses.toSorted(compareText).join('|') === b.witnesses.toSorted(compareText).join('|')
  );
}

/** A group does one thing in a session: that tells a row, whatever its key was made of. */
function placeOf({ session, group }: TimetableRow): string {
  return JSON.stringify([session, group]);
}

function freeKey(uid: string, taken: Set<string>): string {
  let free = uid;
  for (let number = 2; taken.has(free); number++) free = `${uid}-${number}`;
  taken.add(free);
  return free;
}

/** Each row that is gone after the last that is not later. */
function mergeInOrder(rows: readonly TimetableRow[], cancelled: readonly TimetableRow[]): readonly TimetableRow[] {
  const merged = [...rows];
  for (const row of cancelled) {
    const after = merged.findLastIndex((other) => compareTime(other, row) <= 0);
    merged.splice(after + 1, 0, row);
  }
  return merged;
}

function compareTime(a: TimetableRow, b: TimetableRow): number {
  return compareText(a.date, b.date) || a.start - b.start || compareText(a.session, b.session);
}
