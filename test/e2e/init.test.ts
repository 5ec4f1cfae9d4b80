import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runShell } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { edit, fixture, makeFolder, namesIn } from './workspace.js';

interface Checked {
  readonly diagnostics: readonly { readonly code: string; readonly file: string }[];
}

describe('init', () => {
  for (const language of ['fr', 'en']) {
    it(`writes a module in ${language} that check reads once its rosters hold people`, async () => {
      const folder = join(await makeFolder(), 'new');
      const { code, stderr } = await runCli(['init', folder, '--lang', language]);
      expect(code).toBe(0);
      expect(stderr).toContain(`brassage check ${folder}`);
      const empty = await runCli(['check', folder]);
      expect(empty.code).toBe(3);
      expect(empty.stderr.match(/This roster lists nobody/g)).toHaveLength(2);

      const [first, second] = language === 'fr' ? ['ecole-a.csv', 'ecole-b.csv'] : ['school-a.csv', 'school-b.csv'];
      const cell = language === 'fr' ? ';' : ',';
      const people = (letter: string) =>
        Array.from({ length: 8 }, (_, index) => `${letter}${index}${cell.repeat(10)}\r\n`).join('');
      await edit(join(folder, first), (text) => text + people('A'));
      await edit(join(folder, second), (text) => text + people('B'));
      const filled = await runCli(['check', folder]);
      expect(filled).toMatchObject({ code: 0, stderr: '' });
      expect(filled.stdout).toContain('16 people');
      expect((await runCli(['plan', folder, '--out', join(folder, 'out')])).code).toBe(0);
    });
  }

  it('writes tables whose every header word is known: all settings switched on give no error but empty tables', async () => {
    const folder = join(await makeFolder(), 'new');
    await runCli(['init', folder, '--lang', 'en']);
    // What is commented out are settings, and comments of two words or more.
    await edit(join(folder, 'module.toml'), (text) => text.replace(/^# (?=\[|\w+ = |"Placements")/gm, ''));
    const { diagnostics } = JSON.parse((await runCli(['check', folder, '--json'])).stdout) as Checked;
    const files = (await namesIn(folder)).filter((name) => name.endsWith('.csv') && name !== 'rules.csv');
    const places = diagnostics.map(({ code, file }) => `${code} ${file.slice(folder.length + 1)}`);
    // No other module stands beside this one.
    const earlier = ['groups', 'timetable'].map((name) => `file.unreadable ../module-1/out/${name}.csv`);
    expect(places.sort()).toEqual([...earlier, ...files.map((name) => `table.no-rows ${name}`)]);
  });

  it('--example writes the 2018 module, which check and plan take as it is', async () => {
    const folder = join(await makeFolder(), 'example');
    expect((await runCli(['init', folder, '--example'])).code).toBe(0);
    expect(await readFile(join(folder, 'inet.csv'))).toEqual(
      await readFile(join(fixture('regards-croises-2018'), 'inet.csv')),
    );
    expect((await runCli(['check'], { cwd: folder })).code).toBe(0);
    expect((await runCli(['plan', '--effort', '0'], { cwd: folder })).code).toBe(0);
    expect(await namesIn(join(folder, 'out'))).toEqual([
      'calendars',
      'fairness.csv',
      'groups.csv',
      'manifest.json',
      'timetable.csv',
    ]);
  });

  it('touches no folder that holds anything', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'module.toml'), 'mine');
    const { code, stderr } = await runCli(['init', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('module.toml');
    expect(await readFile(join(folder, 'module.toml'), 'utf8')).toBe('mine');
    expect(await namesIn(folder)).toEqual(['module.toml']);
  });

  it('fills the empty folder in which the shell stands, and leaves it the same folder', async () => {
    const folder = join(await makeFolder(), 'here');
    await mkdir(folder);
    const { ino } = await stat(folder);
    const { code, stdout } = await runShell('$BRASSAGE init . --quiet && ls', { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('module.toml');
    expect((await stat(folder)).ino).toBe(ino);
  });

  it('writes nothing with --dry-run', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await runCli(['init', join(folder, 'new'), '--dry-run']);
    expect(code).toBe(0);
    expect(stderr).toContain('Would be written');
    expect(await namesIn(folder)).toEqual([]);
  });
});
