import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

describe('words that are near to what is meant', () => {
  const sessions = (kind: string) => `séance;date;début;fin;type\nS1;12/02/2018;9h;12h;${kind}\n`;
  const SETTINGS = '[[roster]]\nschool = "ENA"\nfile = "ena.csv"\n[groups]\ncount = 2\n';

  it.each(['travail et audition', 'work and hearing', 'travail & audition'])(
    '%s are two kinds of one session',
    async (kind) => {
      const settings = `${SETTINGS}[timetable]\nsessions = "s.csv"\n`;
      const module = await makeModule({ 'module.toml': settings, 's.csv': sessions(kind) });
      const { code, stdout } = await runCli(['check', module, '--json']);
      expect([code, JSON.parse(stdout)]).toMatchObject([0, { status: 'done' }]);
    },
  );

  it.each(BOTH)(
    'a person in a rule is suggested in either order, and a theme by a title cut short (%s)',
    async (language) => {
      const module = await makeModule({
        'module.toml': `${SETTINGS}[themes]\nfile = "t.csv"\n[rules]\nfile = "r.csv"\n`,
        't.csv': 'thème;titre\nTE;Transition écologique\nNU;Numérique\n',
        'r.csv': 'règle;qui;valeur\nfixé;Camille Rochee;Transition écolo\n',
      });
      const text = await said(language, ['check', module]);
      expect(text).toContain(language === 'en' ? 'Maybe "Camille ROCHE"?' : 'Peut-être « Camille ROCHE » ?');
      expect(text).toContain(
        language === 'en' ? 'Maybe "Transition écologique"?' : 'Peut-être « Transition écologique » ?',
      );
    },
  );

  it('a theme whose groups are called after it is suggested before these', async () => {
    const module = await makeModule({
      'module.toml': `${SETTINGS}[themes]\nfile = "t.csv"\n[rules]\nfile = "r.csv"\n`,
      't.csv': 'thème;titre\nTransition écologique;\nNumérique;\n',
      'r.csv': 'règle;qui;valeur\nfixé;1;Transition écolo\n',
    });
    expect(await said('en', ['check', module])).toContain('Maybe "Transition écologique"?');
  });

  it.each(BOTH)(
    'a label near to one of the module is doubted in a list that has others of it (%s)',
    async (language) => {
      const module = await makeModule({
        'module.toml': `${SETTINGS}[themes]\nfile = "t.csv"\n`,
        't.csv': 'thème;titre\nJEUN;Jeunesse\nNUM;Numérique\n',
      });
      const list = join(module, 'list.csv');
      const groupOf = (index: number) => (index === 7 ? 'numérique 1' : index < 4 ? 'JEUN1' : 'NUM1');
      await writeFile(list, ['groupe;id', ...NAMES.map((_, index) => `${groupOf(index)};${index + 1}`), ''].join('\n'));
      const text = await said(language, ['score', module, '--groups', list]);
      expect(text).toMatch(
        language === 'en'
          ? /"numérique 1": warning: The module has no group of this label.*of 1 person\. Maybe "NUM.*"\?/
          : /« numérique 1 » : attention : Le module n’a pas de groupe de ce nom.*de 1 personne\. Peut-être « NUM.* » \?/,
      );
      const own = ['groupe;id', ...NAMES.map((_, index) => `Table ${index % 2};${index + 1}`), ''].join('\n');
      await writeFile(list, own);
      expect(await said(language, ['score', module, '--groups', list])).not.toMatch(/warning|attention/);
    },
  );

  it('whom a timetable is listed for may be said in French', async () => {
    const settings = `${SETTINGS}[timetable]\nsessions = "s.csv"\n`;
    const module = await makeModule({ 'module.toml': settings, 's.csv': sessions('travail') });
    const list = join(module, 'list.csv');
    await writeFile(
      list,
      ['groupe;id', ...NAMES.map((_, index) => `G0${(index % 2) + 1};${index + 1}`), ''].join('\n'),
    );
    const listed = async (by: string) => runCli(['timetable', module, '--groups', list, '--by', by]);
    for (const [french, own] of [
      ['groupe', 'group'],
      ['personnes', 'person'],
    ] as const)
      expect(await listed(french)).toEqual(await listed(own));
    expect((await listed('salles')).stderr).toMatch(/--rooms/);
    expect((await listed('témoin')).stderr).toMatch(/--witnesses/);
    expect((await listed('école')).code).toBe(2);
  });

  it.each([
    ['aide', 'help'],
    ['planifier', 'plan'],
    ['Vérifier', 'check'],
  ])('the command %s gets %s suggested', async (typed, meant) => {
    expect(await said('en', [typed])).toContain(`(Did you mean ${meant}?)`);
    expect(await said('fr', [typed])).toContain(`Vouliez-vous dire ${meant} ?`);
  });
});

