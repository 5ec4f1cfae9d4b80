import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, runWell } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
const EXPECTED = join(MODULE, 'expected');

let folder = '';
let changed = '';
let exchanged: readonly string[] = [];

beforeEach(async () => {
  folder = await makeFolder();
  changed = join(folder, 'changed');
  await mkdir(changed);
  const list = await readFile(join(EXPECTED, 'groups.csv'), 'utf8');
  // Two people are in each other's place, and VILLE-A1 is called otherwise.
  const lines = list.split('\r\n');
  const [first, second] = ['VILLE-A1', 'VILLE-B1'].map((group) =>
    lines.findIndex((line) => line.includes(`${group};`)),
  );
  const places = [first, second].map((line) => lines[line].split(';', 3).join(';').replace('\uFEFF', ''));
  lines[first] = lines[first].replace(places[0], places[1]);
  lines[second] = lines[second].replace(places[1], places[0]);
  exchanged = [first, second].map((line) => lines[line].split(';')[3]);
  const renamed = lines.join('\r\n').replaceAll('VILLE-A1', 'Les Aigles');
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
    expect(stdout).toMatch(/^(A is better|B is better|Both are worth).*, 2 people in another group\.$/m);
    expect(stdout).toContain('Groups under another name: VILLE-A1 = Les Aigles');
    expect(stdout).toMatch(/^Timetable {2}1 of \d+ rows differ: other time 1$/m);
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
    expect(Object.fromEntries(moved.map(({ id, b }: { id: string; b: string }) => [id, b]))).toEqual({
      [exchanged[0]]: 'VILLE-B1',
      [exchanged[1]]: 'Les Aigles',
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
