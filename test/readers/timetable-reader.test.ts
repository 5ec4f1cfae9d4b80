import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.js';
import { SESSION_KINDS } from '../../src/domain/session.js';
import { CSV_DIALECTS } from '../../src/domain/csv-dialect.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { readTimetable } from '../../src/readers/timetable-reader.js';
import { writeTimetable } from '../../src/writers/timetable-list.js';

const read = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const { value, diagnostics } = readTimetable({ name: 'timetable.csv', bytes }, new Map());
  const errors = diagnostics.map(
    ({ severity, code, source, value: typed = '' }) =>
      `${severity} ${code} ${source?.line ?? ''}${source?.column === undefined ? '' : ` [${source.column}]`} "${typed}"`,
  );
  return { rows: value, errors };
};

const HEADER = 'uid,version,session,date,start,end,kind,group,room,witness,order,status,changed,lock';

describe('a published timetable', () => {
  it('comes back as it was written, in every dialect and language', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '1', 'é', '-', '=', '"', ';', ','), maxLength: 6 });
    const word = text.map((letters) => `x${letters}`);
    const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([month, date]) => {
      const two = (number: number) => String(number).padStart(2, '0');
      return `2018-${two(month)}-${two(date)}`;
    });
    const row = fc
      .record({
        version: fc.nat(9),
        session: word,
        date: day,
        start: fc.nat(1439),
        end: fc.nat(1439),
        kind: fc.constantFrom(...SESSION_KINDS),
        group: word,
        theme: text,
        strand: text,
        room: text,
        site: text,
        witnesses: fc.array(
          word.map((letters) => letters.replaceAll('|', '')),
          { maxLength: 3 },
        ),
        order: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
        status: fc.constantFrom('new' as const, 'moved' as const, 'cancelled' as const, 'unchanged' as const),
        changed: fc.oneof(fc.constant(''), day),
        isLocked: fc.boolean(),
      })
      .map(({ order, ...rest }) => (order === undefined ? rest : { ...rest, order }));
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { maxLength: 5, selector: ({ session, group }) => fold(`${session} ${group}`) }),
        fc.constantFrom(...CSV_DIALECTS),
        fc.constantFrom('fr' as const, 'en' as const),
        (drawn, dialect, language) => {
          const rows: TimetableRow[] = drawn.map((own, index) => ({ uid: `m-${index}`, ...own }));
          const { rows: found, errors } = read(writeTimetable({ timetable: { rows }, dialect, language }));
          expect(errors).toEqual([]);
          expect(found).toEqual(
            rows.map((own, index) => ({ ...own, source: { file: 'timetable.csv', line: index + 2 } })),
          );
        },
      ),
    );
  });

  it('may lack versions, statuses and locks', () => {
    const { rows, errors } = read('uid;séance;date;début;fin;type;groupe\nm-1;S1;12/02/2018;9h;12h30;travail;G01\n');
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([{ version: 0, status: 'unchanged', changed: '', isLocked: false, witnesses: [] }]);
  });

  it.each([
    ['x', true],
    ['oui', true],
    ['non', false],
    ['0', false],
    ['', false],
  ])('is locked by %j: %s', (word, isLocked) => {
    const { rows, errors } = read(`${HEADER}\nm-1,0,S1,2018-02-12,09:00,12:30,work,G01,,,,new,,${word}\n`);
    expect(errors).toEqual([]);
    expect(rows[0].isLocked).toBe(isLocked);
  });

  it('says what is wrong, row by row', () => {
    const { errors } = read(
      `${HEADER}\nm-1,-1,S1,2018-02-30,9,12:30,dinner,G01,,,0,late,soon,perhaps\nm-1,0,S1,2018-02-12,09:00,12:30,work,G01,,,,,,\n` +
        'm-1,0,S2,2018-02-12,09:00,12:30,work,G01,,,,,,\n,0,S2,2018-02-12,09:00,12:30,,G01,,,,,,\n',
    );
    expect(errors).toEqual([
      'error cell.no-such-day 2 [date] "2018-02-30"',
      'error cell.not-a-time 2 [start] "9"',
      'error cell.not-one-of 2 [kind] "dinner"',
      'error cell.not-a-whole-number 2 [order] "0"',
      'error cell.not-a-whole-number 2 [version] "-1"',
      'error cell.not-one-of 2 [status] "late"',
      'error cell.not-a-date 2 [changed] "soon"',
      'error cell.not-one-of 2 [lock] "perhaps"',
      'error id.twice 4 [uid] "m-1"',
      'error cell.empty 5 [uid] ""',
      'error cell.empty 5 [kind] ""',
    ]);
  });

  it.each([
    ',0,S1,2018-02-12,09:00,12:30,work,G01,,,,,,',
    'm-1,0,,2018-02-12,09:00,12:30,work,G01,,,,,,',
    'm-1,0,S1,,09:00,12:30,work,G01,,,,,,',
    'm-1,0,S1,2018-02-12,,12:30,work,G01,,,,,,',
    'm-1,0,S1,2018-02-12,09:00,,work,G01,,,,,,',
    'm-1,0,S1,2018-02-12,09:00,12:30,,G01,,,,,,',
    'm-1,0,S1,2018-02-12,09:00,12:30,work,,,,,,,',
  ])('has no row of %j, which lacks something', (line) => {
    const { rows, errors } = read(`${HEADER}\n${line}\n`);
    expect(rows).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('has one row of a group in a session, beside those cancelled', () => {
    const line = (uid: string, status: string) => `${uid},0,S1,2018-02-12,09:00,12:30,work,G01,,,,${status},,\n`;
    const { rows, errors } = read(`${HEADER}\n${line('m-1', 'cancelled')}${line('m-2', 'new')}${line('m-3', 'moved')}`);
    expect(rows.map(({ uid }) => uid)).toEqual(['m-1', 'm-2']);
    expect(errors).toEqual(['error id.twice 4 [group] "S1 G01"']);
  });

  it('needs the columns that say who meets when', () => {
    expect(read('uid,session\nm-1,S1\n').errors.filter((error) => error.includes('column.missing'))).toHaveLength(5);
  });

  it('may be of nothing', () => {
    expect(read(`${HEADER}\n`)).toEqual({ rows: [], errors: [] });
  });
});
