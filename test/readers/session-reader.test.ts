import { describe, expect, it } from 'vitest';
import { readSessions } from '../../src/readers/session-reader.js';
import { brief, file, NO_COLUMNS, theme } from './facts.js';

const HEADER = 'session;date;start;end;kind;audience;site;minutes';
const read = (...rows: readonly string[]) => {
  const references = { themes: [theme('VILLE', ['A'], 'La ville'), theme('EUROPE')] };
  const { value, diagnostics } = readSessions(file([HEADER, ...rows].join('\n'), 's.csv'), NO_COLUMNS, references);
  return { sessions: value, errors: brief(diagnostics) };
};

describe('breaks', () => {
  const readBreaks = (cell: string, kind = 'presentation', header = 'break') => {
    const text = `session;date;start;end;kind;${header}\nS1;12/02/2018;9h;12h30;${kind};${cell}\n`;
    const { value, diagnostics } = readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] });
    return { breaks: value[0]?.breaks, errors: brief(diagnostics) };
  };
  const times = (start: number, end: number) => ({ kind: 'times', start, end });

  it('are times, in any of our spellings, and one number of minutes', () => {
    for (const cell of ['10h30-10h45', '10:30–10:45', '10 h 30 — 10:45:00', '10h30\u201110h45'])
      expect(readBreaks(cell)).toEqual({ breaks: [times(630, 645)], errors: [] });
    expect(readBreaks('15 | 11h-11h10|9h-9h05', 'restitution', 'Pause')).toEqual({
      breaks: [times(540, 545), times(660, 670), { kind: 'halfway', minutes: 15 }],
      errors: [],
    });
    expect(readBreaks('10h30-10h45|10h45-11h|12h-12h30').breaks).toHaveLength(3);
    expect(readBreaks('10h45-11h|10h30-10h45').breaks).toHaveLength(2);
    expect(readBreaks('1').breaks).toEqual([{ kind: 'halfway', minutes: 1 }]);
    expect(readBreaks('10h30-10h45', 'plénière').breaks).toEqual([times(630, 645)]);
    expect(readBreaks('')).toEqual({ breaks: undefined, errors: [] });
  });

  it.each([
    ['8h50-9h10', 'session.break-outside s.csv:2:6 [break] "8h50-9h10"'],
    ['12h20-12h40', 'session.break-outside s.csv:2:6 [break] "12h20-12h40"'],
    ['10h-10h30|10h15-10h45', 'session.breaks-overlap s.csv:2:6 [break] "10h15-10h45"'],
    ['15|10', 'session.break-twice s.csv:2:6 [break] "10"'],
    ['10h45-10h30', 'session.not-a-break s.csv:2:6 [break] "10h45-10h30"'],
    ['10h-x', 'session.not-a-break s.csv:2:6 [break] "10h-x"'],
    ['x-10h', 'session.not-a-break s.csv:2:6 [break] "x-10h"'],
    ['10h-10h', 'session.not-a-break s.csv:2:6 [break] "10h-10h"'],
    ['10h30', 'session.not-a-break s.csv:2:6 [break] "10h30"'],
    ['0', 'session.not-a-break s.csv:2:6 [break] "0"'],
    ['7,5', 'session.not-a-break s.csv:2:6 [break] "7,5"'],
    ['-15', 'session.not-a-break s.csv:2:6 [break] "-15"'],
    ['coffee', 'session.not-a-break s.csv:2:6 [break] "coffee"'],
  ])('that are wrong are reported: %j', (cell, expected) => {
    expect(readBreaks(cell).errors).toEqual([expected]);
  });

  it('that are wrong are told with what they are held against', () => {
    const paramsOf = (cell: string) => {
      const text = `session;date;start;end;kind;break\nS1;12/02/2018;9h;12h30;work;${cell}\n`;
      return readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] }).diagnostics.map(({ params }) => params);
    };
    expect(paramsOf('8h-9h30')).toEqual([{ start: '9h', end: '12h30' }]);
    expect(paramsOf('10h-11h|10h30-12h')).toEqual([{ other: '10h-11h' }]);
  });

  it.each([
    ['x;12h', 'cell.not-a-time s.csv:2:3 [start] "x"'],
    ['9h;x', 'cell.not-a-time s.csv:2:4 [end] "x"'],
    ['9h;9h', 'session.end-before-start s.csv:2:4 [end] "9h"'],
  ])('are held against no session from %s', (times, expected) => {
    const text = `session;date;start;end;kind;break\nS1;12/02/2018;${times};presentation;8h-8h30\n`;
    expect(brief(readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] }).diagnostics)).toEqual([expected]);
  });

  it('need times where there are no presentations', () => {
    expect(readBreaks('15', 'work').errors).toEqual(['session.break-untimed s.csv:2:6 [break] "15"']);
    expect(readBreaks('15', 'work+presentation').errors).toEqual([]);
  });

  it('are held against no session whose own times or kinds are wrong', () => {
    const text = 'session;date;start;end;kind;break\nS1;12/02/2018;9h;8h;wrok;8h-8h30|15\n';
    expect(brief(readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] }).diagnostics)).toEqual([
      'cell.not-one-of s.csv:2:5 [kind] "wrok" -> work',
      'session.end-before-start s.csv:2:4 [end] "8h"',
    ]);
  });
});

