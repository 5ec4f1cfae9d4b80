import { execFile, execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../src/readers/reading.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { readSessions } from '../../src/readers/session-reader.js';
import { readSheet } from '../../src/readers/sheet-reader.js';
import { readThemes } from '../../src/readers/theme-reader.js';
import { rawWorkbook, textRow, workbookOf } from '../helpers/workbooks.js';
import { BASE_ENVIRONMENT, PROGRAM } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture, makeFolder, namesIn, textOf } from './workspace.js';

/** What is read is in question, not how well it is mixed. */
const FAST = ['--effort', '0', '--quiet'] as const;
const VERIFIED = 'every byte is what these inputs and options make';

const MODULE_2018 = fixture('regards-croises-2018');

/** The cells of a table as a person would type them into a spreadsheet. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  return parse(text, { bom: true, delimiter });
}

async function rowsOfFile(path: string, encoding = 'utf-8'): Promise<readonly (readonly string[])[]> {
  return rowsOf(iconv.decode(await readFile(path), encoding));
}

/** The 2018 module with both rosters in workbooks, and the workbook that has both. */
async function moduleWithWorkbooks(): Promise<string> {
  const module = await copyFixture('regards-croises-2018');
  const [ena, inet] = [
    await rowsOfFile(join(module, 'ena.csv')),
    await rowsOfFile(join(module, 'inet.csv'), 'windows-1252'),
  ];
  await writeFile(join(module, 'ena.xlsx'), await workbookOf({ Feuil1: ena }));
  await writeFile(join(module, 'inet.xlsx'), await workbookOf({ Notes: [['à relire']], Élèves: inet }));
  await writeFile(join(module, 'both.xlsx'), await workbookOf({ ENA: ena, INET: inet }));
  await edit(join(module, 'module.toml'), (text) =>
    text
      .replace('"ena.csv"', '"ena.xlsx"')
      .replace('"inet.csv"', '"inet.xlsx#eleves"')
      .replace(/^encoding.*\n/m, ''),
  );
  return module;
}

describe('rosters in workbooks', () => {
  it('give the groups of the same rosters in CSV, byte for byte, and are verified', async () => {
    const module = await moduleWithWorkbooks();
    const cwd = join(module, '..');
    await runWell(['plan', fixture('regards-croises-2018'), '--out', 'csv', ...FAST], { cwd });
    await runWell(['plan', 'module', '--out', 'xlsx', ...FAST], { cwd });
    for (const name of ['groups.csv', 'timetable.csv'])
      expect(await textOf(cwd, 'xlsx', name)).toBe(await textOf(cwd, 'csv', name));
    const { inputs } = JSON.parse(await textOf(cwd, 'xlsx', 'manifest.json'));
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['ena.xlsx', 'inet.xlsx']));
    expect((await runWell(['verify', 'xlsx'], { cwd })).stdout).toContain(VERIFIED);
    await writeFile(join(module, 'inet.xlsx'), await workbookOf({ Élèves: [['id', 'nom']] }));
    const { code, stderr } = await runCli(['verify', 'xlsx'], { cwd });
    expect(code).not.toBe(0);
    expect(stderr).toContain('inet.xlsx');
  });

  it('may be two sheets of one workbook, named by flags', async () => {
    const module = await moduleWithWorkbooks();
    const rosters = (a: string, b: string) => ['--roster', `ENA=${a}`, '--roster', `INET=${b}`, '--size', '10..11'];
    const cwd = module;
    await runWell(['plan', ...rosters('both.xlsx#ENA', 'both.xlsx#inet'), '--out', 'x', ...FAST], { cwd });
    await runWell(['plan', ...rosters('ena.csv', 'inet.csv'), '--out', 'c', ...FAST], { cwd });
    expect(await textOf(module, 'x', 'groups.csv')).toBe(await textOf(module, 'c', 'groups.csv'));
    const { inputs } = JSON.parse(await textOf(module, 'x', 'manifest.json'));
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(['both.xlsx']);
    expect((await runWell(['verify', 'x'], { cwd })).stdout).toContain(VERIFIED);
  });

  it('are refused with their places, and nothing is written', async () => {
    const module = await moduleWithWorkbooks();
    const rows = `${textRow(1, 'id', 'nom', 'vœux')}${textRow(2, 'N1', 'Ba', 'EUROP')}<row r="3"><c r="A3"><f>A1</f></c></row>`;
    await writeFile(join(module, 'inet.xlsx'), rawWorkbook({ sheets: { Notes: '', Élèves: rows } }));
    const out = join(module, 'out');
    const { code, stderr } = await runCli(['plan', module, '--out', out, '--lang', 'fr']);
    expect(code).toBe(3);
    expect(stderr).toContain(`${module}/inet.xlsx#Élèves:2:3 [vœux]`);
    expect(stderr).toContain(`${module}/inet.xlsx#Élèves:3:1 [id]`);
    expect(stderr).toContain('Ouvrez-le dans Excel');
    expect(stderr).not.toMatch(/\bat .*\.js:/);
    await expect(textOf(out, 'groups.csv')).rejects.toThrow('ENOENT');
    await writeFile(join(module, 'inet.xlsx'), 'PK\u0003\u0004 and nothing more');
    expect((await runCli(['check', module])).stderr).toContain('This workbook is damaged');
  });
});

