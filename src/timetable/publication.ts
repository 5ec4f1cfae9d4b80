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
  const places = [...known.keys()];
  /** Rows that the programme no longer moves, by place. */
  const settled = new Map<string, TimetableRow>();
  const published = rows.flatMap((row): readonly TimetableRow[] => {
    const place = placeOf(row);
    const old = known.get(place);
    // Nobody can be told any more to have been there.
    if (before.length > 0 && isPast(row) && (old === undefined || old.status === 'cancelled')) return [];
    if (old === undefined) {
      // What is told of the whole session has changed too, though no row that was there says so.
      const version = sessions.has(row.session) ? 1 : 0;
      return [{ ...row, uid: freeKey(row.uid, keys), version, status: 'new', changed: today }];
    }
    known.delete(place);
    if (old.status !== 'cancelled' && isPast(old) && isPast(row)) {
      settled.set(place, asItWas(old));
      return [];
    }
    const { uid, version, changed, isLocked, witnesses } = old;
    if (old.status !== 'cancelled' && isSame(row, old)) {
      return [{ ...row, uid, version, changed, isLocked, witnesses, status: 'unchanged' }];
    }
    const status = old.status === 'cancelled' ? 'new' : 'moved';
    return [{ ...row, uid, version: version + 1, changed: today, isLocked, status }];
  });
  for (const [place, old] of known) {
    const { source: _source, ...row } = old;
    if (old.status === 'cancelled') settled.set(place, row);
    else if (isPast(old)) settled.set(place, asItWas(old));
    else settled.set(place, { ...row, version: row.version + 1, status: 'cancelled', changed: today });
  }
  return mergeInOrder(published, settled, places);
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

/** Each settled row where it stood: after those of its time that it came after, so that what is told of all of them stays. */
function mergeInOrder(
  rows: readonly TimetableRow[],
  settled: ReadonlyMap<string, TimetableRow>,
  places: readonly string[],
): readonly TimetableRow[] {
  const merged = [...rows];
  const previous = new Set<string>();
  for (const place of places) {
    const row = settled.get(place);
    if (row !== undefined) {
      const after = merged.findLastIndex((other) => {
        const order = compareTime(other, row);
        return order === 0 ? previous.has(placeOf(other)) : order < 0;
      });
      merged.splice(after + 1, 0, row);
    }
    previous.add(place);
  }
  return merged;
}

function compareTime(a: TimetableRow, b: TimetableRow): number {
  return compareText(a.date, b.date) || a.start - b.start || compareText(a.session, b.session);
}
