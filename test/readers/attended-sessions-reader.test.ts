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
      rows: [...rows, moved].map(({ group, date, start, end, order }) => ({
        group,
        date,
        start,
        end,
        // Two juries in one session, of two groups each.
        ...(order === undefined ? {} : { presentation: { rank: order, of: 2 } }),
      })),
      errors: [],
    });
  });

  const ranksOf = (text: string) => {
    const { rows: found, errors } = read(text);
    expect(errors).toEqual([]);
    return found.map(({ group, presentation }) => `${group} ${presentation?.rank}/${presentation?.of}`);
  };

  it('counts the groups of a jury by theme, by room where no theme is named, and up to the last rank of a list that is cut', () => {
    const header = 'group,date,start,end,session,kind,theme,room,site,order';
    const line = (group: string, session: string, rest: string) => `${group},2018-02-12,9h,10h,${session},${rest}`;
    const lines = [
      line('G1', 'S1', 'presentation,VILLE,R1,,1'),
      line('G2', 'S1', 'Restitution,ville,R1,,2'),
      line('G3', 'S1', 'presentation,EUROPE,R1,,1'),
      line('G1', 'S2', 'presentation,,R1,,2'),
      line('G2', 'S2', 'presentation,,R2,,1'),
      line('G3', 'S2', 'presentation,,R1,,1'),
      line('G1', 'S3', 'presentation,VILLE,,INET,4'),
      line('G2', 'S3', 'presentation,VILLE,,ENA,1'),
    ];
    expect(ranksOf([header, ...lines, ''].join('\n'))).toEqual([
      'G1 1/2',
      'G2 2/2',
      'G3 1/1',
      'G1 2/2',
      'G2 1/1',
      'G3 1/2',
      'G1 4/4',
      'G2 1/1',
    ]);
  });

  it('leaves cancelled presentations out of the count, and knows no rank without kind and order', () => {
    const header = 'group,date,start,end,kind,order,status';
    const line = (group: string, rest: string) => `${group},2018-02-12,9h,10h,${rest}`;
    const lines = [
      line('G1', 'presentation,1,'),
      line('G2', 'presentation,3,cancelled'),
      line('G3', 'presentation,2,'),
    ];
    expect(ranksOf([header, ...lines, ''].join('\n'))).toEqual(['G1 1/2', 'G3 2/2']);
    const others = [line('G1', 'presentation,,'), line('G2', 'lecture,2,'), line('G3', ',1,'), line('G4', 'work,1,')];
    expect(new Set(ranksOf([header, ...others, ''].join('\n')).map((text) => text.slice(3)))).toEqual(
      new Set(['undefined/undefined']),
    );
    expect(ranksOf('group,date,start,end,order\nG1,2018-02-12,9h,10h,1\n')).toEqual(['G1 undefined/undefined']);
    expect(read(`${header}\n${line('G1', 'presentation,first,')}\n`).errors).toEqual([
      'cell.not-a-whole-number t.csv:2:6 [order] "first"',
    ]);
  });

  it('reads a list made by hand', () => {
    expect(read('Groupe;Jour;Début;Fin;Lieu;Site;Nature;Type\nG1;12/02/2018;9h;12h30;x;y;z;t\n')).toEqual({
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

  it('reports a session that ends as it starts, and from when', () => {
    const { value, diagnostics } = readAttendedSessions(
      file('group,date,start,end\nG1,2018-02-12,9h,9h\nG1,2018-02-12,x,9h\n', 't.csv'),
      NO_COLUMNS,
    );
    expect(value).toEqual([]);
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['session.end-before-start', { start: '9h' }],
      ['cell.not-a-time', {}],
    ]);
  });

  it('needs a column for group, day and times', () => {
    expect(read('group,date\nG1,2018-02-12\n').errors).toEqual(['column.missing t.csv:1', 'column.missing t.csv:1']);
  });
});
