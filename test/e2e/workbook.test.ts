import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { dumpWorkbook } from '../helpers/workbook-dump.js';
import { canRun, convert, hasLibreOffice } from './libreoffice.js';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture, makeFolder, textOf } from './workspace.js';

const MODULE = 'regards-croises-2018';
/** Every sheet as a file of its own: semicolons, quotes, UTF-8, cells as they are shown. */
const EACH_SHEET = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,true,false,false,-1';

async function planInto(folder: string, ...args: readonly string[]): Promise<string> {
  const out = join(folder, 'out');
  await runWell(['plan', ...args, '--out', out, '--effort', '0', '--quiet']);
  return out;
}

const sheetsOf = async (out: string) => (await readXlsx(await readFile(join(out, 'plan.xlsx')))).sheets;

describe('plan.xlsx', () => {
  it('holds what the lists hold: everybody, and every row of the timetable', async () => {
    const folder = await makeFolder();
    const out = await planInto(folder, fixture(MODULE));
    const [groups, notices, names, byGroup] = await sheetsOf(out);
    const people = parseTable(await textOf(out, 'groups.csv'));
    expect(groups.rows.slice(1).map((row) => [row[0], row[4], row[5], row[6], row[7]])).toEqual(
      people.map((row) => [row['groupe'], row['identifiant'], row['nom'], row['prénom'], row['école']]),
    );
    const posted = new Set(notices.rows.flat().filter((cell) => typeof cell === 'string'));
    for (const row of people) expect(posted).toContain(`${row['prénom']} ${row['nom']}  ${row['école']}`);
    const listed = names.rows
      .slice(1)
      .flatMap((row) =>
        [0, 4, 8].map(
          (column) => `${String(row[column])} ${String(row[column + 1])} ${String(row[column + 2]).split('  ')[0]}`,
        ),
      );
    for (const row of people)
      expect(listed).toContain(`${row['nom']} ${row['prénom']} ${row['école']} ${row['groupe']}`);
    const places = parseTable(await textOf(out, 'timetable.csv')).map(
      (row) => `${row['groupe']} ${row['séance']} ${row['salle']}`,
    );
    const shown = byGroup.rows.slice(1).map((row) => `${String(row[0])} ${String(row[4])} ${String(row[7] ?? '')}`);
    expect(shown.toSorted()).toEqual(places.toSorted());
  });

  it('is listed in the manifest and made again to the byte by verify', async () => {
    const folder = await makeFolder();
    const out = await planInto(folder, fixture('tiny'));
    const { outputs } = JSON.parse(await textOf(out, 'manifest.json')) as { outputs: readonly { name: string }[] };
    expect(outputs.map(({ name }) => name)).toContain('plan.xlsx');
    await runWell(['verify', out, fixture('tiny')]);
  });

  it('holds no name of a pupil with --pseudonyms', async () => {
    const folder = await makeFolder();
    const named = parseTable(await textOf(await planInto(folder, fixture(MODULE)), 'groups.csv'));
    const hidden = await planInto(await makeFolder(), fixture(MODULE), '--pseudonyms');
    const text = await dumpWorkbook(await readFile(join(hidden, 'plan.xlsx')));
    const words = new Set(text.split(/[\t\n]| {2}/));
    const given = named.map((row) => `${row['prénom']} ${row['nom']}`);
    const met = [...named.map((row) => row['nom']), ...given].filter(
      (name) => words.has(name) || words.has(` ${name}`),
    );
    expect(met).toEqual([]);
    for (const name of given) expect(text).not.toContain(name);
    expect(words).toContain('E006');
  });
});

// Skipped with their names in the report where there is no LibreOffice; .ci/run installs it.
describe('the notice board of plan.xlsx', () => {
  it.each([
    ['en', 'Notice board', []],
    ['en', 'Notice board', ['--pseudonyms']],
    ['fr', 'Affichage', ['--for', 'participants']],
  ] as const)('is read back as the list that it shows, %s %s %s', async (lang, sheet, flags) => {
    const cwd = await makeFolder();
    // Sixteen groups in blocks of four, with themes and strands by title.
    await cp(fixture('regards-croises-2018'), join(cwd, 'year'), { recursive: true });
    await cp(fixture('roles'), join(cwd, 'roles'), { recursive: true });
    await cp(fixture('tiny'), join(cwd, 'tiny'), { recursive: true });
    // Two people of one name and school are the only ones that nothing on it tells apart.
    await edit(join(cwd, 'year', 'ena.csv'), (text) => text.replace('E052,Lemonnier,Thibault', 'E052,Lemonnier,Théo'));
    for (const module of ['year', 'roles', 'tiny']) {
      await runWell(['plan', module, '--out', `${module}-plan`, '--effort', '0', '--quiet', '--lang', lang, ...flags], {
        cwd,
      });
      const board = `${module}-plan/plan.xlsx#${sheet}`;
      const { stdout, stderr } = await runWell(['compare', `${module}-plan`, board, module], { cwd });
      expect(stdout).toContain('Both are worth the same, everybody is in the same group.');
      expect(stderr).toContain('Read as a notice board: ');
      const [ours, read] = await Promise.all(
        [`${module}-plan/groups.csv`, board].map((list) =>
          runCli(['score', module, '--groups', list, '--quiet'], { cwd }),
        ),
      );
      expect(read).toMatchObject({ code: ours.code, stdout: ours.stdout });
      if (module !== 'year') continue;
      const repaired = await runWell(
        ['repair', module, '--keep', board, '--dry-run', '--lang', 'en', '--effort', '0'],
        { cwd },
      );
      expect(repaired.stderr).toContain('nobody moves');
    }
  });

  it('names both cells that may each be either of two people of one name and school', async () => {
    const cwd = await makeFolder();
    const year = fixture('regards-croises-2018');
    await runWell(['plan', year, '--out', 'plan', '--effort', '0', '--quiet'], { cwd });
    const { code, stderr } = await runCli(['score', year, '--groups', 'plan/plan.xlsx#Affichage', '--lang', 'en'], {
      cwd,
    });
    expect(code).toBe(3);
    expect(
      stderr.match(/"Thibault Lemonnier {2}ENA": error: This can be more than one person: E051 or E052/g),
    ).toHaveLength(2);
    expect(stderr).toContain('2 errors.');
  });
});

