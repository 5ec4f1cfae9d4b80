import { describe, expect, it } from 'vitest';
import { readAttendedSessions } from '../../src/readers/attended-sessions-reader.js';
import { writeTimetable } from '../../src/writers/timetable-list.js';
import { row, rows } from '../check/small-programme.js';
import { brief, file, NO_COLUMNS } from './facts.js';

const read = (text: string) => {
  const { value, diagnostics } = readAttendedSessions(file(text, 't.csv'), NO_COLUMNS);
  return { rows: value, errors: brief(diagnostics) };
};

describe('readAttendedSessions', () => {
  it.each(['en', 'fr'] as const)('reads a timetable of ours in %s, without its cancelled rows', (language) => {
    const cancelled = row('S1', 'A1', 'work', 'R1', { status: 'cancelled' });
    const moved = row('S2', 'A1', 'work', 'R1', { status: 'moved' });
    const text = writeTimetable({ timetable: { rows: [...rows, cancelled, moved] }, dialect: 'excel-fr', language });
    expect(read(text)).toEqual({
      rows: [...rows, moved].map(({ group, date, start, end }) => ({ group, date, start, end })),
      errors: [],
    });
  });

  it('reads a list made by hand', () => {
    expect(read('Groupe;Jour;Début;Fin;Remarque\nG1;12/02/2018;9h;12h30;x\n')).toEqual({
      rows: [{ group: 'G1', date: '2018-02-12', start: 540, end: 750 }],
      errors: [],
    });
  });

  it('reports every cell that is wrong, and keeps the other rows', () => {
    const { rows: kept, errors } = read(
      'group,date,start,end,status\n,2018-02-12,9h,10h,\nG1,30/02/2018,9h,10h,new\nG1,2018-02-12,11h,10h,new\nG1,2018-02-12,9h,noon,new\nG1,2018-02-12,9h,10h,canceld\nG2,2018-02-12,9h,10h,\n',
    );
    expect(errors).toEqual([
      'cell.empty t.csv:2:1 [group]',
      'cell.no-such-day t.csv:3:2 [date] "30/02/2018"',
      'session.end-before-start t.csv:4:4 [end] "10h"',
      'cell.not-a-time t.csv:5:4 [end] "noon"',
      'cell.not-one-of t.csv:6:5 [status] "canceld" -> canceled',
    ]);
    expect(kept.map(({ group }) => group)).toEqual(['G1', 'G2']);
  });

  it('needs a column for group, day and times', () => {
    expect(read('group,date\nG1,2018-02-12\n').errors).toEqual(['column.missing t.csv:1', 'column.missing t.csv:1']);
  });
});