describe('init --from workbooks', () => {
  const people = (letter: string) => [
    ['N°', 'Nom usuel', 'Civilité'],
    ...['Ash', 'Bay', 'Cam', 'Dee'].map((name, index) => [`${letter}${index}`, `${name}${letter}`, 'Mme']),
  ];

  it('copies each once, and names the sheets that are read, after which schools are called where they are of one workbook', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, 'both.xlsx'), await workbookOf({ ENA: people('E'), INET: people('N') }));
    await writeFile(join(cwd, 'ensp.xlsx'), await workbookOf({ Élèves: people('P'), Notes: [['x']] }));
    const rosters = ['both.xlsx#ena', 'both.xlsx#inet', 'ensp.xlsx'];
    const { code, stderr } = await runCli(['init', 'my', '--from', ...rosters, '--lang', 'en'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('The first visible sheet, "Élèves"') });
    const settings = await textOf(cwd, 'my', 'module.toml');
    for (const line of ['file = "both.xlsx#ENA"', 'file = "both.xlsx#INET"', 'file = "ensp.xlsx#Élèves"'])
      expect(settings).toContain(line);
    expect(settings.match(/^school = "\w+"/gm)).toEqual(['school = "ENA"', 'school = "INET"', 'school = "ENSP"']);
    expect(await readFile(join(cwd, 'my', 'both.xlsx'))).toEqual(await readFile(join(cwd, 'both.xlsx')));
    expect((await runCli(['plan', 'my', '--out', 'out', ...FAST], { cwd })).code).toBe(0);
  });

  it('refuses one sheet twice, and files of one name', async () => {
    const cwd = await makeFolder();
    await mkdir(join(cwd, 'old'));
    const bytes = await workbookOf({ ENA: people('E'), INET: people('N') });
    await Promise.all(['a.xlsx', 'old/a.xlsx'].map((name) => writeFile(join(cwd, name), bytes)));
    for (const files of [
      ['a.xlsx#ENA', 'a.xlsx#ena'],
      ['a.xlsx#ENA', 'old/a.xlsx#INET'],
    ]) {
      const { code, stderr } = await runCli(['init', 'my', '--from', ...files, '--lang', 'en'], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain('Two rosters have this name');
    }
    expect(await namesIn(cwd)).toEqual(['a.xlsx', 'old']);
  });
});

