import type { Timetable } from '../../domain/timetable.js';
import type { Violation } from '../violation.js';
import { liveRows, partition, type Case, type Entry } from './case.js';
import { violate } from './violation.js';

/** Every row refers to what exists, under a key of its own. */
export function checkReferences(timetable: Timetable, { programme, groups }: Case): readonly Violation[] {
  const sessions = new Set(programme.sessions.map((session) => session.id));
  const labels = new Set(groups.map((group) => group.label));
  const unknown = liveRows(timetable).flatMap(({ session, group }) => [
    ...(sessions.has(session) ? [] : [violate('timetable.unknown-session', { session, group })]),
    ...(labels.has(group) ? [] : [violate('timetable.unknown-group', { session, group })]),
  ]);
  const repeated = [...partition(timetable.rows, (row) => row.uid)]
    .filter(([, rows]) => rows.length > 1)
    .map(([uid, rows]) => violate('timetable.uid-repeated', { uid, rows: rows.length }));
  return [...unknown, ...repeated];
}

/** Every row repeats its session's and its group's own facts rightly. A presentation has minutes of its own inside the session. */
export function checkRow({ row, session, group }: Entry): readonly Violation[] {
  const where = { session: session.id, group: group.label };
  const found: Violation[] = [];
  if (row.theme !== group.theme || row.strand !== group.strand) {
    found.push(violate('timetable.wrong-theme', { ...where, theme: row.theme, strand: row.strand }));
  }
  if (row.date !== session.date) {
    found.push(violate('timetable.wrong-date', { ...where, date: row.date, expected: session.date }));
  }
  const isTimeRight =
    row.kind === 'presentation'
      ? row.start >= session.start && row.end <= session.end
      : row.start === session.start && row.end === session.end;
  if (!isTimeRight) found.push(violate('timetable.wrong-time', { ...where, start: row.start, end: row.end }));
  if (row.kind !== 'presentation' && row.order !== undefined) {
    found.push(violate('timetable.order-unexpected', { ...where, order: row.order }));
  }
  return found;
}
