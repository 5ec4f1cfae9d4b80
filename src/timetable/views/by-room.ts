import { compareText, fold } from '../../domain/fold.js';
import type { Room } from '../../domain/room.js';
import type { TimetableView, ViewColumn, ViewLine } from '../../domain/timetable-view.js';
import { gather, type Gathering } from './gathering.js';
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
 * start to the last end. What takes place in no room has no line. Rooms that the module lists no
 * more come last: what was to take place there was cancelled.
 */
export function viewByRoom({ timetable, programme, describe }: ViewInput): TimetableView {
  const gatheringsOf = new Map<string, Gathering[]>();
  for (const rows of gather(timetable.rows.filter(({ room }) => room !== ''))) {
    const gathering = describe(rows);
    const own = gatheringsOf.get(gathering.room);
    if (own === undefined) gatheringsOf.set(gathering.room, [gathering]);
    else own.push(gathering);
  }
  const rooms = programme.rooms.toSorted(
    (a, b) => compareText(fold(a.site), fold(b.site)) || compareText(fold(a.id), fold(b.id)),
  );
  const known = new Map(rooms.map((room): [string, Partial<Room>] => [room.id, room]));
  const ids = new Set([...known.keys(), ...gatheringsOf.keys()]);
  const lines = [...ids].flatMap((id) =>
    (gatheringsOf.get(id) ?? []).map(({ order: _order, ...gathering }): ViewLine => {
      const { site, capacity } = known.get(id) ?? {};
      return { ...gathering, site: site || gathering.site, ...(capacity === undefined ? {} : { capacity }) };
    }),
  );
  return { by: 'room', columns: COLUMNS, lines };
}
