import { describe, expect, it } from 'vitest';
import { ROOT, runCli as runAlone } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn } from './workspace.js';

const TINY = fixture('tiny');

/** Arguments to words that the message must hold. */
const WRONG: readonly (readonly [args: readonly string[], ...words: readonly (string | RegExp)[]])[] = [
  [['plna', TINY], "unknown command 'plna'", 'Did you mean plan?'],
  [['plan', TINY, '--sede', 'x'], "unknown option '--sede'", 'Did you mean --seed?'],
  [['check', TINY, '--efort', '3'], "unknown option '--efort'"],
  [['plan', TINY, TINY], /too many arguments/],
  [['plan', `${TINY}/north.csv`], 'is a file', `brassage init my-module --from ${TINY}/north.csv`],
  [['check', `${TINY}/north.csv`], '--roster SCHOOL='],
  [['init'], 'give the folder to make'],
  [['plan', TINY, '--effort', '6'], '--effort', 'from 0 to 5'],
  [['plan', TINY, '--effort', '-1'], '--effort'],
  [['plan', TINY, '--starts', '0'], '--starts', 'whole number from 1'],
  [['plan', TINY, '--starts', '1.5'], '--starts'],
  [['plan', TINY, '--starts', '5..4'], '--starts', 'such as 0..999'],
  [['plan', TINY, '--shard', '1/2'], '--shard needs --starts'],
  [['plan', TINY, '--starts', '8', '--shard', '0/8'], '--shard', 'counted from 1'],
  [['plan', TINY, '--starts', '8', '--shard', '9/8'], '--shard', 'counted from 1'],
  [['plan', 'nowhere', '--shard', '1/2'], '--shard needs --starts'],
  [['groups', TINY, '--starts', '4..6', '--shard', '1/4'], '--shard 1/4', '3 starts to share out (4..6)'],
  [['best'], "missing required argument 'DIR'"],
  [['plan', TINY, '--time-limit', '0'], '--time-limit', 'above 0'],
  [['plan', TINY, '--time-limit', 'soon'], '--time-limit', 'seconds'],
  [['plan', TINY, '--hearings', 'two'], '--hearings'],
  [['groups', TINY, '--count', '0'], '--count'],
  [['groups', TINY, '--size', '10..9'], '--size 10..9'],
  [['groups', TINY, '--size', 'few'], '--size few', '9 or [9, 10]'],
  [['groups', TINY, '--balance', 'school'], '--balance school'],
  [['groups', TINY, '--csv', 'excell'], '--csv', 'excel-fr, excel, rfc4180'],
  [['groups', TINY, '--lang', 'de'], '--lang', 'fr, en'],
  [['groups', TINY, '--roster', 'ENA='], '--roster ENA='],
  [['groups', TINY, '--seed'], '--seed', 'argument missing'],
  [['groups', '--roster', 'A=-', '--roster', 'B=-', '--size', '4'], 'standard input (-) can be one file only'],
  [['score', '--roster', 'A=-', '--size', '4', '--groups', '-'], 'standard input (-) can be one file only'],
  [['timetable', '--roster', 'N=north.csv', '--size', '4'], '--sessions FILE'],
];

/** The same in French, for each kind of message. */
const WRONG_IN_FRENCH: readonly (readonly [args: readonly string[], ...words: readonly string[]])[] = [
  [['plna'], 'commande inconnue\u00a0: «\u00a0plna\u00a0»', 'Vouliez-vous dire plan\u00a0?'],
  [['plan', '--sede', 'x'], 'option inconnue\u00a0: «\u00a0--sede\u00a0»', 'Vouliez-vous dire --seed\u00a0?'],
  [['plan', TINY, TINY], 'trop d’arguments pour plan', '1 au plus'],
  [['init'], 'donnez le dossier à créer'],
  [['best'], 'l’argument DOSSIER manque'],
  [['plan', '--effort', '6'], 'n’accepte pas «\u00a06\u00a0»', 'de 0 à 5'],
  [['plan', '--starts', '0'], 'par exemple 0..999'],
  [['plan', '--shard', '2'], 'de 1/10 à 10/10'],
  [['plan', '--time-limit', '0'], 'secondes supérieur à 0'],
  [['timetable', '--today', 'soon'], 'Un jour est attendu'],
  [['groups', '--csv', 'excell'], 'Valeurs possibles\u00a0: excel-fr, excel, rfc4180'],
  [['plan', '--shard', '1/2'], '--shard demande --starts'],
  [['plan', '--starts', '2', '--shard', '1/4'], 'moins que 4 parts'],
  [['groups', '--size', 'few'], '--size few\u00a0: La taille'],
  [['groups', '--roster', 'A=-', '--roster', 'B=-', '--size', '4'], 'l’entrée standard (-)'],
  [['timetable', '--roster', 'N=north.csv', '--size', '4'], 'donnez --sessions FICHIER'],
  [['timetable', '--by', 'changes'], 'donnez --keep FICHIER'],
  [['rotate', TINY], 'donnez --modules N'],
  [['repair', TINY, '--keep', TINY], 'ce dossier ne contient pas de plan (pas de groups.csv)'],
];

