import type { TimetableRow } from '../../domain/timetable.js';
import type { TimetableView, ViewColumn } from '../../domain/timetable-view.js';
import type { ViewInput } from './view-request.js';

const COLUMNS: readonly ViewColumn[] = [
  'group',
  'date',
  'start',
  'end',
  'session',
  'sessionTitle',
  'kind',
  'themes',
  'strands',
  'room',
  'site',
  'witnesses',
  'order',
  'status',
];

/** Every row of the timetable once, in group order. */
export function viewByGroup({ timetable, groups, describe }: ViewInput): TimetableView {
  const rowsOf = indexByGroup(timetable.rows);
  const lines = groups.flatMap(({ label }) =>
    (rowsOf.get(label) ?? []).map((row) => ({ group: label, ...describe([row]) })),
  );
  return { by: 'group', columns: COLUMNS, lines };
}

/** The rows of each group, in the order of the timetable. */
export function indexByGroup(rows: readonly TimetableRow[]): ReadonlyMap<string, readonly TimetableRow[]> {
  const rowsOf = new Map<string, TimetableRow[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.group);
    if (own === undefined) rowsOf.set(row.group, [row]);
    else own.push(row);
  }
  return rowsOf;
}
