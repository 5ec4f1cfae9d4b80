import { describe, expect, it } from 'vitest';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import { gatherRows, gatherWithFormer } from '../../../src/writers/calendar/gathering.js';
import { sessionRevisions } from '../../../src/writers/calendar/revision.js';
import { row } from './calendar-cases.js';

const bySession = ({ session }: TimetableRow): string => session;
const shapes = (gatherings: ReturnType<typeof gatherRows>) =>
  gatherings.map(({ key, rows, isCancelled }) => [key, rows.map(({ group }) => group).join(' '), isCancelled]);

describe('rows of one key', () => {
  it('are one gathering if they are at one place and time', () => {
    const rows = [row({ group: 'A' }), row({ group: 'B' }), row({ group: 'C', session: 'S2' })];
    expect(shapes(gatherRows(rows, bySession))).toEqual([
      ['S1', 'A B', false],
      ['S2', 'C', false],
    ]);
  });

  it('may follow each other if they are presentations', () => {
    const presentation = { kind: 'presentation', witnesses: ['J1', 'J2'] } as const;
    const rows = [
      row({ ...presentation, group: 'A', start: 540, end: 570 }),
      row({ ...presentation, group: 'B', start: 570, end: 600, witnesses: ['J2', 'J1'] }),
    ];
    expect(shapes(gatherRows(rows, bySession))).toEqual([['S1', 'A B', false]]);
    const hearings = rows.map((each) => ({ ...each, kind: 'hearing' as const }));
    expect(shapes(gatherRows(hearings, bySession))).toEqual([
      ['S1', 'A', false],
      ['S1.2', 'B', false],
    ]);
  });

  it('leave out what is cancelled while anything is left, and are cancelled when nothing is', () => {
    const cancelled = row({ group: 'A', status: 'cancelled', room: 'elsewhere' });
    expect(shapes(gatherRows([cancelled, row({ group: 'B' })], bySession))).toEqual([['S1', 'B', false]]);
    expect(shapes(gatherRows([cancelled], bySession))).toEqual([['S1', 'A', true]]);
  });
});

describe('what a former list gathered', () => {
  it('is cancelled if nothing has its key now, and not if something has', () => {
    const former = [row({ group: 'A' }), row({ group: 'B', session: 'S2' })];
    expect(shapes(gatherWithFormer([row({ group: 'A', room: 'R9' })], former, bySession))).toEqual([
      ['S1', 'A', false],
      ['S2', 'B', true],
    ]);
  });
});

describe('the revision of a gathering', () => {
  const revision = (...rows: readonly TimetableRow[]) => sessionRevisions(rows).get('S1');

  it('is the sum of the versions of its session, and the last day of change', () => {
    expect(
      revision(
        row({ version: 2, changed: '2018-01-20' }),
        row({ group: 'B', version: 1, changed: '2018-01-25' }),
        row({ group: 'C', session: 'S2', version: 9, changed: '2018-02-01' }),
      ),
    ).toEqual({ sequence: 3, stamp: '2018-01-25' });
  });

  it('counts a row that was cancelled, and one that went elsewhere', () => {
    const before = revision(row({ version: 1 }), row({ group: 'B' }));
    const left = revision(
      row({ version: 1 }),
      row({ group: 'B', version: 1, kind: 'work', room: 'R9', witnesses: [] }),
    );
    const cancelled = revision(row({ version: 1 }), row({ group: 'B', version: 1, status: 'cancelled' }));
    expect([before?.sequence, left?.sequence, cancelled?.sequence]).toEqual([1, 2, 2]);
  });

  it('has a day that never moves where nobody said one', () => {
    expect(revision(row({ version: 4 }))?.stamp).toBe('2017-01-01');
    expect(revision(row({ version: 4, changed: '2017-12-20' }))?.stamp).toBe('2017-12-20');
  });
});
