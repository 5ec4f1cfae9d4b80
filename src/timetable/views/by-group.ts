import type { TimetableView, ViewColumn } from '../../domain/timetable-view.js';
import { rowsByGroup } from '../../domain/rows-by-group.js';
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

/** Every row of the timetable once, in group order; then the rows of groups that are no more, which were cancelled. */
export function viewByGroup({ timetable, groups, describe }: ViewInput): TimetableView {
  const rowsOf = rowsByGroup(timetable.rows);
  const labels = new Set([...groups.map(({ label }) => label), ...rowsOf.keys()]);
  const lines = [...labels].flatMap((label) =>
    (rowsOf.get(label) ?? []).map((row) => ({ group: label, ...describe([row]) })),
  );
  return { by: 'group', columns: COLUMNS, lines };
}
