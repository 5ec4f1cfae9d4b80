import type { DocumentTimetable } from '../../report/plan-document/document-timetable.js';
import type { ViewLine } from '../../domain/timetable-view.js';

/** Lines by day, days in order. What takes place in a room comes first, in the order of the rooms; what takes place in none is gathered from its groups. */
export function gatheringsByDay({ byRoom, byGroup }: DocumentTimetable): ReadonlyMap<string, readonly ViewLine[]> {
  const lines = [...byRoom.lines, ...gatherRoomless(byGroup.lines)];
  const dates = [...new Set(lines.map(({ date = '' }) => date))].toSorted();
  const byDay = new Map(dates.map((date): [string, ViewLine[]] => [date, []]));
  for (const line of lines) byDay.get(line.date ?? '')?.push(line);
  return byDay;
}

/** One line a session, kind, site and witnesses instead of one a group. */
function gatherRoomless(lines: Iterable<ViewLine>): readonly ViewLine[] {
  const gathered = new Map<string, ViewLine>();
  for (const line of lines) {
    if (line.room !== '') continue;
    const { session, kind, site, witnesses, status, start = 0, end = 0, group = '' } = line;
    const key = JSON.stringify([session, kind, site, witnesses, status === 'cancelled']);
    const known = gathered.get(key);
    const { order: _order, ...shared } = line;
    gathered.set(key, {
      ...(known ?? shared),
      groups: [...(known?.groups ?? []), group],
      start: Math.min(start, known?.start ?? start),
      end: Math.max(end, known?.end ?? end),
    });
  }
  return [...gathered.values()];
}
