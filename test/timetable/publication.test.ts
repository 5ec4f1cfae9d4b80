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
      'S1 VILLE-A1 4 cancelled T1',
      'S1 VILLE-A2 1 new T1',
    ]);
  });

  it('stand, when they are gone, where they stood among those of their time', () => {
    const list = ['VILLE-A1', 'VILLE-A2', 'VILLE-B1'].map((group) => row({ group }));
    const places = (kept: readonly number[], date: string) =>
      after(
        list.map((each) => ({ ...each, date })),
        kept.map((index) => ({ ...list[index], date })),
      ).map((line) => line.split(' ').slice(1, 4).join(' '));
    expect(places([1, 2], '2018-02-12')).toEqual([
      'VILLE-A1 1 cancelled',
      'VILLE-A2 0 unchanged',
      'VILLE-B1 0 unchanged',
    ]);
    expect(places([0, 2], '2018-02-07')).toEqual([
      'VILLE-A1 0 unchanged',
      'VILLE-A2 0 unchanged',
      'VILLE-B1 0 unchanged',
    ]);
    expect(places([0], '2018-02-12')).toEqual(['VILLE-A1 0 unchanged', 'VILLE-A2 1 cancelled', 'VILLE-B1 1 cancelled']);
    expect(places([], '2018-02-12')).toEqual(['VILLE-A1 1 cancelled', 'VILLE-A2 1 cancelled', 'VILLE-B1 1 cancelled']);
  });

  it('stand, when they are past, where they stood, though the programme would have them at another hour', () => {
    const list = ['VILLE-A1', 'VILLE-A2'].map((group) => row({ group, date: '2018-02-07' }));
    const other = { ...list[0], start: 600 };
    expect(after(list, [list[1], other])).toEqual(['S1 VILLE-A1 0 unchanged T1', 'S1 VILLE-A2 0 unchanged T1']);
  });

  it('leave the members of a jury in the order in which they were told', () => {
    const jury = row({ kind: 'presentation', witnesses: ['J2', 'J1'] });
    expect(after([jury], [{ ...jury, witnesses: ['J1', 'J2'] }])).toEqual(['S1 VILLE-A1 0 unchanged J2+J1']);
  });
});