describe('every other table in a workbook', () => {
  it('is read like its CSV: programme, lists that are kept, judged, compared and repaired', async () => {
    const cwd = await makeFolder();
    const module = await copyFixture('tiny');
    await rename(module, join(cwd, 'module'));
    await runWell(['plan', 'module', '--out', 'csv', ...FAST], { cwd });
    const tables = ['north', 'south', 'themes', 'rules', 'sessions', 'rooms', 'witnesses', 'availability'];
    for (const name of tables) {
      const path = join(cwd, 'module', `${name}.csv`);
      await writeFile(path.replace('.csv', '.xlsx'), await workbookOf({ A: await rowsOfFile(path) }));
      await rm(path);
    }
    await edit(join(cwd, 'module', 'module.toml'), (text) => text.replaceAll('.csv"', '.xlsx"'));
    await runWell(['plan', 'module', '--out', 'xlsx', ...FAST], { cwd });
    for (const name of ['groups', 'timetable']) {
      expect(await textOf(cwd, 'xlsx', `${name}.csv`)).toBe(await textOf(cwd, 'csv', `${name}.csv`));
      await writeFile(
        join(cwd, `${name}.xlsx`),
        await workbookOf({ Titre: [], [name]: rowsOf(await textOf(cwd, 'csv', `${name}.csv`)) }),
      );
    }
    const list = 'groups.xlsx#groups';
    const score = await runWell(['score', 'module', '--groups', list, '--json'], { cwd });
    expect(JSON.parse(score.stdout)).toMatchObject({ isBroken: false, score: { value: 31 } });
    expect((await runWell(['compare', list, 'csv', 'module'], { cwd })).stderr).toBe('');
    const again = await runWell(['timetable', 'module', '--groups', list, '--csv', 'excel'], { cwd });
    expect(again.stdout).toBe(await textOf(cwd, 'csv', 'timetable.csv'));
    const keep = ['--keep', 'timetable.xlsx#timetable', '--today', '2018-01-01', ...FAST];
    await runWell(['plan', 'module', '--out', 'kept', ...keep], { cwd });
    expect((await runWell(['verify', 'kept'], { cwd })).stdout).toContain(VERIFIED);
    await runWell(['repair', 'module', '--keep', list, '--out', 'repaired', ...FAST], { cwd });
    expect(await textOf(cwd, 'repaired', 'groups.csv')).toBe(await textOf(cwd, 'csv', 'groups.csv'));
    expect((await runWell(['verify', 'repaired'], { cwd })).stdout).toContain(VERIFIED);
    await runWell(['plan', 'module', '--history', list, '--out', 'next', ...FAST], { cwd });
    expect((await runWell(['verify', 'next'], { cwd })).stdout).toContain(VERIFIED);
  });
});

describe('the package that reads workbooks', () => {
  it('is loaded only where there is one', async () => {
    const folder = await makeFolder();
    const hook = join(folder, 'hook.mjs');
    const loads = `export const load = (url, context, next) => {
      if (url.includes('/node_modules/hucre/')) process._rawDebug('LOADED');
      return next(url, context);
    };`;
    const url = JSON.stringify(`data:text/javascript,${encodeURIComponent(loads)}`);
    await writeFile(hook, `import { register } from 'node:module'; register(${url});`);
    const run = async (...args: readonly string[]): Promise<string> => {
      const options = { env: BASE_ENVIRONMENT };
      const command = ['--import', pathToFileURL(hook).href, PROGRAM, ...args];
      return (await promisify(execFile)(process.execPath, command, options)).stderr;
    };
    expect(await run('--help')).not.toContain('LOADED');
    expect(await run('check', fixture('tiny'))).not.toContain('LOADED');
    expect(await run('check', await moduleWithWorkbooks())).toContain('LOADED');
  });
});

// Skipped with its name in the report where there is no LibreOffice; .ci/run installs it.
describe.skipIf(!hasLibreOffice())('what LibreOffice has saved as .xlsx', () => {
  /** A table of the 2018 module as LibreOffice opens it in France, and saves it. */
  async function savedAsWorkbook(name: string, delimiter: ',' | ';'): Promise<InputFile> {
    const folder = await makeFolder();
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const filter = `--infilter=CSV:${delimiter.charCodeAt(0)},34,76,1,,1036`;
    const command = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      filter,
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
    ];
    await promisify(execFile)('soffice', [...command, join(MODULE_2018, `${name}.csv`)]);
    const { value: file, diagnostics } = await readSheet({ name, bytes: await readFile(join(folder, `${name}.xlsx`)) });
    if (file?.sheet === undefined) throw new Error(`it is no workbook: ${JSON.stringify(diagnostics)}`);
    return file;
  }

  it('has the people of a roster', async () => {
    const read = (file: InputFile) => readRosters([{ ...file, school: 'ENA' }], new Map());
    const expected = read({ name: 'ena', bytes: await readFile(join(MODULE_2018, 'ena.csv')) });
    expect(expected.value.participants).toHaveLength(113);
    const found = read(await savedAsWorkbook('ena', ','));
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(expected)));
  }, 120_000);

  it('has the days and times of a programme, which it has made cells of dates and times', async () => {
    const file = await savedAsWorkbook('sessions', ';');
    expect(file.sheet?.rows[1].cells.slice(0, 2)).toEqual(['S01', '2018-02-12']);
    const themes = readThemes({ name: 'themes', bytes: await readFile(join(MODULE_2018, 'themes.csv')) }, new Map());
    const read = (one: InputFile) => readSessions(one, new Map(), { themes: themes.value });
    const expected = read({ name: 'sessions', bytes: await readFile(join(MODULE_2018, 'sessions.csv')) });
    expect(expected.value).toHaveLength(18);
    expect(read(file)).toEqual(expected);
  }, 120_000);
});

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
