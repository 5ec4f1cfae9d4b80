import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, textOf } from './workspace.js';

const TINY = fixture('tiny');
const BOM = '\ufeff';

async function planIn(...args: readonly string[]): Promise<{ groups: string; timetable: string; out: string }> {
  const out = join(await makeFolder(), 'out');
  const { code } = await runCli(['plan', TINY, '--out', out, ...args]);
  expect(code).toBe(0);
  return { out, groups: await textOf(out, 'groups.csv'), timetable: await textOf(out, 'timetable.csv') };
}

describe('the three dialects', () => {
  it('excel-fr: byte order mark, semicolons, CRLF, days first', async () => {
    const { groups, timetable } = await planIn('--csv', 'excel-fr', '--lang', 'fr');
    expect(groups.split('\r\n')[0]).toBe(`${BOM}groupe;thème;volet;identifiant;nom;prénom;école;stages`);
    expect(groups.split('\r\n')[1]).toBe('WATER-G1;WATER;;A1;Ashcombe;Nora;North;prefecture');
    expect(groups).not.toMatch(/[^\r]\n/);
    expect(timetable.split('\r\n')[1]).toContain(';OPEN;05/03/2018;09:00;10:00;plénière;WATER-G1;');
  });

  it('excel: byte order mark, commas, CRLF, ISO days', async () => {
    const { groups, timetable } = await planIn('--csv', 'excel', '--lang', 'en');
    expect(groups.split('\r\n')[0]).toBe(`${BOM}group,theme,strand,id,family_name,given_name,school,internships`);
    expect(timetable.split('\r\n')[1]).toContain(',OPEN,2018-03-05,09:00,10:00,plenary,WATER-G1,');
    expect(timetable).not.toMatch(/[^\r]\n/);
  });

  it('rfc4180: no byte order mark, commas, CRLF, ISO days', async () => {
    const { groups, timetable } = await planIn('--csv', 'rfc4180', '--lang', 'en');
    expect(groups.split('\r\n')[0]).toBe('group,theme,strand,id,family_name,given_name,school,internships');
    expect(timetable.split('\r\n')[1]).toContain(',OPEN,2018-03-05,09:00,10:00,plenary,WATER-G1,');
  });

  it('follow the language of the module in files, and are plain on standard output', async () => {
    expect((await planIn('--lang', 'fr')).groups.startsWith(`${BOM}groupe;`)).toBe(true);
    expect((await planIn()).groups.startsWith(`${BOM}group,`)).toBe(true);
    expect((await runCli(['groups', TINY])).stdout.startsWith('group,')).toBe(true);
    expect((await runCli(['groups', TINY, '--csv', 'excel-fr'])).stdout.startsWith(`${BOM}group;`)).toBe(true);
  });

  for (const dialect of ['excel-fr', 'excel', 'rfc4180']) {
    it(`${dialect}: reads back to the same score and the same timetable`, async () => {
      const { out, timetable } = await planIn('--csv', dialect);
      const list = join(out, 'groups.csv');
      const score = await runCli(['score', TINY, '--groups', list, '--json']);
      expect(JSON.parse(score.stdout)).toMatchObject({ isBroken: false, score: { value: 31 } });
      expect((await runCli(['timetable', TINY, '--groups', list, '--csv', dialect])).stdout).toBe(timetable);
    });
  }
});

describe('a name that is a formula', () => {
  const ROSTER = [
    'id,family_name,given_name,school',
    'X1,=1+1,@SUM(A1),North',
    'X2,+33 6,-Ada,North',
    `X3,"'=quoted","'s-Hertogenbosch",South`,
    'X4,\uFF1Dwide,plain,South',
    '',
  ].join('\n');

  it('comes out guarded and reads back as it was', async () => {
    const folder = await makeFolder();
    const [roster, list] = [join(folder, 'people.csv'), join(folder, 'groups.csv')];
    await writeFile(roster, ROSTER);
    const module = ['--roster', roster, '--count', '2', '--lang', 'en'];
    expect((await runCli(['groups', ...module, '--output', list])).code).toBe(0);
    const rows = parseTable(await textOf(list));
    const names = new Map(rows.map((row) => [row['id'], [row['family_name'], row['given_name']]]));
    expect(names.get('X1')).toEqual(["'=1+1", "'@SUM(A1)"]);
    expect(names.get('X2')).toEqual(["'+33 6", "'-Ada"]);
    expect(names.get('X3')?.[1]).toBe("'s-Hertogenbosch");
    expect(names.get('X4')).toEqual(["'\uFF1Dwide", 'plain']);

    // A list without ids, so that people must be found again by their names.
    const byName = join(folder, 'by-name.csv');
    const lines = rows.map((row) => `${row['group']},"${row['family_name']}","${row['given_name']}"`);
    await writeFile(byName, ['group,family_name,given_name', ...lines, ''].join('\r\n'));
    const { code, stdout } = await runCli(['score', ...module, '--groups', byName, '--json']);
    expect(code).toBe(0);
    const people = JSON.parse(stdout).people as readonly { name: string }[];
    expect(people.map(({ name }) => name)).toContain('=1+1 @SUM(A1)');
  });
});

describe('--pseudonyms', () => {
  it('leaves every name out of every file, and the list still reads back', async () => {
    const out = join(await makeFolder(), 'out');
    const module = fixture('regards-croises-2018');
    expect((await runCli(['plan', module, '--out', out, '--pseudonyms', '--effort', '0'])).code).toBe(0);
    const files = await Promise.all(['groups.csv', 'timetable.csv', 'manifest.json'].map((name) => textOf(out, name)));
    const roster = parseTable(await textOf(module, 'ena.csv'));
    expect(roster.length).toBe(113);
    for (const { nom, prénom } of roster) {
      const pattern = new RegExp(`(?<!\\p{L})(?:${nom}|${prénom})(?!\\p{L})`, 'u');
      for (const text of files) expect(text).not.toMatch(pattern);
    }
    expect((await runCli(['score', module, '--groups', join(out, 'groups.csv')])).code).toBe(0);
  });
});
