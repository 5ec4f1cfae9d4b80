import { describe, expect, it } from 'vitest';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { publishAfter } from '../../src/timetable/publication.js';
import { row } from '../writers/calendar/calendar-cases.js';

/** The rows published after others on 8 February 2018, as group, version, status and witnesses. */
function after(before: readonly TimetableRow[], rows: readonly TimetableRow[]): readonly string[] {
  const published = before.map((each) => ({ ...each, source: { file: 'timetable.csv' } }));
  return publishAfter(rows, { rows: published, today: '2018-02-08' }).map(
    ({ session, group, version, status, witnesses }) =>
      `${session} ${group} ${version} ${status} ${witnesses.join('+')}`,
  );
}

describe('rows that are published after others', () => {
  it('begin at version 0, but at 1 where their session was published without them, even if nothing of it is left', () => {
    const added = row({ group: 'VILLE-A2' });
    expect(after([], [row(), added])).toEqual(['S1 VILLE-A1 0 new T1', 'S1 VILLE-A2 0 new T1']);
    expect(after([row()], [row(), added])).toEqual(['S1 VILLE-A1 0 unchanged T1', 'S1 VILLE-A2 1 new T1']);
    expect(after([row({ session: 'S2' })], [row()])).toEqual(['S1 VILLE-A1 0 new T1', 'S2 VILLE-A1 1 cancelled T1']);
    expect(after([row({ status: 'cancelled', version: 4 })], [added])).toEqual([
      'S1 VILLE-A2 1 new T1',
      'S1 VILLE-A1 4 cancelled T1',
    ]);
  });

  it('leave the members of a jury in the order in which they were told', () => {
    const jury = row({ kind: 'presentation', witnesses: ['J2', 'J1'] });
    expect(after([jury], [{ ...jury, witnesses: ['J1', 'J2'] }])).toEqual(['S1 VILLE-A1 0 unchanged J2+J1']);
  });
});