describe('what a group can get', () => {
  it('is what shares out all holders, where the largest group could have more', async () => {
    const rows = Array.from({ length: 78 }, (_, index) => `${index + 1};N${index};P;${index < 47 ? 'F' : 'H'}`);
    const module = await makeModule({
      'module.toml': '[[roster]]\nfile = "ena.csv"\n[groups]\ncount = 8\n[balance]\ngender = 1\n',
      'ena.csv': ['id;nom;prénom;genre', ...rows, ''].join('\n'),
    });
    const { stdout } = await runCli(['check', module, '--lang', 'en']);
    expect(stdout).toMatch(/F +47 +5 or 6/);
    expect(stdout).toMatch(/H +31 +3 or 4/);
  });
});

describe('what is not there', () => {
  it.each(BOTH)(
    'a folder is said to be missing, with the nearest one or the command that makes it (%s)',
    async (language) => {
      const module = await makeModule();
      const above = dirname(module);
      const [no, maybe] = language === 'en' ? ['There is no folder', 'Maybe'] : ['Le dossier', 'Peut-être'];
      const near = await said(language, ['plan', join(above, 'modul')]);
      expect(near).toContain(no);
      expect(near).toMatch(new RegExp(`${maybe} ["«] ?${module}`));
      expect(near).not.toContain('brassage init');
      expect(await said(language, ['plan', join(above, 'may')])).toContain(`brassage init ${join(above, 'may')}`);
      expect(await said(language, ['score', 'module'], above)).toMatch(new RegExp(`${no} out.*brassage plan`));
      await mkdir(join(above, 'p2'));
      expect(await said(language, ['repair', 'module', '--keep', 'p3'], above)).toMatch(
        new RegExp(`${no} p3.*${maybe} ["«] ?p2`),
      );
    },
  );

  it.each(BOTH)(
    'a roster gets the nearest file suggested, and init only where it would not refuse (%s)',
    async (language) => {
      const module = await makeModule({ 'module.toml': '[[roster]]\nfile = "enna.xlsx"\n[groups]\ncount = 2\n' });
      const text = await said(language, ['check', module]);
      expect(text).toContain(language === 'en' ? 'Maybe "ena.csv"?' : 'Peut-être « ena.csv » ?');
      expect(text).not.toContain('brassage init');
      const fresh = join(await makeFolder(), 'fresh');
      await runCli(['init', fresh, '--lang', language]);
      await writeFile(join(fresh, 'ena.csv'), 'id;nom\n');
      expect(await said(language, ['check', fresh])).toContain('brassage init');
    },
  );
});

describe('a list to be posted', () => {
  it.each(BOTH)("is not put in the place of the coordinator's own plan (%s)", async (language) => {
    const module = await makeModule();
    const out = join(dirname(module), 'plan');
    await runCli(['plan', module, '--out', out]);
    const text = await said(language, ['plan', module, '--out', out, '--for', 'participants']);
    expect(text).toContain(language === 'en' ? '--out posted' : '--out affichage');
    expect(text).not.toContain('--force');
    const { code } = await runCli(['plan', module, '--out', out, '--for', 'participants', '--force']);
    expect(code).toBe(0);
  });
});
