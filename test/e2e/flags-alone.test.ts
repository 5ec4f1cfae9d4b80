import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const TINY = fixture('tiny');
const MODULE = fixture('regards-croises-2018');
const PEOPLE = ['--roster', `North=${TINY}/north.csv`, '--roster', `South=${TINY}/south.csv`];

/** Group label to the number of its people. */
function sizesIn(list: string): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const label of column(parseTable(list), Object.keys(parseTable(list)[0])[0]))
    sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

describe('a run without a module folder', () => {
  it('needs nothing but rosters and a size', async () => {
    const cwd = await makeFolder();
    const { code, stdout } = await runCli(['groups', ...PEOPLE, '--size', '4'], { cwd });
    expect(code).toBe(0);
    expect(sizesIn(stdout)).toEqual({ G01: 4, G02: 4 });
  });

  it('takes themes, rules and the whole programme', async () => {
    const tables = ['themes', 'rules', 'sessions', 'rooms', 'witnesses', 'availability'];
    const flags = tables.flatMap((name) => [`--${name}`, `${TINY}/${name}.csv`]);
    const balance = [
      '--balance',
      'school=100,stages=60',
      '--hearings',
      '1',
      '--lang',
      'en',
      '--seed',
      'tiny',
      '--title',
      'Water and buses',
    ];
    const [byFlags, byFolder] = [join(await makeFolder(), 'out'), join(await makeFolder(), 'out')];
    const done = await runCli(['plan', ...PEOPLE, ...flags, '--size', '4', ...balance, '--out', byFlags, '--json']);
    const expected = await runCli(['plan', TINY, '--out', byFolder, '--json']);
    expect(done.code).toBe(0);
    const [{ written: _1, ...a }, { written: _2, ...b }] = [JSON.parse(done.stdout), JSON.parse(expected.stdout)];
    // Observed themes weigh 1 unless settings say otherwise, and nobody has any here.
    expect(a).toEqual(b);
  });

  it('reads 2018 rosters of two shapes, with French headers, in French', async () => {
    const args = [
      '--roster',
      `ENA=${MODULE}/ena.csv`,
      '--roster',
      `INET=${MODULE}/inet.csv`,
      '--themes',
      `${MODULE}/themes.csv`,
    ];
    const { code, stdout } = await runCli(['groups', ...args, '--size', '10..11', '--lang', 'fr', '--effort', '0']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^groupe,thème,volet,identifiant,nom,prénom,école,genre,stages,région,concours/);
    expect(new Set(Object.values(sizesIn(stdout)))).toEqual(new Set([10, 11]));
  });

  it('takes the schools from a column of one file, and headers in English', async () => {
    const file = join(await makeFolder(), 'all.csv');
    await writeFile(file, 'School;Family name;Given name\nX;A;a\nY;B;b\nX;C;c\nY;D;d\n');
    const { code, stdout } = await runCli(['groups', '--roster', file, '--count', '2', '--lang', 'en']);
    expect(code).toBe(0);
    const schools = new Map<string, string[]>();
    for (const row of parseTable(stdout))
      schools.set(row['group'], [...(schools.get(row['group']) ?? []), row['school']].sort());
    expect([...schools]).toEqual([
      ['G01', ['X', 'Y']],
      ['G02', ['X', 'Y']],
    ]);
  });

  it('says what is missing when no size is given, with exit 3', async () => {
    const { code, stderr } = await runCli(['groups', ...PEOPLE]);
    expect(code).toBe(3);
    expect(stderr).toContain('--size 9..10');
  });
});

describe('a flag beside a module folder', () => {
  it('wins over its settings: --size', async () => {
    const { stdout } = await runCli([
      'groups',
      MODULE,
      '--size',
      '10..11',
      '--count',
      '16',
      '--effort',
      '0',
      '--quiet',
    ]);
    expect(Object.keys(sizesIn(stdout))).toHaveLength(16);
    const { stdout: other } = await runCli([
      'groups',
      fixture('impossible/size-does-not-divide'),
      '--size',
      '4',
      '--quiet',
    ]);
    expect(Object.values(sizesIn(other))).toEqual([4, 4]);
  });

  it('wins over its settings: --count replaces a size, and --size a count', async () => {
    const { code, stdout } = await runCli([
      'groups',
      fixture('impossible/size-does-not-divide'),
      '--count',
      '4',
      '--quiet',
    ]);
    expect(code).toBe(0);
    expect(Object.values(sizesIn(stdout))).toEqual([2, 2, 2, 2]);
  });

  it('wins over its settings: --balance, --title and --lang', async () => {
    const args = ['groups', TINY, '--balance', 'internships=7', '--title', 'Another', '--lang', 'fr', '--json'];
    const { title, attributes } = JSON.parse((await runCli(args)).stdout);
    expect(title).toBe('Another');
    expect(attributes).toMatchObject([{ key: 'internships', weight: 7 }]);
    expect(attributes).toHaveLength(1);
  });

  it('wins over its settings: --roster replaces every roster, and a file of a flag is relative to the current folder', async () => {
    const args = ['check', 'tiny', '--roster', 'North=tiny/south.csv', '--count', '2', '--json', '--rules', 'none.csv'];
    const { code, stdout } = await runCli(args, { cwd: fixture('.') });
    expect(code).toBe(3);
    const errors = JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toMatchObject([{ file: 'none.csv', code: 'file.unreadable' }]);
  });

  it('that names an unknown attribute is an error that names the flag', async () => {
    const { code, stderr } = await runCli(['groups', TINY, '--balance', 'shcool=3']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^--balance: error: .*"shcool".* Maybe "school"\?$/m);
  });
});
