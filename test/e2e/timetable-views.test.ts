import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, fixture, makeFolder } from './workspace.js';

const TINY = fixture('tiny');
const GROUPS = ['--groups', join(TINY, 'expected', 'groups.csv')];
const by = (view: string, ...args: readonly string[]) => ['timetable', TINY, ...GROUPS, '--by', view, ...args];

describe('timetable --by', () => {
  it('group: the rows of the plain list, group by group', async () => {
    const plain = parseTable((await runWell(['timetable', TINY, ...GROUPS])).stdout);
    const rows = parseTable((await runWell(by('group'))).stdout);
    const keyOf = (list: typeof rows) =>
      list.map(({ group, session, start, room }) => [group, session, start, room].join());
    expect(keyOf(rows).toSorted()).toEqual(keyOf(plain).toSorted());
    expect(column(rows, 'group')).toEqual(['WATER-G1', 'WATER-G1', 'WATER-G1', 'BUS-G1', 'BUS-G1', 'BUS-G1']);
    expect(rows[1]).toMatchObject({ session_title: 'Meet the witnesses', kind: 'hearing', witness: 'Ms Clara Inwood' });
  });

  it('person: everybody by name, without names under --pseudonyms', async () => {
    const rows = parseTable((await runWell(by('person'))).stdout);
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatchObject({
      id: 'A1',
      family_name: 'Ashcombe',
      school: 'North',
      date: '2018-03-05',
      absent: '',
    });
    const hidden = await runWell(by('person', '--pseudonyms', '--json'));
    expect(hidden.stdout).not.toMatch(/Ashcombe|amilyName/);
    const json = JSON.parse(hidden.stdout);
    expect(json.by).toBe('person');
    expect(json.rows[0]).toMatchObject({ id: 'A1', school: 'North', isAbsent: false });
  });

  it('person: marks an absence of the roster', async () => {
    const module = await copyFixture('tiny');
    await edit(join(module, 'north.csv'), (text) =>
      text
        .replace('wishes\n', 'wishes,absences\n')
        .replace(/^(A\d.*)$/gm, '$1,')
        .replace(/^(A2.*),$/m, '$1,HEAR'),
    );
    const { stdout } = await runWell(['timetable', module, ...GROUPS, '--by', 'person', '--lang', 'fr']);
    expect(parseTable(stdout).filter(({ absent }) => absent === 'x')).toMatchObject([
      { identifiant: 'A2', séance: 'HEAR' },
    ]);
  });

  it('room: a plenary of all groups is one line', async () => {
    const rows = parseTable((await runWell(by('room'))).stdout);
    expect(rows.filter(({ room }) => room === 'Hall')).toMatchObject([
      { session: 'OPEN', groups: 'WATER-G1|BUS-G1', people: '8', capacity: '12' },
    ]);
  });

  it('witness: by family name, in the language asked for', async () => {
    const rows = parseTable((await runWell(by('witness', '--lang', 'fr'))).stdout);
    expect(rows).toMatchObject([
      { témoin: 'W1', civilité: 'Ms', nom: 'Inwood', rôle: 'témoin', type: 'audition', groupes: 'WATER-G1' },
      { témoin: 'W2', nom: 'Jessop', organisme: 'County of Morrow', groupes: 'BUS-G1' },
    ]);
  });

  it('goes to a file in the dialect asked for', async () => {
    const file = join(await makeFolder(), 'rooms.csv');
    const { stdout } = await runWell(by('room', '--output', file, '--csv', 'excel-fr', '--lang', 'fr'));
    expect(stdout).toBe('');
    expect(await readFile(file, 'utf8')).toMatch(/^\uFEFFsalle;site;capacité;date;.*\r\n.*;05\/03\/2018;/);
  });

  it('exits 2 for a view that nobody knows, or that the module has nothing for', async () => {
    const unknown = await runCli(by('moon'));
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('group, person, room, witness');
    const module = await copyFixture('tiny');
    await edit(join(module, 'module.toml'), (text) => text.replace('rooms = "rooms.csv"\n', ''));
    const roomless = await runCli(['timetable', module, ...GROUPS, '--by', 'room']);
    expect(roomless.code).toBe(2);
    expect(roomless.stderr).toContain('this module lists no rooms: give --rooms FILE.');
  });

  it('exits 3 under --pseudonyms where people have no id', async () => {
    const module = await copyFixture('tiny');
    await edit(join(module, 'north.csv'), (text) => text.replace(/^A4,/m, ','));
    const list = join(TINY, 'expected', 'groups.csv');
    const named = (await readFile(list, 'utf8')).replace(',A4,Dunmore,', ',,Dunmore,');
    const args = ['timetable', module, '--groups', '-', '--by', 'person', '--pseudonyms'];
    const { code, stderr } = await runCli(args, { stdin: named });
    expect(code).toBe(3);
    expect(stderr).toContain('1 of 4 people in this roster has no id');
  });
});