describe('readSessions', () => {
  it('reads both languages and sorts by date, start and id', () => {
    const { sessions, errors } = read(
      'S2;13/02/2018;14h;17h30;travail+audition;;;',
      'S1;2018-02-12;09:00;12:30;Plénière;;Inet;',
      'S3;13/02/2018;14h;17h30;restitutions;ville;inet|ENA;30',
      'S4;14/02/2018;9 h;10 h;visite;moitiés;INET|Sénat;',
    );
    expect(errors).toEqual([]);
    expect(
      sessions.map(({ id, date, start, end, kinds, audience, sites }) => [
        id,
        date,
        start,
        end,
        kinds,
        audience,
        sites,
      ]),
    ).toEqual([
      ['S1', '2018-02-12', 540, 750, ['plenary'], { kind: 'all' }, ['INET']],
      ['S2', '2018-02-13', 840, 1050, ['work', 'hearing'], { kind: 'groups' }, []],
      ['S3', '2018-02-13', 840, 1050, ['presentation'], { kind: 'theme', theme: 'VILLE' }, ['INET', 'ENA']],
      ['S4', '2018-02-14', 540, 600, ['visit'], { kind: 'halves' }, ['INET', 'Sénat']],
    ]);
    expect(sessions[2]?.minutesEach).toBe(30);
    expect(sessions.map(({ title }) => title)).toEqual(['', '', '', '']);
    expect(sessions[0]).not.toHaveProperty('minutesEach');
  });

  it.each([
    ['S1;30/02/2018;9h;10h;work;;;', 'cell.no-such-day s.csv:2:2 [date] "30/02/2018"'],
    ['S1;12/2;9h;10h;work;;;', 'cell.not-a-date s.csv:2:2 [date] "12/2"'],
    ['S1;;9h;10h;work;;;', 'cell.empty s.csv:2:2 [date]'],
    ['S1;12/02/2018;;10h;work;;;', 'cell.empty s.csv:2:3 [start]'],
    ['S1;12/02/2018;9h;;work;;;', 'cell.empty s.csv:2:4 [end]'],
    ['S1;12/02/2018;9;10h;work;;;', 'cell.not-a-time s.csv:2:3 [start] "9"'],
    ['S1;12/02/2018;10h;9h45;work;;;', 'session.end-before-start s.csv:2:4 [end] "9h45"'],
    ['S1;12/02/2018;10h;10h;work;;;', 'session.end-before-start s.csv:2:4 [end] "10h"'],
    ['S1;12/02/2018;9h;10h;wrok;;;', 'cell.not-one-of s.csv:2:5 [kind] "wrok" -> work'],
    ['S1;12/02/2018;9h;10h;work+audittion;;;', 'cell.not-one-of s.csv:2:5 [kind] "audittion" -> audition'],
    ['S1;12/02/2018;9h;10h;;;;', 'cell.empty s.csv:2:5 [kind]'],
    ['S1;12/02/2018;9h;10h;work;EUORPE;;', 'session.unknown-audience s.csv:2:6 [audience] "EUORPE" -> EUROPE'],
    ['S1;12/02/2018;9h;10h;work;grupes;;', 'session.unknown-audience s.csv:2:6 [audience] "grupes" -> groupes'],
    ['S1;12/02/2018;9h;10h;work;;;1,234.5', 'cell.ambiguous-number s.csv:2:8 [minutes] "1,234.5"'],
    [';12/02/2018;9h;10h;work;;;', 'cell.empty s.csv:2:1 [session]'],
  ])('reports %j', (row, expected) => {
    expect(read(row).errors).toEqual([expected]);
  });

  it('sorts by day before hour, and by hour before id', () => {
    const { sessions } = read(
      'S1;13/02/2018;9h;10h;work;;;',
      'S4;12/02/2018;14h;15h;work;;;',
      'S3;12/02/2018;10h;11h;work;;;',
      'S5;12/02/2018;10h;11h;work;;;',
      'S2;12/02/2018;14h;15h;work;;;',
    );
    expect(sessions.map(({ id }) => id)).toEqual(['S3', 'S5', 'S2', 'S4', 'S1']);
  });

  it('has everybody in plenaries and visits, and the groups by themselves where there is something else', () => {
    const { sessions } = read(
      'S1;12/02/2018;9h;10h;visite;;;',
      'S2;12/02/2018;10h;11h;plénière+visite;;;',
      'S3;12/02/2018;11h;12h;plénière+travail;;;',
      'S4;12/02/2018;12h;13h;travail;EUORPE;;',
    );
    expect(sessions.map(({ audience }) => audience.kind)).toEqual(['all', 'all', 'groups', 'groups']);
  });

  it('keeps the title, and says from when a session ends too soon', () => {
    const text = 'session;date;start;end;kind;titre\nS1;12/2;10h;9h;work;Emploi\n';
    const { value, diagnostics } = readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] });
    expect(value).toMatchObject([{ title: 'Emploi', date: '' }]);
    expect(diagnostics.map(({ params }) => params)).toEqual([{}, { start: '10h' }]);
  });

  it('refuses one id twice and names the other line', () => {
    const { value, diagnostics } = readSessions(
      file(`${HEADER}\nS1;12/02/2018;9h;10h;work;;;\ns1;13/02/2018;9h;10h;work;;;\n`, 's.csv'),
      NO_COLUMNS,
      { themes: [] },
    );
    expect(value.map(({ date }) => date)).toEqual(['2018-02-12']);
    expect(brief(diagnostics)).toEqual(['id.twice s.csv:3:1 [session] "s1"']);
    expect(diagnostics[0]?.params).toEqual({ otherFile: 's.csv', otherLine: 2 });
  });

  it('keeps a session with an error, so that nothing else calls it unknown', () => {
    expect(read('S1;12/02/2018;10h;9h;wrok;;;').sessions.map(({ id }) => id)).toEqual(['S1']);
  });
});

describe('halves', () => {
  it.each([
    ['moitiés;INET|inet', 'session.halves-sites s.csv:2:7 [site] "INET|inet"'],
    ['moitiés;INET', 'session.halves-sites s.csv:2:7 [site] "INET"'],
    ['moitiés;', 'session.halves-sites s.csv:2:6 [public] "moitiés"'],
    ['moitiés;A|B|C', 'session.halves-sites s.csv:2:7 [site] "A|B|C"'],
  ])('need two sites: %j', (cells, expected) => {
    const text = `séance;date;début;fin;type;public;site\nS1;12/02/2018;9h;10h;visite;${cells}\n`;
    expect(brief(readSessions(file(text, 's.csv'), NO_COLUMNS, { themes: [] }).diagnostics)).toEqual([expected]);
  });
});
