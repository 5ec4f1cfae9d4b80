import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, filesIn, fixture, makeFolder, textOf } from './workspace.js';

/** What the tiny module knows of people beyond name and school, and nobody else is to read. */
const SECRETS = ['internships', 'gender', 'route', 'region', 'wishes', 'observed'];

describe('--for', () => {
  it('leaves out of the list that is posted what is balanced, but the school', async () => {
    const all = await runWell(['groups', fixture('regards-croises-2018'), '--effort', '0', '--lang', 'en']);
    const header = Object.keys(parseTable(all.stdout)[0]);
    expect(header).toEqual(expect.arrayContaining(['internships', 'gender', 'route']));
    for (const readers of ['participants', 'witnesses']) {
      const args = ['groups', fixture('regards-croises-2018'), '--effort', '0', '--lang', 'en', '--for', readers];
      const { stdout } = await runWell(args);
      const rows = parseTable(stdout);
      expect(Object.keys(rows[0])).toEqual(['group', 'theme', 'strand', 'family_name', 'given_name', 'school']);
      // The same draw, whoever reads it.
      const named = (row: Readonly<Record<string, string>>) =>
        `${row['group']} ${row['family_name']} ${row['given_name']}`;
      expect(rows.map(named)).toEqual(parseTable(all.stdout).map(named));
    }
  });

  it('gives a plan of who is where and when, of which nothing says more of anybody, and verify makes it again', async () => {
    const module = await copyFixture('tiny');
    const out = join(module, '..', 'posted');
    await runWell(['plan', module, '--out', out, '--for', 'participants']);
    const names = await filesIn(out);
    expect(names).toEqual(expect.arrayContaining(['groups.csv', 'timetable.csv', 'manifest.json']));
    for (const name of ['fairness.csv', 'joint-days.csv', 'meetings.csv', 'to-tell.csv', 'moves.csv'])
      expect(names).not.toContain(name);
    const columns = new Set(SECRETS);
    for (const name of names.filter((own) => own.endsWith('.csv'))) {
      const [header] = (await textOf(out, name)).split('\n');
      expect(header.split(/[,;]/).filter((column) => columns.has(column))).toEqual([]);
    }
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).options.readership).toBe('participants');
    expect((await runCli(['verify', out, module])).code).toBe(0);
  });

  it('shows the id of who has no name, and of nobody else', async () => {
    const roster = join(await makeFolder(), 'a.csv');
    await writeFile(
      roster,
      'id,family_name,given_name,gender\nE1,Roche,Ana,F\nE2,,,M\nE3,Petit,Léo,M\nE4,Blanc,Eva,F\n',
    );
    const asked = ['--roster', `A=${roster}`, '--size', '2', '--balance', 'gender=1'];
    const args = ['groups', ...asked, '--lang', 'en', '--for', 'participants'];
    const rows = parseTable((await runWell(args)).stdout);
    expect(rows.map((row) => `${row['family_name']}${row['id']}`).toSorted()).toEqual([
      'Blanc',
      'E2',
      'Petit',
      'Roche',
    ]);
  });

  it('goes on in a repair of such a plan', async () => {
    const module = await copyFixture('tiny');
    const out = join(module, '..', 'posted');
    await runWell(['plan', module, '--out', out, '--for', 'witnesses']);
    const again = join(module, '..', 'again');
    await runWell(['repair', module, '--keep', out, '--out', again]);
    expect(JSON.parse(await readFile(join(again, 'manifest.json'), 'utf8')).options.readership).toBe('witnesses');
    expect(await filesIn(again)).not.toContain('moves.csv');
  });

  it('keeps no copy of a fuller plan that it replaces', async () => {
    const module = await copyFixture('tiny');
    const out = join(module, '..', 'out');
    await runWell(['plan', module, '--out', out]);
    const args = [
      'plan',
      module,
      '--out',
      out,
      '--keep',
      join(out, 'timetable.csv'),
      '--force',
      '--for',
      'participants',
    ];
    const { stderr } = await runWell(args);
    expect(stderr).toContain('shows more than the new one may');
    expect((await filesIn(out)).filter((name) => name.startsWith('before/'))).toEqual([]);
  });

  it('leaves whom each has met out of a rotation', async () => {
    const out = join(await makeFolder(), 'rotation');
    await runWell(['rotate', fixture('tiny'), '--modules', '2', '--out', out, '--for', 'participants']);
    expect(await filesIn(out)).toEqual(['manifest.json', 'module-1/groups.csv', 'module-2/groups.csv', 'rotation.csv']);
    expect((await runCli(['verify', out, fixture('tiny')])).code).toBe(0);
  });

  it('names the three readers where another is asked', async () => {
    const { code, stderr } = await runCli(['groups', fixture('tiny'), '--for', 'press']);
    expect(code).toBe(2);
    expect(stderr).toContain('coordinator, participants, witnesses');
  });
});

describe('--person-calendars', () => {
  it('are nothing to post', async () => {
    const { code, stderr } = await runCli([
      'plan',
      fixture('tiny'),
      '--for',
      'participants',
      '--person-calendars',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--person-calendars and --for exclude each other');
    // Nor do they go on in what is posted after a repair.
    const out = join(await makeFolder(), 'out');
    await runWell(['plan', fixture('tiny'), '--out', out, '--person-calendars']);
    const posted = join(out, '..', 'posted');
    await runWell(['repair', fixture('tiny'), '--keep', out, '--out', posted, '--for', 'participants']);
    const names = await filesIn(posted);
    expect(names.filter((name) => name.startsWith('calendars/groups/'))).not.toEqual([]);
    expect(names.filter((name) => name.startsWith('calendars/people/'))).toEqual([]);
  });
});
