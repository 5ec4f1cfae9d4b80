import { compareText, fold } from '../../domain/fold.js';
import type { TimetableView, ViewColumn } from '../../domain/timetable-view.js';
import { gather } from './gathering.js';
import type { ViewInput } from './view-request.js';

const COLUMNS: readonly ViewColumn[] = [
  'room',
  'site',
  'capacity',
  'date',
  'start',
  'end',
  'session',
  'sessionTitle',
  'kind',
  'groups',
  'people',
  'themes',
  'strands',
  'witnesses',
  'status',
];

/**
 * One line a gathering: a plenary, a joint hearing and all the presentations before one jury are one line each, from the first
 * start to the last end. What takes place in no room has no line.
 */
export function viewByRoom({ timetable, programme, describe }: ViewInput): TimetableView {
  const gatheringsOf = new Map(programme.rooms.map(({ id }): [string, ReturnType<typeof describe>[]] => [id, []]));
  for (const rows of gather(timetable.rows)) gatheringsOf.get(rows[0].room)?.push(describe(rows));
  const rooms = programme.rooms.toSorted(
    (a, b) => compareText(fold(a.site), fold(b.site)) || compareText(fold(a.id), fold(b.id)),
  );
  const lines = rooms.flatMap(({ id, site, capacity }) =>
    (gatheringsOf.get(id) ?? []).map(({ order: _order, ...gathering }) => ({
      ...gathering,
      room: id,
      site: site || gathering.site,
      capacity,
    })),
  );
  return { by: 'room', columns: COLUMNS, lines };
}
