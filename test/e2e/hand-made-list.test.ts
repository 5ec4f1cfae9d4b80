import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const MODULE = fixture('regards-croises-2018');

/** Group, family name (or id), given name and school of everybody. */
let people: readonly (readonly [group: string, family: string, given: string, school: string])[] = [];
let exact: unknown;
/** Names with letters that Windows-1252 lacks, for which Excel writes question marks. */
const SPOILED = Array.from({ length: 5 }, () => 'person.in-doubt');

beforeAll(async () => {
  const list = await readFile(join(MODULE, 'expected', 'groups.csv'), 'utf8');
  const [, ...lines] = list.trim().split('\r\n');
  people = lines.map((line) => {
    const [group, , , id, family, given, school] = line.split(';');
    // Two of one school are called so: nothing but the id tells them apart.
    return [group, family === 'Lemonnier' ? id : family, family === 'Lemonnier' ? '' : given, school];
  });
  const { stdout } = await runCli(['score', MODULE, '--groups', join(MODULE, 'expected', 'groups.csv'), '--json']);
  exact = JSON.parse(stdout).score;
});

/** Writes a file as Excel on a French Windows does. */
async function writeLatin(name: string, lines: readonly string[]): Promise<string> {
  const file = join(await makeFolder(), name);
  await writeFile(file, iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252'));
  return file;
}

async function scoreOf(file: string) {
  const { code, stdout } = await runCli(['score', MODULE, '--groups', file, '--json']);
  const { score, diagnostics } = JSON.parse(stdout);
  const codes = diagnostics
    .map((one: { code: string }) => one.code)
    .filter((one: string) => !one.startsWith('roster.'));
  return { code, score, codes, diagnostics };
}

describe('a list made by hand in Excel', () => {
  it('is scored as the list that it stands for: merged cells, other labels, capitals, a total', async () => {
    let above = '';
    const lines = people.map(([group, family, given, school]) => {
      const label = group === above ? '' : group.replace('-', ' ').toLowerCase();
      above = group;
      return `${label};${family.toUpperCase()} ${given};${school}`;
    });
    const file = await writeLatin('merged.csv', [
      'Regards croisés, groupes au 12 février;;',
      ';;',
      'N° de groupe;Nom et prénom;École',
      ...lines,
      ';;',
      `Total;${people.length};`,
    ]);
    const { code, score, codes } = await scoreOf(file);
    expect({ code, score }).toEqual({ code: 0, score: exact });
    expect(codes).toEqual(['group-list.count-line', 'group-list.filled-down', ...SPOILED]);
  });

  it('is scored as a notice board, a column a group', async () => {
    const groups = [...new Set(people.map(([group]) => group))];
    const members = groups.map((group) =>
      people.flatMap(([own, family, given, school]) => (own === group ? [`${given} ${family} (${school})`] : [])),
    );
    const rows = Array.from({ length: 11 }, (_, row) => members.map((own) => own[row] ?? '').join(';'));
    const { code, score, codes } = await scoreOf(await writeLatin('board.csv', [groups.join(';'), ...rows]));
    expect({ code, score, codes }).toEqual({ code: 0, score: exact, codes: ['group-list.board', ...SPOILED] });
  });

  it('is scored with its doubts: initials, slips, a name shortened', async () => {
    const lines = people.map(([group, family, given, school]) => {
      if (family === 'Charasson') return `${group};P. Charasson;${school}`;
      if (family === 'Guilloteau') return `${group};Guilloteaux Raphael;${school}`;
      if (family === 'Benkirane-Alaoui') return `${group};Benkirane Salma;${school}`;
      return `${group};${family} ${given};${school}`;
    });
    const file = await writeLatin('doubts.csv', ['Équipe;Stagiaire;École', ...lines]);
    const { code, score, codes, diagnostics } = await scoreOf(file);
    expect({ code, score }).toEqual({ code: 0, score: exact });
    expect(codes).toEqual([...SPOILED, 'person.in-doubt', 'person.in-doubt', 'person.in-doubt']);
    const doubt = diagnostics.find(({ value }: { value?: string }) => value === 'P. Charasson');
    expect(doubt).toMatchObject({ severity: 'warning', column: 'Stagiaire', file });
    expect(doubt.message).toContain('Charasson Philémon (E010)');
  });

  it('is not published with a doubt: timetable wants ids or whole names', async () => {
    const lines = people.map(([group, family, given, school]) => `${group};${family} ${given[0]}.;${school}`);
    const file = await writeLatin('initials.csv', ['groupe;nom complet;école', ...lines]);
    expect((await runCli(['timetable', MODULE, '--groups', file])).code).toBe(3);
  });

  it('without a header is an error that says so', async () => {
    const lines = people.map(([group, family, given]) => `${group};${family};${given}`);
    const { code, codes } = await scoreOf(await writeLatin('headless.csv', lines));
    expect({ code, codes }).toEqual({ code: 3, codes: ['group-list.no-header'] });
  });
});
