import { describe, expect, it } from 'vitest';
import { buildTimetable } from '../../src/usecases/build-timetable.js';
import { check } from '../../src/usecases/check-plan.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { readRosters } from '../../src/usecases/read-rosters.js';
import { workbookOf } from '../helpers/workbooks.js';

const NORTH = 'id,family_name,gender\nN1,Ash,F\nN2,Bay,M\n';
const SOUTH = 'id,family_name,gender\nS1,Cam,F\nS2,Dee,M\n';
const SESSIONS = 'session,date,start,end,kind,audience\nS1,2026-03-02,09:00,10:30,work,groups\n';

const both = [
  { school: 'North', content: NORTH },
  { school: 'South', content: new TextEncoder().encode(SOUTH) },
];

describe('rosters in memory', () => {
  it('give a module with what was asked, from texts and bytes alike', async () => {
    const { module, diagnostics } = await readRosters(both, {
      size: [1, 2],
      count: 2,
      balance: { school: 7, gender: 3 },
      seed: 'x',
      title: 'Mine',
      language: 'en',
    });
    expect(diagnostics).toEqual([]);
    expect(module?.cohort.participants.map(({ familyName, school }) => `${familyName} ${school}`).sort()).toEqual([
      'Ash North',
      'Bay North',
      'Cam South',
      'Dee South',
    ]);
    expect(module?.settings).toMatchObject({ seed: 'x', title: 'Mine', language: 'en', groupCount: 2 });
    expect([...(module?.balance ?? [])]).toEqual([
      ['school', 7],
      ['gender', 3],
    ]);
  });

  it('are named in messages by name, school or number', async () => {
    const wrong = 'id,family_name\n1,Ash,too much\n';
    const { module, diagnostics } = await readRosters(
      [{ name: 'a.csv', content: wrong }, { school: 'North', content: wrong }, { content: wrong }],
      { count: 1 },
    );
    expect(module).toBeUndefined();
    const files = diagnostics.filter(({ severity }) => severity === 'error').map(({ source }) => source?.file);
    expect(new Set(files)).toEqual(new Set(['a.csv', 'North', 'roster 3']));
  });

  it('may be sheets of workbooks', async () => {
    const [north, south] = [NORTH, SOUTH].map((text) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    );
    const school = await workbookOf({ North: north, South: south });
    const other = await workbookOf({ South: [['id'], ['X1']] });
    const { module, diagnostics } = await readRosters(
      [
        { school: 'North', name: 'all.xlsx#north', content: school },
        { school: 'South', name: 'all.xlsx#south', content: school },
        { school: 'East', name: 'all.xlsx#South', content: other },
      ],
      { count: 2 },
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(module?.cohort.participants.map(({ id, school: of }) => `${id} ${of}`).sort()).toEqual([
      'N1 North',
      'N2 North',
      'S1 South',
      'S2 South',
      'X1 East',
    ]);
  });

  it('refuse settings that mean nothing, as flags are refused', async () => {
    const { module, diagnostics } = await readRosters(both, { count: 2, balance: { school: -1 } });
    expect(module).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: 'error', source: { file: '--balance' } }]);
  });

  it('lead to groups, a timetable and the verdict of the judge without anything else being said', async () => {
    const { module } = await readRosters(both, { count: 2, sessions: SESSIONS });
    if (module === undefined) throw new Error('no module');
    const result = await formGroups({ module });
    const made = buildTimetable({ module });
    if (result.status !== 'formed' || made.status === 'impossible') throw new Error('nothing was made');
    const { grouping } = result.formed;
    expect(check(module, { groups: grouping }).isValid).toBe(true);
    const { timetable } = made;
    expect(check(module, { groups: grouping, timetable })).toMatchObject({
      isValid: true,
      timetable: { violations: [] },
    });
    const late = { rows: timetable.rows.map((row) => ({ ...row, start: row.start + 60 })) };
    expect(check(module, { groups: grouping, timetable: late }).isValid).toBe(false);
    const [{ key }] = module.cohort.participants;
    const short = new Map([...grouping.assignment].filter(([own]) => own !== key));
    expect(check(module, { groups: { groups: grouping.groups, assignment: short } }).isValid).toBe(false);
  });

  it('have no timetable without sessions: that is a wrong call', async () => {
    const { module } = await readRosters(both, { count: 2 });
    if (module === undefined) throw new Error('no module');
    expect(() => buildTimetable({ module })).toThrow(RangeError);
    const groups = { groups: module.groups, assignment: new Map() };
    expect(() => check(module, { groups, timetable: { rows: [] } })).toThrow(RangeError);
  });
});

describe('settings that can mean nothing', () => {
  it.each([
    { size: 0 },
    { size: [4, 3] as const },
    { size: 2.5 },
    { count: 0 },
    { count: 1.5 },
    { count: 2, hearingsPerGroup: -1 },
  ])('are a wrong call: %j', async (settings) => {
    await expect(readRosters(both, settings)).rejects.toThrow(RangeError);
  });
});