describe.skipIf(!hasLibreOffice())('plan.xlsx opened in LibreOffice', () => {
  it('shows every sheet with its cells, days and times, and names that look like formulas as they are', async () => {
    const module = await copyFixture(MODULE);
    await edit(join(module, 'ena.csv'), (text) => text.replace('Bessière', '=1+1').replace('Guilloteau', '@SUM(A1)'));
    const folder = await makeFolder();
    const out = await planInto(folder, module);
    await convert(folder, EACH_SHEET, [join(out, 'plan.xlsx')]);
    const groups = parseTable(await textOf(folder, 'plan-Groupes.csv'));
    expect(groups).toHaveLength(168);
    for (const name of ['=1+1', '@SUM(A1)']) expect(groups.map((row) => row['nom'])).toContain(name);
    expect(groups.map((row) => row['identifiant'])).toContain('N07');
    expect(await textOf(folder, 'plan-Affichage.csv')).toContain('=1+1  ENA');
    const [first] = parseTable(await textOf(folder, 'plan-Emploi du temps par groupe.csv'));
    expect(first).toMatchObject({ groupe: 'VILLE-A1', date: 'lun. 12/02/2018', début: '09:00', fin: '12:30' });
    for (const sheet of ['par salle', 'par témoin'])
      expect(parseTable(await textOf(folder, `plan-Emploi du temps ${sheet}.csv`)).length).toBeGreaterThan(50);
    expect(await textOf(folder, 'plan-Mélange.csv')).toContain('optimal (prouvé)');
    expect(await textOf(folder, 'plan-Notes.csv')).toContain('brassage verify out');
  }, 120_000);

  it.skipIf(!canRun('pdfinfo', '-v'))(
    'prints on A4 landscape, posts as many groups a page, and cuts the timetable of none',
    async () => {
      const folder = await makeFolder();
      const out = await planInto(folder, fixture(MODULE));
      await convert(folder, 'pdf', [join(out, 'plan.xlsx')]);
      const { stdout } = await promisify(execFile)('pdfinfo', ['-f', '1', '-l', '99', join(folder, 'plan.pdf')]);
      const sizes = stdout.match(/(?<=^Page .*size: +)\S.*/gm) ?? [];
      expect(sizes.length).toBeGreaterThan(10);
      expect(new Set(sizes)).toEqual(new Set(['841.89 x 595.304 pts (A4)']));
      const { stdout: text } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'plan.pdf'), '-']);
      const pages = text.split('\f').slice(0, -1);
      expect(pages.map((page) => /Page \d+ sur \d+/.test(page))).toEqual(sizes.map(() => true));
      const posted = pages.filter((page) => /Affichage\n/.test(page));
      expect(posted.map((page) => page.match(/[A-Z]+-[AB][12]/g)?.length)).toEqual([8, 8]);
      const timetables = pages
        .filter((page) => /Emploi du temps par groupe\n/.test(page))
        .map((page) => page.match(/[A-Z]+-[AB][12]/g) ?? []);
      expect(timetables.length).toBeGreaterThan(3);
      const labels = timetables.flatMap((own) => [...new Set(own)]);
      expect([labels.length, new Set(labels).size]).toEqual([16, 16]);
    },
    120_000,
  );
});

describe('the workbook of a plan as an input', () => {
  it('is read as the group list that it begins with, and nothing has to be said about it', async () => {
    const out = join(await makeFolder(), 'out');
    await runWell(['plan', fixture('tiny'), '--out', out]);
    const { code, stderr } = await runCli(['score', fixture('tiny'), '--groups', join(out, 'plan.xlsx')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
