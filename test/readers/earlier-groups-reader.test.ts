import { describe, expect, it } from 'vitest';
import { readEarlierGroups } from '../../src/readers/earlier-groups-reader.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { brief, file, NO_COLUMNS } from './facts.js';

const cohort = readRosters(
  [
    { ...file('id;nom;prénom\n1;Bo;Ann\n2;Le Goff;Éva\n3;Roy;Max\n', 'a.csv'), school: 'ENA' },
    { ...file('id;nom;prénom\n7;Zed;Luc\n8;Roy;Max\n', 'b.csv'), school: 'INET' },
  ],
  NO_COLUMNS,
).value;

const read = (text: string, known: readonly string[] = []) => {
  const { value, diagnostics } = readEarlierGroups(file(text, 'g.csv'), NO_COLUMNS, cohort, known);
  const idOf = new Map(cohort.participants.map(({ key, id }) => [key, id]));
  const placed = [...value.assignment].map(([key, group]) => `${idOf.get(key)} ${group}`).join(', ');
  return { placed, said: brief(diagnostics) };
};

describe('the list of an earlier module', () => {
  it('knows people by id, however their name is spelt by then', () => {
    expect(read('group,id,family_name,given_name\nX,1,BO,ann\nX,2,Le Goff-Martin,Eva\n')).toEqual({
      placed: '1 X, 2 X',
      said: [],
    });
  });

  it('knows them by name and school where the ids are of another year, and says so once', () => {
    expect(read('group,id,nom,prénom,école\nX,901,Goff Le,Éva,ENA\nX,902,Roy,Max,INET\n')).toEqual({
      placed: '2 X, 8 X',
      said: ['warning history.by-name g.csv'],
    });
  });

  it('takes no namesake for granted', () => {
    expect(read('group,nom,prénom\nX,Roy,Max\n')).toEqual({
      placed: '',
      said: ['warning history.namesakes g.csv:2:2 [nom]'],
    });
  });

  it('is not misled by ids that are given out anew each year', () => {
    expect(read('group,id,nom,prénom\nX,1,Durand,Paul\nY,2,Zed,Luc\n')).toEqual({
      placed: '7 Y',
      said: ['warning history.other-person g.csv:2:2 [id]', 'warning history.other-person g.csv:3:2 [id]'],
    });
  });

  it('leaves out those who are not of this cohort, and lines without a group', () => {
    expect(read('group,id\nX,1\nX,99\n,2\n')).toEqual({
      placed: '1 X',
      said: ['warning group-list.no-group g.csv:4:1 [group]'],
    });
  });

  it('says who is meant, and what else is known of them', () => {
    const paramsOf = (text: string) =>
      readEarlierGroups(file(text, 'g.csv'), NO_COLUMNS, cohort).diagnostics.map(({ params }) => params);
    expect(paramsOf('group,id,nom,prénom\nX,1,Durand,Paul\nY,2,Zed,Luc\n')).toEqual([
      { id: '1', earlier: 'Durand Paul', now: 'Bo Ann', taken: '' },
      { id: '2', earlier: 'Zed Luc', now: 'Le Goff Éva', taken: 'Zed Luc' },
    ]);
    expect(paramsOf('group,nom,prénom\nX,Roy,Max\n')).toEqual([
      { name: 'Roy Max', candidates: ['Roy Max (3)', 'Roy Max (8)'] },
    ]);
    expect(paramsOf('group,id\n,2\nX,1\n')).toEqual([{ name: '2' }]);
    expect(paramsOf('group,name\n,Le Goff Éva\n')).toEqual([{ name: 'Le Goff Éva' }]);
    expect(paramsOf('group,id\nX,1\nY,1\n')).toEqual([{ person: 'Bo Ann', first: 'X', second: 'Y' }]);
    expect(paramsOf('group,nom,prénom,école\nX,Zed,Luc,\nX,Bo,Ann,\nX,Le Goff,Éva,\nX,Roy,Max,INET\n')).toEqual([
      { people: 4, names: ['Bo Ann', 'Le Goff Éva', 'Roy Max'] },
    ]);
  });

  it('refuses a line that names nobody, and lets nobody of another school pass for one of this', () => {
    expect(read('group,id,nom\nX,,\nX,1,\n')).toEqual({ placed: '1 X', said: ['roster.nameless g.csv:2'] });
    expect(read('group,id,nom,prénom,école\nX,9,Bo,Ann,INET\nX,,Zed,Luc,ENA\n')).toEqual({ placed: '', said: [] });
    expect(read('group,id,nom,prénom,école\nX,9,Bo,Ann,\n').placed).toBe('1 X');
  });

  it('tells of every group that it has, whoever was in it', () => {
    const { value } = readEarlierGroups(file('group,id\nX,99\ny,1\nY,2\n', 'g.csv'), NO_COLUMNS, cohort);
    expect([...value.labels]).toEqual(['X', 'y']);
  });

  it('is read as a board by the labels that are known', () => {
    const { placed, said } = read('Ville-A;Ville-B\nAnn Bo;Zed Luc\nÉva Le Goff;\n', ['VILLE-A', 'VILLE-B']);
    expect(placed).toBe('1 VILLE-A, 7 VILLE-B, 2 VILLE-A');
    expect(said[0]).toBe('note group-list.board g.csv:1');
  });

  it('refuses somebody in two groups', () => {
    expect(read('group,id\nX,1\nY,1\n').said).toEqual(['list.twice g.csv:3']);
  });

  it('spells groups as they are known, else as the list does first', () => {
    expect(read('group,id\nVILLE-a1,1\nx,2\nX,3\n', ['VILLE-A1']).placed).toBe('1 VILLE-A1, 2 x, 3 x');
  });

  it('reads lists that somebody has made in a spreadsheet', () => {
    expect(
      read(
        'Groupe;Nom;Prénom;École\nTable 1;Bo;Ann;ENA\n;Zed;Luc;INET\n;Le Goff;Éva;ENA\nTable 2;Roy;Max;INET\n;X;Y;\n',
      ),
    ).toEqual({
      placed: '1 Table 1, 7 Table 1, 2 Table 1, 8 Table 2',
      said: ['note group-list.filled-down g.csv:2:1 [Groupe]', 'warning history.by-name g.csv'],
    });
    expect(read('Table 1;Table 2\nAnn Bo;M. Zed Luc\nÉva Le Goff;\n')).toEqual({
      placed: '1 Table 1, 7 Table 2, 2 Table 1',
      said: ['note group-list.board g.csv:1', 'warning history.by-name g.csv'],
    });
  });

  it('takes the name for right where the holder of the id shares but a word of it with somebody else', () => {
    const { placed, said } = read('group,id,nom,prénom,école\nX,3,Zed,Luc,\nY,1,Bo,A.,\n');
    expect({ placed, said }).toEqual({
      placed: '7 X, 1 Y',
      said: ['warning history.other-person g.csv:2:2 [id]'],
    });
  });
});
