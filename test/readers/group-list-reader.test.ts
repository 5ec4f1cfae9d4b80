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
    ['id;équipe\n2;1', 'column.missing g.csv:1'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors).toEqual([expected]);
  });
});