describe('wrong usage', () => {
  for (const [args, ...words] of WRONG) {
    const shown = args.map((word) => word.replace(ROOT, '')).join(' ');
    it(`exits 2 and says what is off: ${shown}`, async () => {
      const { code, stdout, stderr } = await runCli(args, { cwd: TINY, stdin: 'id,name\n1,A\n2,B\n3,C\n4,D\n' });
      for (const word of words) expect(stderr).toMatch(typeof word === 'string' ? asPattern(word) : word);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });
  }

  for (const [args, ...words] of WRONG_IN_FRENCH) {
    it(`says so in French: ${args.map((word) => word.replace(ROOT, '')).join(' ')}`, async () => {
      const { code, stdout, stderr } = await runCli([...args, '--lang', 'fr'], { cwd: TINY, stdin: 'id\n1\n' });
      expect(stderr).toMatch(/^erreur\u00a0: /);
      for (const word of words) expect(stderr).toContain(word);
      expect(stderr).not.toMatch(/error|argument '|Expected|choices|mean/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    });
  }

  it('takes the language before the command too', async () => {
    const { stderr } = await runCli(['--lang', 'fr', 'plan', 'nowhere', '--no-calendars', '--person-calendars']);
    expect(stderr).toContain('--no-calendars et --person-calendars s’excluent.');
  });

  it('exits 2 with the help when nothing is asked', async () => {
    const { code, stdout, stderr } = await runAlone([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: brassage');
  });

  it('exits 2 in a folder without module.toml, in the language of the locale', async () => {
    const cwd = await makeFolder();
    for (const command of ['check', 'plan', 'groups', 'timetable', 'score']) {
      const { code, stdout, stderr } = await runCli([command], { cwd });
      expect(stderr).toContain('no module.toml in the current folder');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
    const { stderr } = await runCli(['plan'], { cwd, env: { LC_ALL: 'fr_FR.UTF-8' } });
    expect(stderr).toContain('pas de module.toml dans le dossier courant');
    expect(await namesIn(cwd)).toEqual([]);
  });

  it('exits 3 when the module that is named is not there', async () => {
    const { code, stdout, stderr } = await runCli(['plan', 'nowhere']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('nowhere/module.toml: error: There is no folder nowhere.');
  });
});

describe('what is right', () => {
  it('exits 0: every command on the tiny module', async () => {
    const folder = await makeFolder();
    const out = `${folder}/out`;
    const commands = [
      ['check', TINY],
      ['plan', TINY, '--out', out],
      ['groups', TINY],
      ['timetable', TINY, '--groups', `${out}/groups.csv`],
      ['score', TINY, '--groups', `${out}/groups.csv`],
      ['repair', TINY, '--keep', out, '--out', `${folder}/next`],
      ['compare', out, `${folder}/next`, TINY],
      ['best', out],
      ['verify', out, TINY],
      ['init', `${folder}/new`],
      ['completion', 'bash'],
      ['--version'],
    ];
    const codes: string[] = [];
    for (const args of commands) codes.push(`${args[0]} ${(await runAlone(args)).code}`);
    expect(codes).toEqual(commands.map(([command]) => `${command} 0`));
  });

  it('takes the current folder for the module when none is named', async () => {
    const { code, stdout } = await runCli(['check'], { cwd: TINY });
    expect(code).toBe(0);
    expect(stdout).toContain('Water and buses');
  });

  it('takes the path of a settings file of any name for a module', async () => {
    const { code, stdout } = await runCli(['check', `${TINY}/module.toml`]);
    expect(code).toBe(0);
    expect(stdout).toContain('Water and buses');
  });
});

function asPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
}
