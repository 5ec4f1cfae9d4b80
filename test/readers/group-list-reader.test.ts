import { describe, expect, it } from 'vitest';
import { readGroupList } from '../../src/readers/group-list-reader.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { brief, file, NO_COLUMNS, theme } from './facts.js';

const COHORT = readRosters(
  [
    { ...file('id;nom;prénom\n1;Bo;Ann\n2;Le Goff;Éva\n', 'a.csv'), school: 'ENA' },
    { ...file('id;nom;prénom\n1;Zed;Luc\n;Le Goff;Éva\n', 'b.csv'), school: 'INET' },
  ],
  NO_COLUMNS,
).value;
const GROUPS = [
  { label: 'VILLE-A1', theme: 'VILLE', strand: 'A', size: 3 },
  { label: 'VILLE-A2', theme: 'VILLE', strand: 'A', size: 3 },
];
const read = (text: string) => {
  const references = { cohort: COHORT, themes: [theme('VILLE', ['A'])], groups: GROUPS };
  const { value, diagnostics } = readGroupList(file(text, 'g.csv'), NO_COLUMNS, references);
  return {
    groups: value.groups,
    placed: value.placements.map(({ participant, group }) => [participant, group]),
    errors: brief(diagnostics),
  };
};

describe('readGroupList', () => {
  it('reads a list of ours', () => {
    const { groups, placed, errors } = read(
      'groupe;thème;volet;identifiant;nom;prénom;école;stages\r\nVILLE-A2;VILLE;A;1;Bo;Ann;ENA;x\r\nVILLE-A1;VILLE;A;1;Zed;Luc;INET;y\r\n',
    );
    expect(errors).toEqual([]);
    expect(groups).toEqual([
      { label: 'VILLE-A1', theme: 'VILLE', strand: 'A', size: 1 },
      { label: 'VILLE-A2', theme: 'VILLE', strand: 'A', size: 1 },
    ]);
    expect(placed).toEqual([
      ['1\u0000ENA', 'VILLE-A2'],
      ['1\u0000INET', 'VILLE-A1'],
    ]);
  });

  it('reads a board of ours: blocks below one another, with titles and schools', () => {
    const board =
      'VILLE-A1;VILLE-A2\nVILLE – A;VILLE – A\nAnn Bo  ENA;Luc Zed  INET\nÉva Le Goff  ENA;\n;\nVILLE-A3;\nVILLE – A;\nÉva Le Goff  INET;\n';
    const places = [
      ['1\u0000ENA', 'VILLE-A1'],
      ['1\u0000INET', 'VILLE-A2'],
      ['2\u0000ENA', 'VILLE-A1'],
      ['\u0000le goff\u0000eva\u0000inet', 'VILLE-A3'],
    ];
    const groups = [...GROUPS, { label: 'VILLE-A3', theme: 'VILLE', strand: 'A', size: 1 }];
    const placesOf = (text: string) => {
      const references = { cohort: COHORT, themes: [theme('VILLE', ['A'])], groups };
      const { value, diagnostics } = readGroupList(file(text, 'g.csv'), NO_COLUMNS, references);
      return [value.placements.map(({ participant, group }) => [participant, group]), brief(diagnostics)];
    };
    expect(placesOf(board)).toEqual([places, ['note group-list.board g.csv:1']]);
    // Titles that the themes no longer have are known by the schools that they lack.
    expect(placesOf(board.replaceAll('VILLE – A;', 'Town;').replace('VILLE – A', 'Town'))[0]).toEqual(places);
    // Where one cell names somebody, nothing is a title.
    const [, errors] = placesOf(board.replace('VILLE – A;VILLE – A', 'Nemo  ENA;Town'));
    expect(errors).toContain('reference.unknown g.csv:2:2 [VILLE-A2] "Town"');
  });

  it('takes no row of people on a board for labels', () => {
    const cohort = readRosters([{ ...file('id\nG1\nG2\nG3\nG4\n', 'a.csv'), school: '' }], NO_COLUMNS).value;
    const groups = ['G01', 'G02'].map((label) => ({ label, theme: '', strand: '', size: 2 }));
    const { value } = readGroupList(file('Groupe 1;Groupe 2\nG1;G2\nG3;G4\n', 'g.csv'), NO_COLUMNS, { cohort, groups });
    expect(value.placements.map(({ group }) => group)).toEqual(['G01', 'G02', 'G01', 'G02']);
  });

  it('reads a hand-made list with names and groups of its own', () => {
    const { groups, placed, errors } = read(
      'Name,Group,Theme,Strand\nAnn BO,Table 1,ville,a\nzed luc,table 1,,\nBo Ann,ville-a2,,\n',
    );
    expect(errors).toEqual([]);
    expect(groups).toEqual([
      { label: 'VILLE-A2', theme: 'VILLE', strand: 'A', size: 1 },
      { label: 'Table 1', theme: 'VILLE', strand: 'A', size: 2 },
    ]);
    expect(placed).toEqual([
      ['1\u0000ENA', 'Table 1'],
      ['1\u0000INET', 'Table 1'],
      ['1\u0000ENA', 'VILLE-A2'],
    ]);
  });

  it('tells namesakes apart by their school', () => {
    expect(read('groupe;nom;prénom;école\nG1;Le Goff;Éva;inet\nG1;Le Goff;Éva;ENA').placed).toEqual([
      ['\u0000le goff\u0000eva\u0000inet', 'G1'],
      ['2\u0000ENA', 'G1'],
    ]);
  });

  it.each([
    ['groupe;id\nG1;1', 'reference.ambiguous g.csv:2:2 [id] "1"'],
    ['groupe;id\nG1;7', 'reference.unknown g.csv:2:2 [id] "7"'],
    ['groupe;nom;prénom\nG1;Boo;Ann', 'reference.unknown g.csv:2:2 [nom] "Boo Ann" -> Bo Ann'],
    ['groupe;id;nom\nG1;;', 'roster.nameless g.csv:2'],
    ['groupe;id\n;2', 'warning group-list.no-group g.csv:2:1 [groupe]'],
    ['groupe;id\n', 'table.no-rows g.csv'],
    ['id;bureau\n2;1', 'column.missing g.csv:1'],
    ['VILLE-A1;Bo;Ann\nVILLE-A1;Le Goff;Éva', 'group-list.no-header g.csv:1'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors).toEqual([expected]);
  });

  const tolerant = (text: string, groups = GROUPS) => {
    const { value, diagnostics } = readGroupList(
      file(text, 'g.csv'),
      NO_COLUMNS,
      { cohort: COHORT, groups },
      {
        isTolerant: true,
      },
    );
    const placed = value.placements.map(({ participant, group }) => [participant.split('\0')[0], group]);
    return { placed, errors: brief(diagnostics), params: diagnostics.map(({ params }) => params) };
  };

  it('says beside a doubt who else, and on which line', () => {
    expect(tolerant('groupe;nom\nVILLE-A1;Bo Ann\nVILLE-A2;Ann B.\n').params).toEqual([
      { person: 'Bo Ann (1)', otherLine: 2 },
    ]);
    expect(tolerant('groupe;nom;école\nVILLE-A1;Ann B.;\nVILLE-A2;B. Ann;\n').params[2]).toEqual({
      person: 'Bo Ann (1)',
      otherLine: 2,
    });
    expect(tolerant('groupe;id;nom\nVILLE-A1;2;Zed Luc\n').params).toEqual([
      { person: 'Le Goff Éva (2)', doubt: 'other-name', other: 'Zed Luc (1)' },
    ]);
    expect(tolerant('groupe;nom;école\nVILLE-A1;Le Goff E.;INET\n').params).toEqual([
      { person: 'Le Goff Éva (INET)', doubt: 'initials', other: '' },
    ]);
    const candidatesOf = (text: string) =>
      tolerant(text).params.map((params) => ('candidates' in params ? params : undefined));
    expect(candidatesOf('groupe;id\nVILLE-A1;1\n')).toEqual([{ kind: 'person', candidates: ['ENA:1', 'INET:1'] }]);
    expect(candidatesOf('groupe;nom\nVILLE-A1;Éva Le Goff\n')).toEqual([
      { kind: 'person', candidates: ['Le Goff Éva (INET)', '2'] },
    ]);
  });

  it('names people without ids or schools by their names alone', () => {
    const alone = readRosters(
      [{ ...file('id;nom\nAnn Barbara;Ann Barbara\n;Zoé Rousseau\n', 'a.csv'), school: '' }],
      NO_COLUMNS,
    ).value;
    const { diagnostics } = readGroupList(
      file('groupe;nom\nG1;Ann Barbora\nG1;Zoé Rouseau\n'),
      NO_COLUMNS,
      { cohort: alone, groups: [] },
      { isTolerant: true },
    );
    expect(diagnostics.map(({ params }) => ('person' in params ? params.person : ''))).toEqual([
      'Ann Barbara',
      'Zoé Rousseau',
    ]);
  });

  it('tells people of whom nobody knows, where they may pass', () => {
    const strangersOf = (text: string) => {
      const { value, diagnostics } = readGroupList(
        file(text, 'g.csv'),
        NO_COLUMNS,
        { cohort: COHORT, groups: GROUPS },
        { isTolerant: true, letsStrangersPass: true },
      );
      const placed = value.placements.map(({ participant, source }) => [participant.split('\0')[0], source.line]);
      return { strangers: value.strangers, placed, errors: brief(diagnostics) };
    };
    const stranger = (id: string, familyName: string, givenName = '', school = '') => {
      return { id, familyName, givenName, school, group: 'VILLE-A1' };
    };
    const list = (...rows: readonly string[]) => `groupe;id;nom;prénom;école\n${rows.join('\n')}\n`;
    expect(strangersOf(list('VILLE-A1;9;Qui;Sait;ENA', 'VILLE-A1;2;Le Goff;Éva;ENA', 'VILLE-A1;Nobody;;;'))).toEqual({
      strangers: [stranger('9', 'Qui', 'Sait', 'ENA'), stranger('', 'Nobody')],
      placed: [['2', 3]],
      errors: [],
    });
    // An id that nobody has: of who bears that very name in the same school, or of somebody else.
    expect(strangersOf(list('VILLE-A1;9;Bo;Ann;ena'))).toMatchObject({ strangers: [], placed: [['1', 2]] });
    expect(strangersOf(list('VILLE-A1;9;Bo;Ann;'))).toMatchObject({ strangers: [], placed: [['1', 2]] });
    expect(strangersOf(list('VILLE-A1;9;Bo;Ann;INET')).strangers).toEqual([stranger('9', 'Bo', 'Ann', 'INET')]);
    expect(strangersOf(list('VILLE-A1;9;Boo;Ann;')).strangers).toEqual([stranger('9', 'Boo', 'Ann')]);
    expect(strangersOf(list('VILLE-A1;;Boo;Ann;'))).toMatchObject({ strangers: [], placed: [['1', 2]] });
    expect(read('groupe;id\nVILLE-A1;9\n').errors).toEqual(['reference.unknown g.csv:2:2 [id] "9"']);
  });

  it('warns of labels that are not the module’s where it has others of it', () => {
    const warned = (text: string) =>
      readGroupList(
        file(text, 'g.csv'),
        NO_COLUMNS,
        { cohort: COHORT, groups: GROUPS },
        { isTolerant: false, warnsOfLabels: true },
      ).diagnostics;
    expect(warned('groupe;nom\nVILLE-A1;Bo Ann\nVILL-A2;Zed Luc\n')).toEqual([
      {
        severity: 'warning',
        code: 'group-list.unknown-label',
        params: { people: 1 },
        source: { file: 'g.csv', line: 3, field: 1, column: 'groupe' },
        value: 'VILL-A2',
        suggestion: 'VILLE-A2',
      },
    ]);
    expect(warned('groupe;nom\nX;Bo Ann\nY;Zed Luc\n')).toEqual([]);
    expect(warned('groupe;nom\nVILLE-A1;Bo Ann\nVILLE-A2;Zed Luc\n')).toEqual([]);
  });

  it('says who has no group, and where a placement stands', () => {
    const references = { cohort: COHORT, groups: GROUPS };
    const { value, diagnostics } = readGroupList(file('groupe;id\n;2\nVILLE-A1;2\n', 'g.csv'), NO_COLUMNS, references);
    expect(diagnostics.map(({ params }) => params)).toEqual([{ name: '2' }]);
    expect(value.placements.map(({ source }) => source)).toEqual([{ file: 'g.csv', line: 3 }]);
    expect(value).not.toHaveProperty('strangers');
  });

  it('names four labels that it reads as others', () => {
    const rows = ['g1;1', 'G 2;2', 'gr 3;3', 'n4;4', '5;5'].join('\n');
    const cohort = readRosters([{ ...file('id\n1\n2\n3\n4\n5\n', 'a.csv'), school: '' }], NO_COLUMNS).value;
    const groups = ['01', '02', '03', '04', '05'].map((label) => ({ label, theme: '', strand: '', size: 1 }));
    const { diagnostics } = readGroupList(file(`groupe;id\n${rows}\n`), NO_COLUMNS, { cohort, groups });
    expect(diagnostics.map(({ params }) => params)).toEqual([
      { pairs: ['g1 = 01', 'G 2 = 02', 'gr 3 = 03', 'n4 = 04'], count: 5 },
    ]);
  });

  it('takes what themes and strands are called below labels for titles', () => {
    const board = (first: string, second: string) => `VILLE-A1;VILLE-A2\n${first};${second}\nBo Ann;Zed Luc\n`;
    const themes = [
      { ...theme('VILLE', ['A'], 'La ville'), strands: [{ ...theme('', ['A']).strands[0], title: 'Emploi' }] },
    ];
    const errorsOf = (text: string) =>
      brief(readGroupList(file(text, 'g.csv'), NO_COLUMNS, { cohort: COHORT, themes, groups: GROUPS }).diagnostics);
    for (const title of ['VILLE', 'la ville', 'A', 'emploi', 'VILLE – A', 'La ville – Emploi'])
      expect(errorsOf(board(title, title))).toEqual(['note group-list.board g.csv:1']);
    expect(errorsOf(board('La ville', 'Else'))).toHaveLength(3);
  });

  it('takes for the only one possible who is written otherwise, and says so', () => {
    const { placed, errors, params } = tolerant('groupe;nom\nVILLE-A1;Bo A.\nVILLE-A2;zedd luc\nVILLE-A2;Qui\n');
    expect(placed).toEqual([
      ['1', 'VILLE-A1'],
      ['1', 'VILLE-A2'],
    ]);
    expect(errors).toEqual([
      'warning person.in-doubt g.csv:2:2 [nom] "Bo A."',
      'warning person.in-doubt g.csv:3:2 [nom] "zedd luc"',
      'reference.unknown g.csv:4:2 [nom] "Qui"',
    ]);
    expect(params.slice(0, 2)).toEqual([
      { person: 'Bo Ann (1)', doubt: 'initials', other: '' },
      { person: 'Zed Luc (1)', doubt: 'slip', other: '' },
    ]);
  });

  it('reports two rows of one person where either is in doubt', () => {
    expect(tolerant('groupe;nom;école\nVILLE-A1;Ann B.;\nVILLE-A2;B. Ann;\n').errors).toEqual([
      'warning person.in-doubt g.csv:2:2 [nom] "Ann B."',
      'warning person.in-doubt g.csv:3:2 [nom] "B. Ann"',
      'warning person.two-rows g.csv:3:2 [nom] "B. Ann"',
    ]);
    expect(tolerant('groupe;nom\nVILLE-A1;Bo Ann\nVILLE-A2;Ann B.\n').errors).toEqual([
      'person.taken g.csv:3:2 [nom] "Ann B."',
    ]);
  });

  it('finds columns by further words where it has no better ones', () => {
    expect(tolerant('Équipe;Stagiaire\nVILLE-A1;Luc Zed\n').placed).toEqual([['1', 'VILLE-A1']]);
    expect(tolerant('Groupe;Nom;Équipe;Table\nVILLE-A1;Luc Zed;x;y\n').placed).toEqual([['1', 'VILLE-A1']]);
  });

  const NUMBERED = ['G01', 'G02', 'G03', 'G12'].map((label) => ({ label, theme: '', strand: '', size: 1 }));
  it.each(['groupe 3', 'Gr. 3', '3', 'G3', 'g03', 'Groupe n° 3', 'GROUPE  03'])('reads %j as G03', (label) => {
    const { placed, params } = tolerant(`groupe;nom\n${label};Luc Zed\n`, NUMBERED);
    expect(placed).toEqual([['1', 'G03']]);
    expect(params).toEqual(label === 'g03' ? [] : [{ pairs: [`${label} = G03`], count: 1 }]);
  });

  it.each(['Table 3', '13', 'Groupe A', 'G'])('leaves %j a group of its own', (label) => {
    expect(tolerant(`groupe;nom\n${label};Luc Zed\n`, NUMBERED)).toMatchObject({ placed: [['1', label]], errors: [] });
  });

  it('fills down a label that stands on the first line of each block', () => {
    const { placed, errors, params } = tolerant(
      'Module;;\nGroupe;Nom;École\nTable 1;Luc Zed;\n;;\n;Bo Ann;\nTable 2;;\n;Le Goff Éva;ENA\n;Le Goff Éva;INET\nTotal;4;\n',
    );
    expect(placed).toEqual([
      ['1', 'Table 1'],
      ['1', 'Table 1'],
      ['2', 'Table 2'],
      ['', 'Table 2'],
    ]);
    expect(errors).toEqual([
      'note group-list.count-line g.csv:9 "Total"',
      'note group-list.filled-down g.csv:3:1 [Groupe]',
    ]);
    expect(params[1]).toEqual({ groups: 2, people: 3 });
  });

  it('does not fill down where labels are repeated: somebody has none', () => {
    expect(tolerant('groupe;nom\nT1;Luc Zed\n;Bo Ann\nT1;Le Goff Éva\n').errors).toContain(
      'warning group-list.no-group g.csv:3:1 [groupe]',
    );
  });

  it('fills down labels of two blocks and more that begin the list, with as many lines below as there are labels', () => {
    const noGroup = (line: number) => `warning group-list.no-group g.csv:${line}:1 [groupe]`;
    expect(tolerant('groupe;nom\nT1;Luc Zed\n;Bo Ann\n').errors).toEqual([noGroup(3)]);
    expect(tolerant('groupe;nom\n;Luc Zed\nT1;Bo Ann\n;Le Goff Éva\nT2;Éva Le Goff\n').errors).toContain(noGroup(2));
    const even = 'groupe;nom;école\nT1;Luc Zed;\n;Bo Ann;\nT2;Le Goff Éva;ENA\n;Le Goff Éva;INET\n';
    expect(tolerant(even).params).toEqual([{ groups: 2, people: 2 }]);
    expect(tolerant(even.replace(';Bo Ann;\n', '')).errors).toEqual([noGroup(4)]);
  });

  it('names the column in which somebody unknown stands', () => {
    expect(read('groupe;nom complet\nG1;Qui Sait\n').errors).toEqual([
      'reference.unknown g.csv:2:2 [nom complet] "Qui Sait"',
    ]);
    expect(read('groupe;id;nom\nG1;7;Qui\nG1;;Sait\n').errors).toEqual([
      'reference.unknown g.csv:2:2 [id] "7"',
      'reference.unknown g.csv:3:3 [nom] "Sait"',
    ]);
  });

  it('is a notice board of two columns and more, half of whose cells name somebody', () => {
    const board = ['note group-list.board g.csv:1'];
    expect(tolerant('Groupe 1;Groupe 2\nLuc Zed;Nemo\n').errors.slice(0, 1)).toEqual(board);
    expect(tolerant('Groupe 1;Groupe 2\nLuc Zed;Bo Ann\n').params[0]).toEqual({ groups: 2, people: 2 });
    for (const text of [
      'Groupe 1;Groupe 2\nLuc Zed;Nemo\nQui;\n',
      'Groupe 1\nLuc Zed\nBo Ann\n',
      'Groupe 1;Groupe 2\n;\n',
    ])
      expect(tolerant(text).errors.filter((error) => error.includes('group-list.board'))).toEqual([]);
    const { params } = tolerant('VILLE-A1;Bo;Ann\nVILLE-A1;Le Goff;Éva');
    expect(params).toEqual([{ person: 'Bo Ann' }]);
  });

  it('reads a notice board', () => {
    const { placed, errors } = tolerant(
      'Groupes du 12 février;\nGroupe 1;Groupe 2\n1. Luc Zed;• Le Goff Éva (ENA)\n2. Bo Ann;Le Goff E. (INET)\n2 personnes;2\nTotal : 4;\n',
      NUMBERED,
    );
    expect(placed).toEqual([
      ['1', 'G01'],
      ['2', 'G02'],
      ['1', 'G01'],
      ['', 'G02'],
    ]);
    expect(errors).toEqual([
      'note group-list.board g.csv:2',
      'warning person.in-doubt g.csv:4:2 [Groupe 2] "Le Goff E. (INET)"',
      'note group-list.labels-read g.csv',
    ]);
  });
});
