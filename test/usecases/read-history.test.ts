import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { readEarlierModule } from '../../src/usecases/read-history.js';
import { brief, file, NO_COLUMNS } from '../readers/facts.js';

const cohort = readRosters(
  [
    { ...file('id;nom;prénom\n1;Bo;Ann\n2;Le Goff;Éva\n', 'a.csv'), school: 'ENA' },
    { ...file('id;nom;prénom\n1;Zed;Luc\n;Roy;Max\n', 'b.csv'), school: 'INET' },
  ],
  NO_COLUMNS,
).value;

const TIMETABLE = 'group,date,start,end\nOLD-1,2017-11-06,9h,12h\nOLD-2,2017-11-06,14h,17h\n';

const read = (groups: string, timetable = TIMETABLE) => {
  const files = { timetable: file(timetable, 't.csv'), groups: file(groups, 'g.csv') };
  const { value, diagnostics } = readEarlierModule(files, NO_COLUMNS, cohort);
  const names = new Map(cohort.participants.map(({ key, familyName }) => [key, familyName]));
  const placed = Object.fromEntries([...value.assignment].map(([key, group]) => [names.get(key) ?? key, group]));
  return { placed, rows: value.rows.length, errors: brief(diagnostics) };
};

describe('an earlier module', () => {
  it('places people by id and school, else by name, and leaves strangers out', () => {
    expect(
      read(
        'group,id,family_name,given_name,school\nOLD-1,1,Bo,Ann,ENA\nOLD-2,1,Zed,Luc,INET\nold-1,,ROY,max,\nOLD-2,9,Gone,Leo,ENA\nOLD-9,2,Le Goff,Eva,ENA\n',
      ),
    ).toEqual({
      placed: { Bo: 'OLD-1', Zed: 'OLD-2', Roy: 'OLD-1', 'Le Goff': 'OLD-9' },
      rows: 2,
      errors: ['warning history.by-name g.csv'],
    });
  });

  it('is refused where somebody stands in two groups', () => {
    expect(read('group,id\nOLD-1,2\nOLD-2,2\n').errors).toEqual(['list.twice g.csv:3']);
  });

  it('is refused where the list is of other groups than the timetable: pairs in another order', () => {
    expect(read('group,id\nX-1,2\n').errors).toEqual(['history.no-group g.csv']);
  });

  it('earns a warning where it names nobody of the cohort', () => {
    expect(read('group,id\nOLD-1,77\n').errors).toEqual(['warning history.nobody g.csv']);
  });

  it('is refused with every error of its two files', () => {
    expect(read('group,id\nOLD-1,\n', 'group,date,start,end\nOLD-1,soon,9h,12h\n').errors).toEqual([
      'cell.not-a-date t.csv:2:2 [date] "soon"',
      'roster.nameless g.csv:2',
    ]);
  });
});
