import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/domain/settings.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { readModule } from '../../src/usecases/read-module.js';

const TINY: Readonly<Record<string, string>> = {
  'module.toml': [
    '[[roster]]',
    'school = "North"',
    'file = "north.csv"',
    '[[roster]]',
    'school = "South"',
    'file = "south.csv"',
    '[themes]',
    'file = "themes.csv"',
    '[groups]',
    'size = 2',
    '[timetable]',
    'sessions = "sessions.csv"',
    'rooms = "rooms.csv"',
    '',
  ].join('\n'),
  'north.csv': 'id,wishes\nN1,T2\nN2,\nN3,T1\n',
  'south.csv': 'id\nS1\nS2\nS3\n',
  'themes.csv': 'theme,title\nT1,One\nT2,Two\nT3,Three\n',
  'sessions.csv': 'session,date,start,end,kind,audience\nS1,2026-01-05,9:00,12:00,plenary,all\n',
  'rooms.csv': 'room,capacity\nHall,20\n',
};

const read = (files: Readonly<Record<string, string>>, overrides: Partial<Settings> = {}) =>
  readModule(async (name) => (name in files ? new TextEncoder().encode(files[name]) : 'missing'), {
    settingsFile: 'm/module.toml',
    folder: 'm/',
    overrides,
  });

const inFolder = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text]));

describe('files of a module', () => {
  it.each(['/lists/n.csv', 'C:/lists/n.csv', 'C:\\lists\\n.csv', '\\\\office\\n.csv'])(
    'lie where a whole path says: %s',
    async (path) => {
      const settings = `[[roster]]\nschool = "N"\nfile = '${path}'\n[groups]\nsize = 2\n`;
      const { module, inputs } = await read({ 'm/module.toml': settings, [path]: 'id\nN1\nN2\n' });
      expect(module?.cohort.participants).toHaveLength(2);
      expect(inputs.map(({ name }) => name)).toEqual(['module.toml', path]);
    },
  );
});

