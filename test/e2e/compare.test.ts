import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, runWell } from './run-cli.js';
import { fixture, makeFolder } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
const EXPECTED = join(MODULE, 'expected');

let folder = '';
let changed = '';

beforeEach(async () => {
  folder = await makeFolder();
  changed = join(folder, 'changed');
  await mkdir(changed);
  const list = await readFile(join(EXPECTED, 'groups.csv'), 'utf8');
  // VILLE-A1 is called otherwise, and two people are in each other's place.
  const renamed = list
    .replace('VILLE-A1;VILLE;A;E004', 'VILLE-B1;VILLE;B;E004')
    .replace(/VILLE-B1;VILLE;B;(E(?!004)\d+)/, 'VILLE-A1;VILLE;A;$1')
    .replaceAll('VILLE-A1', 'Les Aigles');
  await writeFile(join(changed, 'groups.csv'), renamed);
  const timetable = await readFile(join(EXPECTED, 'timetable.csv'), 'utf8');
  await writeFile(
    join(changed, 'timetable.csv'),
    timetable.replaceAll('VILLE-A1', 'Les Aigles').replace('09:00', '09:15'),
  );
  await copyFile(join(EXPECTED, 'groups.csv'), join(folder, 'list.csv'));
});

describe('compare', () => {
  it('sums up two folders, with exit code 0', async () => {
    const { code, stdout } = await runCli(['compare', EXPECTED, changed, MODULE, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^(A|B) is better.*, 2 people in another group\.$/m);
    expect(stdout).toContain('Groups under another name: VILLE-A1 = Les Aigles');
    expect(stdout).toContain('Timetable  1 of 240 rows differ: other time 1');
    expect(stdout).toContain('To tell:');
  });

  it('takes lists alone, and gives JSON', async () => {
    const { stdout } = await runWell([
      'compare',
      join(folder, 'list.csv'),
      join(changed, 'groups.csv'),
      MODULE,
      '--json',
    ]);
    const { command, status, a, moved, timetable } = JSON.parse(stdout);
    expect({ command, status, timetable }).toEqual({ command: 'compare', status: 'done', timetable: undefined });
    expect(moved).toHaveLength(2);
    expect(moved.find(({ id }: { id: string }) => id === 'E004')).toMatchObject({
      id: 'E004',
      name: 'Baudouin Gildas',
      school: 'ENA',
      b: 'VILLE-B1',
    });
    const score = await runWell(['score', MODULE, '--groups', join(folder, 'list.csv'), '--json']);
    expect(a).toMatchObject({
      score: JSON.parse(score.stdout).score.value,
      bound: JSON.parse(score.stdout).score.bound,
    });
  });

  it('finds a plan the same as itself, in French', async () => {
    const { stdout } = await runWell(['compare', EXPECTED, '-', MODULE, '--lang', 'fr'], {
      stdin: await readFile(join(EXPECTED, 'groups.csv'), 'utf8'),
    });
    expect(stdout).toContain('Les deux se valent, chacun est dans le même groupe.');
  });

  it('exits 3 where one of them cannot be read', async () => {
    const { code, stderr } = await runCli(['compare', EXPECTED, join(folder, 'nowhere'), MODULE]);
    expect(code).toBe(3);
    expect(stderr).toContain('nowhere');
  });

  it('exits 2 without a second one', async () => {
    expect((await runCli(['compare', EXPECTED])).code).toBe(2);
  });
});
