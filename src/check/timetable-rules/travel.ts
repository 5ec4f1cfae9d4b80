import { compareText } from '../../domain/fold.js';
import { createTravel } from '../../domain/travel.js';
import type { Violation } from '../violation.js';
import type { Case, Entry } from './case.js';
import { violate } from './violation.js';

/** Everybody has the time from each session to the next of the day that the way between their sites takes; rows without a site say nothing. */
export function checkTravel({ programme, groups, entries }: Case): readonly Violation[] {
  if (programme.travel === undefined) return [];
  const minutesBetween = createTravel(programme.travel);
  const check = (who: Readonly<Record<string, string>>, own: readonly Entry[]): readonly Violation[] => {
    const inTime = own
      .filter(({ row }) => row.site !== '')
      .toSorted((a, b) => compareText(a.session.date, b.session.date) || a.session.start - b.session.start);
    return inTime.flatMap(({ row, session }, at) => {
      const before = inTime[at - 1];
      if (before === undefined || before.session === session || before.session.date !== session.date) return [];
      const minutes = session.start - before.session.end;
      const needed = minutesBetween(before.row.site, row.site);
      if (needed <= Math.max(0, minutes)) return [];
      return [violate('timetable.travel', { ...who, session: session.id, other: before.session.id, minutes, needed })];
    });
  };
  return [
    ...groups.flatMap((group) =>
      check(
        { group: group.label },
        entries.filter((entry) => entry.group === group),
      ),
    ),
    ...programme.witnesses.flatMap(({ id }) =>
      check(
        { witness: id },
        entries.filter(({ row }) => row.witnesses.includes(id)),
      ),
    ),
  ];
}
