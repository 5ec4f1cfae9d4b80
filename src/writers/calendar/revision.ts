import type { TimetableRow } from '../../domain/timetable.js';

/** Which state of an event it is. */
export interface Revision {
  /** SEQUENCE (RFC 5545 section 3.8.7.4). */
  readonly sequence: number;
  /** Day of DTSTAMP, `YYYY-MM-DD`. */
  readonly stamp: string;
}

/** Of the event of one row: its version, and the day of its last change. */
export function rowRevision({ version, changed, date }: TimetableRow): Revision {
  return { sequence: version, stamp: changed === '' ? firstStamp(date) : changed };
}

/**
 * Of a gathering, by session. A row that leaves it says so nowhere but in its own version, wherever the row is now, so all versions of the
 * session are added up: the sum rises with every change of the gathering and never falls while the session keeps its rows. It also rises
 * when something else of the session changes, which does no harm: a revision may say what the last one said.
 */
export function sessionRevisions(rows: readonly TimetableRow[]): ReadonlyMap<string, Revision> {
  const revisions = new Map<string, Revision>();
  for (const row of rows) {
    const { sequence, stamp } = rowRevision(row);
    const known = revisions.get(row.session);
    revisions.set(row.session, {
      sequence: sequence + (known?.sequence ?? 0),
      stamp: known !== undefined && known.stamp > stamp ? known.stamp : stamp,
    });
  }
  return revisions;
}

/**
 * Where nobody has said what day a row was changed: 1 January of the year before its own date, which is before any day on which somebody
 * is likely to publish a change, and moves with nothing but that year.
 */
function firstStamp(date: string): string {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}-01-01`;
}
