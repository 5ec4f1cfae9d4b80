import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder, namesIn } from './workspace.js';

/** Module to the lines and words of its README that a reason must name one of. */
const CONFLICTS = parseReadme(await readFile(fixture('impossible/README.md'), 'utf8'));

describe('every impossible module', () => {
  it('is listed in the README, and the other way round', async () => {
    const entries = await readdir(fixture('impossible'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(CONFLICTS.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  for (const { name, names } of CONFLICTS) {
    it(`${name}: is refused with exit 4 and its reason, nothing written`, async () => {
      const folder = await makeFolder();
      const { code, stdout, stderr } = await runCli([
        'plan',
        fixture(`impossible/${name}`),
        '--out',
        join(folder, 'out'),
      ]);
      expect(stderr).toContain('This cannot be done as it stands:');
      expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
      expect(await namesIn(folder)).toEqual([]);
      const reason = stderr
        .split('\n')
        .find((line) => line.includes('error: ') && names.some((word) => line.includes(word)));
      expect(reason ?? `${names.join(' and ')} are not in:\n${stderr}`).toMatch(/^(?:\S+: )?error: /);
    });
  }
});

/** The whole sentence of modules that no counting shows to be impossible, with the change that would do. */
const SENTENCES: readonly (readonly [string, 'en' | 'fr', string])[] = [
  [
    'together-does-not-fit',
    'en',
    'The rules of lines 2, 3, 4 (together: Ashcombe Nora, Brindle Tom, Carrow Iris; together: Estévez Alba, Fairlie Omar, Gossard Lise; together: Dunmore Hugh, Hartwell Jean) cannot all be kept in 2 groups of 4; any fewer of them can. Maybe 1 person fewer in line 2, or 1 person fewer in line 3, or a weight on one of lines 2, 3, 4 (or drop it).',
  ],
  [
    'never-too-few-seats',
    'fr',
    'La règle de la ligne 2 (never: Ashcombe Nora, Brindle Tom, Carrow Iris, Dunmore Hugh, Estévez Alba → WATER) ne peut pas être tenue dans 2 groupes de 4. Peut-être 1 personne de moins à la ligne 2, ou un poids à la ligne 2 (ou la retirer).',
  ],
  [
    'at-least-and-together',
    'en',
    'The rules of lines 2, 3 (at_least 1: internships=embassy; together: Brindle Tom, Dunmore Hugh) cannot all be kept in 2 groups of 4; any fewer of them can. Maybe a weight on one of lines 2, 3 (or drop it).',
  ],
  [
    'at-least-and-together',
    'fr',
    'Les règles des lignes 2, 3 (at_least 1: internships=embassy ; together: Brindle Tom, Dunmore Hugh) ne peuvent pas être toutes tenues dans 2 groupes de 4 ; sans l’une quelconque, les autres peuvent l’être. Peut-être un poids à l’une des lignes 2, 3 (ou la retirer).',
  ],
  [
    'strands-want-too-many',
    'en',
    '3 groups of the asked sizes hold 12 people, and there are 8. Maybe 3 groups (size 2..3), or groups 1 for BUS (',
  ],
];

/** The same of timetables: the line that is named first, and what follows it. */
const TIMETABLES: readonly (readonly [string, 'en' | 'fr', string])[] = [
  [
    'witness-blocked',
    'en',
    'witnesses.csv:2: error: W1: the 2 groups WATER-G1, WATER-G2 can hear them on 1 half-day only (HEAR1). Maybe W1 also in HEAR2, or hearings of 2 groups at once with W1 (max_groups_per_hearing). See also availability.csv:2; sessions.csv:3.',
  ],
  [
    'witness-arrives-too-late',
    'fr',
    'witnesses.csv:2 : erreur : W1 : le groupe WATER-G1 ne peut l’entendre à aucune demi-journée. Peut-être W1 aussi en HEAR (arrivée). Voir aussi availability.csv:2.',
  ],
  [
    'more-hearings-than-witnesses',
    'en',
    'witnesses.csv:3: error: BUS: each group has 2 witnesses to hear, and only W2 is for this theme. Maybe W1 for BUS too (witnesses.csv:2), or 1 more witness for BUS, or hearings_per_group = 1.',
  ],
  [
    'room-taken',
    'fr',
    'sessions.csv:3 : erreur : HEAR : il faut en même temps 2 salles d’au moins 4 places, pour les 2 groupes BUS-G1, WATER-G1, et il y en a 1. Peut-être Oak libre en HEAR (rooms.csv:3), ou Hall aussi pour le travail (rooms.csv:2), ou 1 salle de 4 places de plus. Voir aussi rooms.csv:4.',
  ],
  [
    'plenary-room-too-small',
    'en',
    'sessions.csv:2: error: OPEN: the plenary needs a room of 8 seats, and the largest that may hold it has 6. Maybe 8 seats in Oak, which has 6 (rooms.csv:3), or 1 more room of 8 seats. See also rooms.csv:2.',
  ],
  [
    'presentations-too-long',
    'fr',
    'sessions.csv:4 : erreur : SHOW : 1 restitution de 90 minutes (BUS) prend 90 minutes, et la séance en dure 60. Peut-être 60 minutes chacune en SHOW, ou SHOW jusqu’à 15:30.',
  ],
  [
    'sessions-overlap',
    'en',
    'sessions.csv:4: error: HEAR and SHOW overlap, and the 2 groups BUS-G1, WATER-G1 attend both. Maybe HEAR until 11:30, or SHOW from 12:00. See also sessions.csv:3.',
  ],
];

describe('the reason of an impossible module', () => {
  for (const [name, language, sentence] of SENTENCES) {
    it(`${name}: names the lines and the smallest change, in ${language}`, async () => {
      const { stderr } = await runCli(['groups', fixture(`impossible/${name}`), '--lang', language]);
      expect(stderr.replaceAll('\u00a0', ' ')).toContain(sentence);
    });
  }
});

describe('an impossible timetable', () => {
  for (const [name, language, line] of TIMETABLES) {
    it(`${name}: names the lines and the smallest changes, in ${language}`, async () => {
      const { stderr } = await runCli(['check', fixture(`impossible/${name}`), '--lang', language]);
      expect(stderr.replaceAll('\u00a0', ' ')).toContain(`${line}\n`);
    });
  }

  it('gives all its lines and changes in the JSON', async () => {
    const { stdout } = await runCli(['check', fixture('impossible/witness-blocked'), '--json']);
    const { diagnostics } = JSON.parse(stdout);
    const { sources, changes } = diagnostics.find(({ code }: { code: string }) => code === 'timetable.witness-blocked');
    expect(sources.map(({ file, line }: { file: string; line: number }) => `${basename(file)}:${line}`)).toEqual([
      'witnesses.csv:2',
      'availability.csv:2',
      'sessions.csv:3',
    ]);
    expect(changes).toEqual([
      { kind: 'attend', role: 'witness', who: 'W1', sessions: ['HEAR2'] },
      { kind: 'joint', witnesses: ['W1'], groups: 2 },
    ]);
  });

  it('is no obstacle to the groups alone', async () => {
    const { code, stdout } = await runCli(['groups', fixture('impossible/theme-without-witness')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^group,theme,/);
  });

  it('is said by check, with exit 4, beside the overview', async () => {
    const { code, stdout, stderr } = await runCli(['check', fixture('impossible/theme-without-witness')]);
    expect(code).toBe(4);
    expect(stdout).toContain('8 people');
    expect(stderr).toContain('BUS');
  });

  it('is a status of the JSON', async () => {
    const cwd = await makeFolder();
    const module = fixture('impossible/theme-without-witness');
    const { code, stdout, stderr } = await runCli(['plan', module, '--json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
    const { status, diagnostics } = JSON.parse(stdout);
    expect(status).toBe('impossible');
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'timetable.theme-without-witness' }]);
  });
});

function parseReadme(text: string): readonly { name: string; names: readonly string[] }[] {
  const rows = [...text.matchAll(/^\| \[([\w-]+)\]\([\w-]+\) \| (.*) \| (.*?) \|$/gm)];
  return rows.map(([, name, why]) => {
    const file = /`([\w-]+\.csv):\d+`/.exec(why)?.[1];
    const lines = [...why.matchAll(/`(?:[\w-]+\.csv)?:(\d+)`/g)].map((match) => `${file}:${match[1]}`);
    // Without a line to blame, the session, witness or theme that the sentence is about, else the number of people.
    const subject = /\b(?:OPEN|HEAR|SHOW|W1|BUS|8 people|5 seats|2 witnesses)\b/.exec(why)?.[0];
    return { name, names: lines.length > 0 ? lines : [subject ?? '8'] };
  });
}
