import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { makeFolder } from './workspace.js';

const BOTH = ['en', 'fr'] as const;
const NAMES = ['ROCHE', 'PETIT', 'BLANC', 'MARTIN', 'GIRARD', 'FAURE', 'COLIN', 'PERRIN'];
const ROSTER = NAMES.map((name, index) => `${index + 1};${name};Camille;${index % 2 === 0 ? 'H' : 'F'};`);

/** A module of one school, eight people and two groups, with files of its own in the place of the usual ones. */
async function makeModule(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(await makeFolder(), 'module');
  await mkdir(folder);
  const usual = {
    'module.toml': '[[roster]]\nschool = "ENA"\nfile = "ena.csv"\n[groups]\ncount = 2\n',
    'ena.csv': ['id;nom;prénom;genre;', ...ROSTER, ''].join('\n'),
  };
  for (const [name, text] of Object.entries({ ...usual, ...files })) await writeFile(join(folder, name), text);
  return folder;
}

/** What a command says beside its data, in a language; no-break spaces as plain ones. */
async function said(language: 'en' | 'fr', args: readonly string[], cwd?: string): Promise<string> {
  const { stderr } = await runCli([...args, '--lang', language], cwd === undefined ? {} : { cwd });
  return stderr.replace(/[\u00a0\u202f]/g, ' ');
}

describe('notes on the inputs', () => {
  const files = {
    'ena.csv': [
      'id;nom;prénom;genre',
      ...ROSTER.map((row) => row.slice(0, -1)),
      '9;MEYER;Noé;',
      'Total : 9;;;',
      '',
    ].join('\n'),
  };

  it.each(BOTH)('are told by check, and counted on one line by the other commands (%s)', async (language) => {
    const module = await makeModule(files);
    expect(await said(language, ['check', module])).toMatch(/Total : 9/);
    const plan = await said(language, ['plan', module, '--dry-run']);
    const line =
      language === 'en' ? '3 notes on the inputs: brassage check' : '3 notes sur les données : brassage check';
    expect(plan).toContain(`${line} ${module}`);
    expect(plan).not.toMatch(/Total : 9/);
    expect(await said(language, ['plan', module, '--dry-run', '--verbose'])).toMatch(/Total : 9/);
    const { stdout } = await runCli(['plan', module, '--dry-run', '--json']);
    expect(stdout).toContain('roster.count-line');
  });

  it.each(BOTH)('come before warnings, and these before errors (%s)', async (language) => {
    const doubled = [files['ena.csv'].trimEnd(), '10;ROCHE;Camille;F', '3;BLANC;Camille;F', ''].join('\n');
    const module = await makeModule({ 'ena.csv': doubled });
    const lines = (await said(language, ['check', module])).trimEnd().split('\n');
    const kinds = lines.map((line) => /: (note|warning|attention|error|erreur) ?:/.exec(line)?.[1]);
    const [note, error] = [kinds.lastIndexOf('note'), kinds.indexOf(language === 'en' ? 'error' : 'erreur')];
    expect(note).toBeGreaterThanOrEqual(0);
    expect(error).toBe(lines.length - 2);
    expect(error).toBeGreaterThan(note);
  });
});

describe('a roster whose header of family names is misspelt', () => {
  it.each(BOTH)('earns a warning of its own with that header (%s)', async (language) => {
    const module = await makeModule({ 'ena.csv': ['id;Nm;prénom;genre;', ...ROSTER, ''].join('\n') });
    const text = await said(language, ['check', module]);
    const sentence = language === 'en' ? 'Nobody in this roster has a family name' : 'Personne n’a de nom de famille';
    expect(text.split('\n').filter((line) => line.includes('Nm'))).toEqual([expect.stringContaining(sentence)]);
    expect(text).toMatch(language === 'en' ? /its 8 people .* Maybe "Nm"\?/ : /les 8 personnes .* Peut-être « Nm » \?/);
  });
});

describe('init --from', () => {
  it.each(BOTH)(
    'says who stands twice, and where a total differs, so that its numbers add up (%s)',
    async (language) => {
      const folder = await makeFolder();
      const rows = [
        'id;nom;prénom;genre',
        ...ROSTER.map((row) => row.slice(0, -1)),
        ROSTER[2].slice(0, -1),
        'Total : 8;;;',
        '',
      ];
      await writeFile(join(folder, 'ena.csv'), rows.join('\n'));
      const text = await said(language, ['init', '--from', 'ena.csv'], folder);
      const [lines, people] = language === 'en' ? ['9 people', '8 people'] : ['9 personnes', '8 personnes'];
      expect(text).toMatch(new RegExp(`^ena.csv ?: note ?: ${lines}`, 'm'));
      expect(text).toMatch(new RegExp(`^note ?: ${people}`, 'm'));
      expect(text).toContain(language === 'en' ? 'BLANC Camille stands already in' : 'BLANC Camille figure déjà dans');
      expect(text).toMatch(
        language === 'en' ? /This line counts 8, and 9 people were read/ : /en compte 8, et 9 personnes ont été lues/,
      );
    },
  );
});

describe('settings', () => {
  it.each(BOTH)('name both lines of a key that stands twice (%s)', async (language) => {
    const settings =
      '[[roster]]\nfile = "ena.csv"\n[timetable]\nsessions = "s.csv"\nrooms = "rooms.csv"\nrooms = 100\n';
    const module = await makeModule({ 'module.toml': settings });
    const text = await said(language, ['check', module]);
    expect(text).toContain('module.toml:6');
    expect(text).toContain(
      language === 'en' ? 'timetable.rooms stands on line 5 already' : 'timetable.rooms figure déjà ligne 5',
    );
  });

  it.each(BOTH)('of a new folder hold no key twice, whatever is switched on (%s)', async (language) => {
    const folder = join(await makeFolder(), 'module');
    await runCli(['init', folder, '--lang', language]);
    const text = (await readFile(join(folder, 'module.toml'), 'utf8')).replace(
      /^# (?=\[|[a-z_."]+(?: =|=[a-z]+" =))/gm,
      '',
    );
    expect(text).toMatch(/^weights\.rooms = 100/m);
    await writeFile(join(folder, 'module.toml'), text);
    const { stdout } = await runCli(['check', folder, '--json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
    expect(diagnostics.filter(({ code }) => code.startsWith('settings.'))).toEqual([]);
  });
});
