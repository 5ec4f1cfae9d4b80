import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn, textOf } from './workspace.js';

const TINY = fixture('tiny');
const OUTPUTS = [
  'calendars',
  'fairness.csv',
  'groups.csv',
  'manifest.json',
  'plan.xlsx',
  'report.html',
  'timetable.csv',
];

describe('plan', () => {
  it('writes its folder whole, with no leftover beside it', async () => {
    const folder = await makeFolder();
    expect((await runCli(['plan', TINY, '--out', join(folder, 'a', 'out')])).code).toBe(0);
    expect(await namesIn(join(folder, 'a'))).toEqual(['out']);
    expect(await namesIn(join(folder, 'a', 'out'))).toEqual(OUTPUTS);
  });

  it('writes nothing to the folder for temporary files, and needs none', async () => {
    const folder = await makeFolder();
    const env = { TMPDIR: join(folder, 'none'), TMP: join(folder, 'none'), TEMP: join(folder, 'none') };
    expect((await runCli(['plan', TINY, '--out', join(folder, 'out')], { env })).code).toBe(0);
    expect(await namesIn(folder)).toEqual(['out']);
  });

  it('writes to out/ of the current folder unless told otherwise', async () => {
    const cwd = await makeFolder();
    await runCli(['plan', TINY], { cwd });
    expect(await namesIn(join(cwd, 'out'))).toEqual(OUTPUTS);
  });

  it('leaves out the timetable of a module that has none', async () => {
    const out = join(await makeFolder(), 'out');
    await runCli(['plan', '--roster', `N=${TINY}/north.csv`, '--count', '2', '--out', out]);
    expect(await namesIn(out)).toEqual(['groups.csv', 'manifest.json', 'plan.xlsx', 'report.html']);
  });

  it('says how many people are elsewhere than in the plan that it replaces', async () => {
    const out = join(await makeFolder(), 'out');
    const module = fixture('regards-croises-2018');
    const rosters = ['ena', 'inet'].flatMap((school) => ['--roster', `${school}=${module}/${school}.csv`]);
    const asked = [
      'plan',
      ...rosters,
      '--count',
      '16',
      '--balance',
      'school=1',
      '--effort',
      '0',
      '--out',
      out,
      '--force',
    ];
    const warning =
      /groups\.csv: warning: (\d+) of 168 people are in another group than in this list, which is replaced/;
    expect((await runCli([...asked, '--seed', 'a'])).stderr).not.toMatch(warning);
    expect((await runCli([...asked, '--seed', 'a'])).stderr).not.toMatch(warning);
    const before = await textOf(out, 'groups.csv');
    const { code, stderr } = await runCli([...asked, '--seed', 'b']);
    const after = (await textOf(out, 'groups.csv')).split('\n');
    // A line says who is where: those that are in both lists are of people who stay.
    const stay = before.split('\n').filter((line) => line !== '' && after.includes(line)).length - 1;
    expect(code).toBe(0);
    expect(Number(warning.exec(stderr)?.[1])).toBe(168 - stay);
    expect(stderr).toContain(`brassage repair --keep ${out}.`);
  });

  it('refuses a folder that it did not write, even with --force, and touches nothing', async () => {
    const out = await makeFolder();
    await writeFile(join(out, 'thesis.odt'), 'years of work');
    for (const force of [[], ['--force']]) {
      const { code, stdout, stderr } = await runCli(['plan', TINY, '--out', out, ...force]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${out} holds files that brassage did not write (thesis.odt)`);
    }
    expect(await namesIn(out)).toEqual(['thesis.odt']);
  });

  it('replaces its own folder with --force alone', async () => {
    const out = join(await makeFolder(), 'out');
    await runCli(['plan', TINY, '--out', out]);
    const before = await textOf(out, 'manifest.json');
    const refused = await runCli(['plan', TINY, '--out', out, '--seed', 'other']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(await textOf(out, 'manifest.json')).toBe(before);
    expect((await runCli(['plan', TINY, '--out', out, '--seed', 'other', '--force'])).code).toBe(0);
    expect(JSON.parse(await textOf(out, 'manifest.json')).seed).toBe('other');
  });

  it('refuses even with --force when a file in the folder was changed by hand, and names it', async () => {
    const out = join(await makeFolder(), 'out');
    await runCli(['plan', TINY, '--out', out]);
    const changed = `${await textOf(out, 'groups.csv')}BUS-G1,BUS,,B9,Late,Lena,South,\r\n`;
    await writeFile(join(out, 'groups.csv'), changed);
    const { code, stderr } = await runCli(['plan', TINY, '--out', out, '--force']);
    expect(code).toBe(2);
    expect(stderr).toContain('changed since brassage wrote them (groups.csv)');
    expect(await textOf(out, 'groups.csv')).toBe(changed);
  });

  it('says what is wrong in the input first, then refuses the folder before it searches', async () => {
    const out = await makeFolder();
    await writeFile(join(out, 'notes.txt'), '');
    const wrong = await runCli(['plan', fixture('broken/bad-date'), '--out', out]);
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).not.toContain('notes.txt');
    const right = await runCli(['plan', TINY, '--out', out, '--effort', '5', '--starts', '100000']);
    expect(right.code).toBe(2);
    expect(right.stderr).toContain('notes.txt');
  });

  it('says in French what --lang fr asks for, with no-break spaces', async () => {
    const out = await makeFolder();
    await writeFile(join(out, 'notes.txt'), '');
    const { stderr } = await runCli(['plan', TINY, '--out', out, '--lang', 'fr']);
    expect(stderr).toMatch(
      /^erreur\u00a0: .* contient des fichiers que brassage n’a pas écrits \(notes\.txt\)\u00a0: rien n’a été touché/,
    );
  });

  it('refuses a file where a folder is to be', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'out'), 'a file');
    expect((await runCli(['plan', TINY, '--out', join(folder, 'out'), '--force'])).code).toBe(2);
    expect(await textOf(folder, 'out')).toBe('a file');
  });

  it('writes nothing with --dry-run, and says what it would', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await runCli(['plan', TINY, '--out', join(folder, 'out'), '--dry-run']);
    expect(code).toBe(0);
    expect(stderr).toContain('Would be written to');
    expect(stderr).toContain('groups.csv, timetable.csv, fairness.csv, calendars/ (');
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe('--output', () => {
  for (const command of ['groups', 'timetable']) {
    it(`of ${command} refuses to overwrite without --force`, async () => {
      const folder = await makeFolder();
      const list = join(folder, 'list.csv');
      await runCli(['groups', TINY, '--output', list]);
      const file = join(folder, 'data.csv');
      await writeFile(file, 'precious');
      const args = [command, TINY, '--output', file, ...(command === 'groups' ? [] : ['--groups', list])];
      const { code, stderr } = await runCli(args);
      expect(code).toBe(2);
      expect(stderr).toContain(`${file} is there already. Give --force`);
      expect(await textOf(file)).toBe('precious');
      const forced = await runCli([...args, '--force']);
      expect(forced).toMatchObject({ code: 0, stdout: '' });
      expect(await textOf(file)).toContain('WATER-G1');
      expect(await namesIn(folder)).toEqual(['data.csv', 'list.csv']);
    });
  }

  it('needs the folder of the file to be there', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await runCli(['groups', TINY, '--output', join(folder, 'no', 'groups.csv')]);
    expect(code).toBe(2);
    expect(stderr).toContain('no/groups.csv cannot be written: its folder does not exist.');
    expect(await namesIn(folder)).toEqual([]);
  });

  it('writes nothing with --dry-run, neither to a file nor to standard output', async () => {
    const folder = await makeFolder();
    const file = join(folder, 'groups.csv');
    expect(await runCli(['groups', TINY, '--output', file, '--dry-run'])).toMatchObject({ code: 0, stdout: '' });
    expect(await runCli(['groups', TINY, '--dry-run'])).toMatchObject({ code: 0, stdout: '' });
    expect(await namesIn(folder)).toEqual([]);
  });

  it('is no folder', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'sub'));
    const { code, stderr } = await runCli(['groups', TINY, '--output', join(folder, 'sub'), '--force']);
    expect(code).toBe(2);
    expect(stderr).toContain('is a folder; a file was expected');
  });
});
