import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, textOf } from './workspace.js';

const PRESENTATION = new Set(['restitution', 'presentation']);

/** The rows of a timetable as data: those of presentations, and the others. */
function split(text: string): Readonly<Record<'presented' | 'others', readonly Readonly<Record<string, string>>[]>> {
  const rows = parseTable(text);
  return {
    presented: rows.filter((row) => PRESENTATION.has(row['type'] ?? row['kind'])),
    others: rows.filter((row) => !PRESENTATION.has(row['type'] ?? row['kind'])),
  };
}

/** The 2018 module after one of the same groups a year before, and the arguments that make its timetable. */
async function afterItself(): Promise<{ readonly module: string; readonly lists: readonly string[] }> {
  const module = await copyFixture('regards-croises-2018');
  const groups = join(module, 'expected', 'groups.csv');
  const timetable = await readFile(join(module, 'expected', 'timetable.csv'), 'utf8');
  await writeFile(join(module, 'earlier.csv'), timetable.replaceAll('/2018;', '/2017;'));
  await edit(join(module, 'module.toml'), (text) =>
    text.replace(
      'hearings_per_group = 2',
      'hearings_per_group = 2\n[history]\ntimetables = ["earlier.csv"]\ngroups = ["expected/groups.csv"]\nweight = 0',
    ),
  );
  return { module, lists: ['timetable', module, '--groups', groups] };
}

/** How many people had a rank in each of some modules: groups and timetable of each. */
async function countTwice(modules: readonly (readonly [string, string])[], rank: string): Promise<number> {
  const holders = await Promise.all(
    modules.map(async ([groups, timetable]) => {
      const { presented } = split(await readFile(timetable, 'utf8'));
      const labels = new Set(presented.filter((row) => row['ordre'] === rank).map((row) => row['groupe']));
      const people = parseTable(await readFile(groups, 'utf8')).filter((row) => labels.has(row['groupe']));
      return new Set(people.map((row) => `${row['école']} ${row['identifiant']}`));
    }),
  );
  return [...holders[0]].filter((person) => holders.every((people) => people.has(person))).length;
}

describe('the 2018 module after one in which the same people presented in the same groups', () => {
  it('has every jury see its groups the other way round, and says that nobody was first or last twice', async () => {
    const { module, lists } = await afterItself();
    const { stdout, stderr } = await runWell([...lists, '--lang', 'fr']);
    expect(stderr).toContain(
      'Restitutions  sur 168 personnes qui en ont eu deux ou plus, 0 toujours en premier et 0 en dernier\n',
    );
    const before = split(await textOf(join(module, 'expected'), 'timetable.csv'));
    const now = split(stdout);
    const rankOf = new Map(before.presented.map((row) => [row['groupe'], Number(row['ordre'])]));
    for (const row of now.presented) expect(Number(row['ordre'])).toBe(5 - (rankOf.get(row['groupe']) ?? 0));
    expect(now.others.map((row) => [row['groupe'], row['salle'], row['témoin']])).toEqual(
      before.others.map((row) => [row['groupe'], row['salle'], row['témoin']]),
    );
  });

  it('is planned with the same groups, hearings and rooms as without the past, in another order of presentations', async () => {
    const { module } = await afterItself();
    const fresh = await copyFixture('regards-croises-2018');
    const [out, plain] = [join(module, 'out'), join(fresh, 'out')];
    const { stdout } = await runWell(['plan', module, '--out', out, '--starts', '1', '--json']);
    await runWell(['plan', fresh, '--out', plain, '--starts', '1']);
    const past = [join(module, 'expected', 'groups.csv'), join(module, 'earlier.csv')] as const;
    const twice = async (folder: string, rank: string) =>
      countTwice([past, [join(folder, 'groups.csv'), join(folder, 'timetable.csv')]], rank);
    const [alwaysFirst, alwaysLast] = [await twice(out, '1'), await twice(out, '4')];
    expect(JSON.parse(stdout).timetable.figures.presentationRanks).toEqual({
      earlier: { people: 0, alwaysFirst: 0, alwaysLast: 0 },
      total: { people: 168, alwaysFirst, alwaysLast },
    });
    expect(alwaysFirst + alwaysLast).toBeLessThan((await twice(plain, '1')) + (await twice(plain, '4')));
    expect(await textOf(out, 'groups.csv')).toBe(await textOf(plain, 'groups.csv'));
    const [now, without] = [split(await textOf(out, 'timetable.csv')), split(await textOf(plain, 'timetable.csv'))];
    expect(now.others).toEqual(without.others);
    expect(now.presented).not.toEqual(without.presented);
    expect(new Set(now.presented.map((row) => row['salle']))).toEqual(
      new Set(without.presented.map((row) => row['salle'])),
    );
  });

  it('is as without the past where the earlier timetable says no order', async () => {
    const { module, lists } = await afterItself();
    const { stdout: plain } = await runWell([
      'timetable',
      await copyFixture('regards-croises-2018'),
      ...lists.slice(2),
    ]);
    await edit(join(module, 'earlier.csv'), (text) => text.replace(';ordre;', ';remarque;'));
    const { stdout, stderr } = await runWell(lists);
    expect(stdout).toBe(plain);
    expect(stderr).not.toContain('Presentations');
    await edit(join(module, 'earlier.csv'), (text) =>
      text.replace(';remarque;', ';ordre;').replace('J1|J3;1;', 'J1|J3;1er;'),
    );
    expect(await runCli(lists)).toMatchObject({ code: 3, stderr: expect.stringContaining('[ordre] "1er": error: ') });
  });
});

describe('a break in sessions.csv', () => {
  const list = [
    'WATER-G1,A1',
    'WATER-G1,A4',
    'BUS-G1,A2',
    'BUS-G1,A3',
    'WATER-G1,B1',
    'WATER-G1,B4',
    'BUS-G1,B2',
    'BUS-G1,B3',
  ];
  const withBreak = async (cell: string) => {
    const module = await copyFixture('tiny');
    await edit(join(module, 'sessions.csv'), (text) =>
      text
        .replace('minutes_each', 'minutes_each,break')
        .replace(/^(OPEN.*|HEAR.*)$/gm, '$1,')
        .replace(/^(SHOW.*)$/m, `$1,${cell}`),
    );
    return runCli(['timetable', module, '--groups', '-'], { stdin: `group,id\n${list.join('\n')}\n` });
  };

  it('is gone around by presentations', async () => {
    const { code, stdout } = await withBreak('14h10-14h25');
    expect(code).toBe(0);
    expect(column(parseTable(stdout), 'start').slice(-2)).toEqual(['14:25', '14:25']);
  });

  it('exits 3 with its line where it cannot be read, and 4 where it leaves too little', async () => {
    const wrong = await withBreak('13h-14h10');
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain(
      'sessions.csv:4:9 [break] "13h-14h10": error: The session has no such time: it lasts from 14:00 to 15:00.',
    );
    const long = await withBreak('14h05-14h55');
    expect(long.code).toBe(4);
    expect(long.stderr).toContain(
      'SHOW: 1 presentation of 20 minutes (BUS) takes 20, and the session has 60, 50 of them break: they do not fit around it. Maybe 5 minutes each in SHOW, or SHOW until 15:15.',
    );
  });
});
