import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture, namesIn, textOf } from './workspace.js';

const EARLIER = [
  'group;date;start;end;status',
  'X1;06/11/2017;9h;12h;',
  'X1;06/11/2017;14h;17h;',
  'X2;06/11/2017;9h;12h;',
  'X2;07/11/2017;14h;17h;cancelled',
  '',
].join('\n');

/** The tiny module after an earlier one, in which the people of the north were in X1, Alba in X2 and the others not at all. */
async function makeModule(asked: string): Promise<string> {
  const module = await copyFixture('tiny');
  await writeFile(join(module, 'before.csv'), EARLIER);
  await writeFile(join(module, 'then.csv'), 'group,id\nX1,A1\nX1,A2\nX1,A3\nX1,A4\nX2,B1\nX2,Z9\n');
  await edit(
    join(module, 'module.toml'),
    (text) => `${text}\n${asked}\n[history]\ntimetables = ["before.csv"]\ngroups = ["then.csv"]\n`,
  );
  return module;
}

describe('joint days', () => {
  it('are counted over this module and the earlier one, in a file, a line and a warning', async () => {
    const module = await makeModule('joint_days = 2');
    const out = join(module, 'out');
    const { stderr } = await runWell(['plan', module, '--out', out]);
    expect(stderr).toContain('Joint days  1.56 per person (1 to 2) · 2 in the programme · 2 asked for\n');
    expect(stderr).toContain(
      'warning: 4 of 8 people have fewer joint days than the 2 asked for, by 1 day at most: Fairlie Omar, Gossard Lise, Hartwell Jean, Estévez Alba.\n',
    );
    expect(stderr).toContain('groups.csv, timetable.csv, fairness.csv, joint-days.csv, ');
    const rows = parseTable(await textOf(out, 'joint-days.csv'));
    expect(column(rows, 'id')).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4']);
    expect(rows[0]).toMatchObject({
      half_days: '2',
      days: '1',
      earlier_half_days: '2',
      total_days: '2',
      missing_days: '0',
    });
    expect(rows[4]).toMatchObject({
      family_name: 'Estévez',
      earlier_half_days: '1',
      total_days: '1.5',
      missing_days: '0.5',
    });
    // A plenary of 60 minutes, a hearing of 90 and the group's own presentation of 20.
    expect(new Set(column(rows, 'minutes'))).toEqual(new Set(['170']));
    expect(await runCli(['best', out])).toMatchObject({ code: 0 });
  });

  it('speak French, and know people by id under --pseudonyms', async () => {
    const module = await makeModule('joint_days = 2');
    const out = join(module, 'out');
    const { stderr } = await runWell(['plan', module, '--out', out, '--pseudonyms', '--lang', 'fr']);
    expect(stderr).toContain('Jours communs  1,56 par personne (de 1 à 2) · 2 au programme · 2 demandés\n');
    expect(stderr).toContain(
      '4 sur 8 personnes n’ont pas les 2 jours communs demandés, et il en manque jusqu’à 1\u00a0: B2, B3, B4, B1.\n',
    );
    expect(await textOf(out, 'joint-days.csv')).toMatch(/^\uFEFFidentifiant;école;groupe;demi-journées;/);
  });

  it('are said by timetable too, for any group list, and as data', async () => {
    const module = await makeModule('joint_days = 0');
    const args = ['timetable', module, '--groups', join(fixture('tiny'), 'expected', 'groups.csv')];
    const { stderr } = await runWell(args);
    expect(stderr).toContain('Joint days  1.56 per person (1 to 2) · 2 in the programme · 0 asked for\n');
    expect(stderr).not.toContain('fewer joint days');
    const { jointDays, rows, by } = JSON.parse(
      (await runWell([...args, '--json', '--by', 'group', '--pseudonyms'])).stdout,
    );
    expect([by, rows.length]).toEqual(['group', 6]);
    expect(jointDays).toMatchObject({ asked: 0, programmeDays: 2, mean: 1.5625, least: 1, most: 2 });
    expect(jointDays.people[4]).toEqual({
      id: 'B1',
      school: 'South',
      group: expect.any(String),
      halfDays: 2,
      days: 1,
      minutes: 170,
      earlierHalfDays: 1,
      totalDays: 1.5,
      missingDays: 0,
    });
  });

  it('lack a half-day where the roster says that somebody is absent', async () => {
    const module = await makeModule('joint_days = 1');
    await edit(join(module, 'south.csv'), (text) =>
      text
        .replace('wishes\n', 'wishes,absences\n')
        .replace(/^(B\d.*)$/gm, '$1,')
        .replace(/^(B3.*),$/m, '$1,SHOW'),
    );
    const out = join(module, 'out');
    const { stdout } = await runWell(['plan', module, '--out', out, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [
        {},
        {
          code: 'timetable.joint-days-missed',
          message: expect.stringContaining('1 of 8 people has fewer joint days than the 1'),
        },
      ],
      jointDays: { asked: 1, least: 0.5 },
    });
  });

  it('are not spoken of where nobody asks for them', async () => {
    const out = join(await copyFixture('tiny'), 'out');
    const { stderr } = await runWell(['plan', fixture('tiny'), '--out', out]);
    expect(stderr).not.toContain('Joint days');
    expect(await namesIn(out)).not.toContain('joint-days.csv');
  });

  it('exit 3 with every error of the earlier files, and where these are no pairs', async () => {
    const module = await makeModule('joint_days = 2');
    await writeFile(join(module, 'before.csv'), EARLIER.replace('9h', 'dawn'));
    await writeFile(join(module, 'then.csv'), 'group,id\nX1,\nX1,A1\nX2,A1\n');
    const { code, stderr } = await runCli(['check', module]);
    expect(code).toBe(3);
    expect(stderr).toContain('before.csv:2:3 [start] "dawn": error: ');
    expect(stderr).toContain('then.csv:2: error: ');
    expect(stderr).toContain('then.csv:4: error: Ashcombe Nora is in two groups: X1 and X2.');
    await edit(join(module, 'module.toml'), (text) => text.replace('groups = ["then.csv"]', ''));
    const unpaired = await runCli(['check', module, '--lang', 'fr']);
    expect(unpaired.stderr).toMatch(
      /module\.toml:\d+ \[history\.timetables\].*1 emploi du temps antérieur et 0 liste de groupes/,
    );
  });

  it('follow the 2018 module after an earlier one of the same people', async () => {
    const module = await copyFixture('regards-croises-2018');
    const groups = join(module, 'expected', 'groups.csv');
    const timetable = await readFile(join(module, 'expected', 'timetable.csv'), 'utf8');
    // The same programme a quarter of a year before: every half-day is another one.
    await writeFile(join(module, 'earlier.csv'), timetable.replaceAll('/2018;', '/2017;'));
    await edit(join(module, 'module.toml'), (text) =>
      text.replace(
        'hearings_per_group = 2',
        'hearings_per_group = 2\njoint_days = 13.5\n[history]\ntimetables = ["earlier.csv"]\ngroups = ["expected/groups.csv"]',
      ),
    );
    const { stderr } = await runWell(['timetable', module, '--groups', groups, '--lang', 'fr']);
    expect(stderr).toMatch(
      /Jours communs {2}14,9\d par personne \(de \d+(?:,5)? à 15\) · 18 au programme · 13,5 demandés/,
    );
  });
});
