import type { SessionKind } from './session.js';
import type { Source } from './source.js';

export type RowStatus = 'new' | 'moved' | 'cancelled' | 'unchanged';

/** What one group does in one session. */
export interface TimetableRow {
  /** Stable key of the event: module, session and group. No personal data. */
  readonly uid: string;
  /** Raised when a published row changes; 0 at first, 1 where the session was published without it. */
  readonly version: number;
  readonly session: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Minutes after midnight; of the group's own presentation where the session has an order. */
  readonly start: number;
  readonly end: number;
  readonly kind: SessionKind;
  readonly group: string;
  readonly theme: string;
  readonly strand: string;
  /** `''` where the session needs no room (visits) or the module lists none. */
  readonly room: string;
  readonly site: string;
  /** The witness heard, or the members of the jury. */
  readonly witnesses: readonly string[];
  /** Rank of the presentation in its jury's session, from 1; absent for other kinds. */
  readonly order?: number;
  readonly status: RowStatus;
  /** Day on which the version was raised to what it is, `YYYY-MM-DD`; `''` where nobody has said what day it was. */
  readonly changed: string;
  /** Whether a person wants the row to stay as it is: a repair leaves it alone. Nothing of ours sets it. */
  readonly isLocked: boolean;
}

/** A row of a list that was published, and where it stands in it. */
export interface PublishedRow extends TimetableRow {
  readonly source: Source;
}

/** Rows sorted by date, start, session, then group in group order. */
export interface Timetable {
  readonly rows: readonly TimetableRow[];
}

/** The rows without those that were cancelled already when the list was published before: their readers have been told. */
export function withoutOldNews(
  rows: readonly TimetableRow[],
  before: readonly TimetableRow[] = [],
): readonly TimetableRow[] {
  const told = new Set(before.filter(({ status }) => status === 'cancelled').map(({ uid }) => uid));
  return rows.filter(({ uid, status }) => status !== 'cancelled' || !told.has(uid));
}
