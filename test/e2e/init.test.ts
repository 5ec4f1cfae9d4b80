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
    const earlier = ['groups', 'timetable'].map((name) => `folder.missing ../module-1/out/${name}.csv`);
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
      'plan.xlsx',
      'report.html',
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

describe('init --from', () => {
  const ENA = 'N°;Nom usuel;Civilité\n1;Ash;Mme\n2;Bay;M.\n3;Cam;Mme\n4;Dee;M.\n';
  const INET = 'id,nom,genre\n1,Ems,F\n2,Fox,H\n3,Gil,F\n4,Hay,H\n';

  async function rosters(): Promise<string> {
    const folder = await makeFolder();
    await writeFile(join(folder, 'ena.csv'), ENA);
    await writeFile(join(folder, 'Liste INET 2018.csv'), INET);
    return folder;
  }

  it('copies the rosters, writes settings that fit them, and leads to a plan without anything else', async () => {
    const cwd = await rosters();
    const { code, stderr } = await runCli(['init', 'my', '--from', 'ena.csv', 'Liste INET 2018.csv', '--lang', 'en'], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('then brassage check my') });
    expect(stderr).toContain('the school is called INET after the name of the file');
    expect(await readFile(join(cwd, 'my', 'ena.csv'), 'utf8')).toBe(ENA);
    expect(await readFile(join(cwd, 'my', 'module.toml'), 'utf8')).toContain('"Nom usuel" = "family_name"');
    expect((await runCli(['check', 'my'], { cwd })).code).toBe(0);
    expect((await runCli(['plan', 'my', '--out', 'out'], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'out', 'groups.csv'), 'utf8')).toContain('Ash');
  });

  it('fills the folder in which the rosters lie, and replaces nothing there', async () => {
    const cwd = await rosters();
    await writeFile(join(cwd, 'themes.csv'), 'theme\nX\n');
    const args = ['init', '--from', 'ena.csv', 'Liste INET 2018.csv', '--lang', 'en'];
    expect((await runCli(args, { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'themes.csv'), 'utf8')).toBe('theme\nX\n');
    expect((await runCli(['check'], { cwd })).code).toBe(0);
    // Settings as they were written may be written anew, those that somebody has touched not.
    await edit(join(cwd, 'module.toml'), (text) => `${text}# mine\n`);
    const again = await runCli(args, { cwd });
    expect(again.code).toBe(3);
    expect(again.stderr).toContain('module.toml: error: This file is there already');
    expect(await readFile(join(cwd, 'module.toml'), 'utf8')).toMatch(/# mine\n$/);
  });

  it('is what check advises where rosters were dropped beside the empty ones, and takes the place of untouched settings', async () => {
    const cwd = await rosters();
    await runCli(['init', 'my', '--lang', 'en'], { cwd });
    await writeFile(join(cwd, 'my', 'ena.csv'), ENA);
    const { code, stderr } = await runCli(['check', 'my', '--lang', 'en'], { cwd });
    expect(code).toBe(3);
    const advice = /brassage (init my --from \S+) writes settings/.exec(stderr)?.[1] ?? '';
    expect(advice).toBe('init my --from my/ena.csv');
    expect((await runCli([...advice.split(' '), '--lang', 'en'], { cwd })).code).toBe(0);
    expect((await runCli(['check', 'my'], { cwd })).code).toBe(0);
  });

  it('writes nothing where a roster is missing, is none, or two have one name', async () => {
    const cwd = await rosters();
    await mkdir(join(cwd, 'old'));
    await writeFile(join(cwd, 'old', 'ena.csv'), ENA);
    await writeFile(join(cwd, 'old', 'themes.csv'), ENA);
    await writeFile(join(cwd, 'notes.csv'), 'a;b\n1;2\n');
    for (const [files, message] of [
      [['none.csv'], 'none.csv: error: There is no such file'],
      [['ena.csv', 'notes.csv'], 'notes.csv:1: error:'],
      [['ena.csv', 'old/ena.csv'], 'Two rosters have this name'],
      [['ena.csv', 'old/themes.csv'], 'The module has another file of this name'],
    ] as const) {
      const { code, stderr } = await runCli(['init', 'my', '--from', ...files, '--lang', 'en'], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain(message);
      expect(await namesIn(cwd)).toEqual(['Liste INET 2018.csv', 'ena.csv', 'notes.csv', 'old']);
    }
  });

  it('touches no other folder that holds anything', async () => {
    const cwd = await rosters();
    await mkdir(join(cwd, 'full'));
    await writeFile(join(cwd, 'full', 'mine.txt'), '');
    const { code } = await runCli(['init', 'full', '--from', 'ena.csv'], { cwd });
    expect(code).toBe(2);
    expect(await namesIn(join(cwd, 'full'))).toEqual(['mine.txt']);
  });

  it('wants a folder, or rosters to start from', async () => {
    const { code, stderr } = await runCli(['init', '--lang', 'en']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('give the folder to make') });
  });
});
