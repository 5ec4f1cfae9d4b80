import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runWell } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const TINY = fixture('tiny');
const BEST = [
  'WATER-G1,A1',
  'WATER-G1,A4',
  'WATER-G1,B1',
  'WATER-G1,B4',
  'BUS-G1,A2',
  'BUS-G1,A3',
  'BUS-G1,B2',
  'BUS-G1,B3',
];

async function scoreOf(lines: readonly string[], ...args: readonly string[]): ReturnType<typeof runCli> {
  return runCli(['score', TINY, '--groups', '-', ...args], { stdin: `group,id\n${lines.join('\n')}\n` });
}

/** The list with two people in each other's place. */
function swapped(a: string, b: string): readonly string[] {
  return BEST.map((line) => line.replace(a, '?').replace(b, a).replace('?', b));
}

describe('score', () => {
  it('of the optimum worked out on paper is 31, proved', async () => {
    const { code, stdout, stderr } = await scoreOf(BEST);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Score 31.0 · optimal (proved)');
  });

  it('says first which list was judged where none was named', async () => {
    const cwd = await makeFolder();
    await runWell(['plan', TINY, '--quiet'], { cwd });
    const firstLine = async (...args: readonly string[]) =>
      (await runWell(['score', TINY, ...args], { cwd })).stdout.split('\n')[0];
    const named = await firstLine('--groups', 'out/groups.csv');
    expect(named).toMatch(/^Water and buses · 8 people · .* · 2 groups of 4$/);
    expect(await firstLine()).toBe(`${named} · out/groups.csv`);
  });

  it('of a worse list is higher, with the same bound, and exits 0 as no hard rule is broken', async () => {
    const { code, stdout } = await scoreOf(swapped('A4', 'A3'), '--json');
    expect(code).toBe(0);
    // Both embassies in one group cost 2 × 60, both communes more in the other 2 × 60; A4 loses a wish, A3 gains one.
    const { score, isBroken } = JSON.parse(stdout);
    expect(isBroken).toBe(false);
    expect(score).toMatchObject({ bound: 31, isOptimal: false });
    expect(score.value).toBeGreaterThan(31);
  });

  it('exits 5 where a hard rule is broken, and names its line', async () => {
    const { code, stdout } = await scoreOf(swapped('B1', 'A3'));
    expect(code).toBe(5);
    expect(stdout).toContain('HARD RULE BROKEN, line 2, apart: 1 violation in BUS-G1 (');
  });

  it('exits 5 where somebody is missing, and names them', async () => {
    const { code, stdout } = await scoreOf(BEST.slice(0, -1));
    expect(code).toBe(5);
    expect(stdout).toMatch(/In no group: \S+ \S+/);
  });

  it('exits 5 where somebody stands in two groups', async () => {
    const { code, stdout } = await scoreOf([...BEST, 'BUS-G1,A1']);
    expect(code).toBe(5);
    expect(stdout).toContain('Ashcombe Nora is in two groups: WATER-G1 and BUS-G1');
  });

  it('exits 5 where somebody stands twice in one group', async () => {
    const { code, stdout } = await scoreOf([...BEST, 'BUS-G1,B3']);
    expect(code).toBe(5);
    expect(stdout).toMatch(/^\S+ \S+ stands twice in BUS-G1$/m);
  });

  it('exits 5 where a theme has another number of groups than fixed, found by its name in a hand-made list', async () => {
    const lines = BEST.map((line) => (/A2|A3/.test(line) ? `${line.replace('G1', 'G2')},bus` : `${line},`));
    const { code, stdout } = await runCli(['score', TINY, '--groups', '-'], {
      stdin: `group,id,theme\n${lines.join('\n')}\n`,
    });
    expect(code).toBe(5);
    expect(stdout).toContain('BUS has 2 groups instead of 1');
  });

  it('exits 5 where --count asks for another number of groups', async () => {
    const rosters = ['--roster', `North=${TINY}/north.csv`, '--roster', `South=${TINY}/south.csv`];
    const { code, stdout } = await runCli(['score', ...rosters, '--count', '3', '--lang', 'en', '--groups', '-'], {
      stdin: `group,id\n${BEST.join('\n')}\n`,
    });
    expect(code).toBe(5);
    expect(stdout).toContain('The list has 2 groups instead of 3');
  });

  it('exits 5 where a group has another size than asked', async () => {
    const { code, stdout } = await scoreOf(BEST.map((line) => line.replace('BUS-G1,A2', 'WATER-G1,A2')));
    expect(code).toBe(5);
    expect(stdout).toContain('WATER-G1 has 5 people instead of 4');
  });

  it('takes names where a hand-made list has no ids, in French too', async () => {
    const folder = await makeFolder();
    const list = join(folder, 'liste.csv');
    await writeFile(list, 'Groupe;Nom;Prénom\nBUS-G1;brindle;TOM\nWATER-G1;Ashcombe;Nora\n');
    const { code, stdout } = await runCli(['score', TINY, '--groups', list, '--json']);
    expect(code).toBe(5);
    const { groups, structure } = JSON.parse(stdout);
    expect(groups).toMatchObject([
      { label: 'WATER-G1', size: 1 },
      { label: 'BUS-G1', size: 1 },
    ]);
    expect(structure.filter(({ rule }: { rule: string }) => rule === 'groups.missing')).toHaveLength(6);
  });

  it('exits 3 on a person whom no roster has, with the line', async () => {
    const { code, stdout, stderr } = await scoreOf([...BEST.slice(1), 'BUS-G1,A11']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^-:9:2 \[id\] "A11": error: /m);
  });

  it('exits 3 without a list', async () => {
    const { code, stderr } = await runCli(['score', TINY], { cwd: await makeFolder() });
    expect(code).toBe(3);
    expect(stderr).toContain('out/groups.csv');
  });
});