describe('a module', () => {
  it('shows the errors of its settings and of its other files at once', async () => {
    const files = {
      ...TINY,
      'module.toml': `colour = "x"\n${TINY['module.toml']}`,
      'rooms.csv': 'room,capacity\nHall,six\n',
    };
    const { module, diagnostics } = await read(inFolder(files));
    expect(module).toBeUndefined();
    expect(diagnostics.map(({ code, source }) => [code, source?.file, source?.line])).toEqual([
      ['settings.unknown-key', 'm/module.toml', 1],
      ['cell.not-a-whole-number', 'm/rooms.csv', 2],
    ]);
  });

  it('does not blame what refers to a file that a wrong setting hides', async () => {
    const files = { ...TINY, 'module.toml': (TINY['module.toml'] ?? '').replace('[themes]', '[thems]') };
    const { diagnostics } = await read(inFolder(files));
    expect(diagnostics.map(({ code }) => code)).toEqual(['settings.unknown-key']);
  });

  it('puts everybody in the same group whatever the order of its themes', async () => {
    const reversed = { ...TINY, 'themes.csv': 'theme,title\nT3,Three\nT2,Two\nT1,One\n' };
    const five = { 'south.csv': 'id\nS1\nS2\n' };
    const placed = await Promise.all(
      [TINY, reversed].map(async (files) => {
        const { module } = await read(inFolder({ ...files, ...five }), {
          groupSize: { min: 1, max: 2 },
          groupCount: 3,
        });
        if (module === undefined) throw new Error('the module is not read');
        const result = await formGroups({ module, seed: 's', search: { effort: 1 } });
        if (result.status !== 'formed') throw new Error('no groups');
        return [...result.formed.grouping.assignment];
      }),
    );
    expect(placed[1]).toEqual(placed[0]);
  });

  it('tells apart two files of one name, in the module and beside it', async () => {
    const files = { ...inFolder(TINY), 'south.csv': 'id\nX1\nX2\nX3\n' };
    const rosters = [
      { school: 'North', file: 'm/north.csv' },
      { school: 'South', file: 'm/south.csv' },
      { school: 'Other', file: 'south.csv' },
    ];
    const { inputs } = await read(files, { rosters, groupSize: { min: 3, max: 3 } });
    expect(inputs.map(({ name }) => name).filter((name) => name.includes('south'))).toEqual([
      'south.csv',
      './south.csv',
    ]);
  });

  it('says that absences serve no purpose without a timetable, and nothing of them with one', async () => {
    const files = { ...TINY, 'south.csv': 'id,absences\nS1,S1\nS2,\nS3,\n' };
    expect((await read(inFolder(files))).diagnostics).toEqual([]);
    const settings = (TINY['module.toml'] ?? '').replace(/\[timetable\][^]*$/, '');
    const { module, diagnostics } = await read(inFolder({ ...files, 'module.toml': settings }));
    expect(module).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: 'absences.unused', severity: 'note', params: { people: 1 } }]);
  });

  it('warns when two schools write an attribute with no value in common, or one lacks it', async () => {
    const files = {
      ...TINY,
      'north.csv': 'id,route,region\nN1,externe,Alsace\nN2,interne,Alsace\nN3,externe,Corse\n',
      'south.csv': 'id,route\nS1,direct\nS2,promoted\nS3,direct\n',
    };
    const { diagnostics } = await read(inFolder(files));
    expect(diagnostics.filter(({ severity }) => severity === 'warning')).toMatchObject([
      {
        code: 'balance.no-common-level',
        params: { first: 'North', second: 'South', levels: ['externe', 'interne'], others: ['direct', 'promoted'] },
      },
      { code: 'balance.school-lacks', params: { attribute: 'region', school: 'South', people: 3 } },
    ]);
  });

  it('warns when several rosters say nothing of their schools', async () => {
    const { diagnostics } = await read(inFolder(TINY), {
      rosters: [
        { school: '', file: 'm/north.csv' },
        { school: '', file: 'm/south.csv' },
      ],
    });
    expect(diagnostics).toMatchObject([{ code: 'school.unknown', severity: 'warning', params: { rosters: 2 } }]);
  });

  it('names a roster that is missing, and says nothing else of it', async () => {
    const { diagnostics } = await read(inFolder(TINY), { rosters: [{ school: 'North', file: 'nope.csv' }] });
    expect(diagnostics.map(({ code, source }) => [code, source?.file])).toEqual([['file.unreadable', 'nope.csv']]);
  });

  it('suggests the header of a roster that a header in [columns] is near to', async () => {
    const settings = `${TINY['module.toml']}\n[columns]\n"Structures d'acceuil" = "internships"\n`;
    const files = { ...TINY, 'module.toml': settings, 'north.csv': "id,Structure d'accueil\nN1,a\nN2,b\nN3,b\n" };
    const { diagnostics } = await read(inFolder(files));
    expect(diagnostics.find(({ code }) => code === 'columns.unmet')).toMatchObject({
      value: "Structures d'acceuil",
      suggestion: "Structure d'accueil",
    });
  });

  it('warns of a header in [columns] that no file has', async () => {
    const settings = `${TINY['module.toml']}\n[columns]\n"Nom de naisance" = "family_name"\n"Voeu" = "wishes"\n`;
    const files = { ...TINY, 'module.toml': settings, 'north.csv': 'id,Voeu\nN1,T2\nN2,\nN3,T1\n' };
    const { module, diagnostics } = await read(inFolder(files));
    expect(module?.cohort.participants[0]?.wishes).toEqual(['T2']);
    expect(diagnostics).toMatchObject([{ code: 'columns.unmet', severity: 'warning', value: 'Nom de naisance' }]);
    expect(diagnostics[0].source).toMatchObject({ column: 'columns', line: settings.split('\n').length - 2 });
  });
});
