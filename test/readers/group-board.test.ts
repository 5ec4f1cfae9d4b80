import { describe, expect, it } from 'vitest';
import type { GroupLine } from '../../src/readers/group-lines.js';
import { readBoard } from '../../src/readers/group-board.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { brief, file, NO_COLUMNS } from './facts.js';

const COHORT = readRosters(
  [
    { ...file('id;nom;prénom\n1;Bo;Ann\n2;Le Goff;Éva\n3;Cam;Léa\n', 'a.csv'), school: 'ENA' },
    { ...file('id;nom;prénom\n4;Zed;Luc\n5;Dee;Max\nG9;Fox;Zoé\n', 'b.csv'), school: 'INET' },
  ],
  NO_COLUMNS,
).value;

const TEXTS = { isLabel: (text: string) => /^G\d$/.test(text), isTitle: (text: string) => text === 'Ville' };

const read = (text: string) => readBoard(file(text, 'g.csv'), COHORT, TEXTS);

function linesOf(text: string): readonly GroupLine[] {
  const board = read(text);
  return board.kind === 'board' ? board.lines : [];
}

/** Where a board says that people are, a line `label: value` each. */
const placesOf = (text: string) => linesOf(text).map(({ label, value }) => `${label}: ${value}`);

describe('a notice board', () => {
  it('says of each cell which group it is in, and where either stands', () => {
    const [first, second, third] = linesOf('Liste;\nG1;G2\nAnn Bo (ENA);2) Luc Zed\nG3;\nLéa Cam;Nemo\n');
    expect(first).toMatchObject({
      line: 3,
      value: 'Ann Bo (ENA)',
      clues: { id: '', familyName: '', givenName: '', fullName: 'Ann Bo', school: 'ENA' },
      source: { file: 'g.csv', line: 3, field: 1, column: 'G1' },
      label: 'G1',
      labelSource: { file: 'g.csv', line: 2, field: 1, column: 'G1' },
      theme: '',
      strand: '',
    });
    expect(second).toMatchObject({
      value: 'Luc Zed',
      clues: { fullName: 'Luc Zed', school: '' },
      labelSource: { file: 'g.csv', line: 2, field: 2, column: 'G2' },
    });
    expect(third).toMatchObject({
      label: 'G3',
      source: { file: 'g.csv', line: 5, field: 1, column: 'G3' },
      labelSource: { file: 'g.csv', line: 4, field: 1, column: 'G3' },
    });
  });

  it('has no group for who stands below no label', () => {
    const lines = linesOf('G1;G2\nAnn Bo;Luc Zed\nG3;\nLéa Cam;Nemo\n');
    expect(lines[3]).toMatchObject({
      value: 'Nemo',
      label: '',
      source: { line: 4, field: 2, column: '' },
      labelSource: { file: 'g.csv', line: 4, field: 2 },
    });
  });

  it('keeps its labels over a row of one label beside a name, and over an empty one that is too long', () => {
    expect(placesOf('G1;G2\nAnn Bo;Luc Zed\nG3;Nemo\nLéa Cam;Max Dee\n').slice(2)).toEqual([
      'G1: G3',
      'G2: Nemo',
      'G1: Léa Cam',
      'G2: Max Dee',
    ]);
    expect(placesOf('G1;G2\nAnn Bo;Luc Zed\n;;x\nLéa Cam;Max Dee\n').slice(2)).toEqual(['G1: Léa Cam', 'G2: Max Dee']);
  });

  it('keeps its labels over a row of which one is somebody’s id', () => {
    expect(placesOf('G1;G2\nG8;G9\nAnn Bo;Luc Zed\n')).toEqual(['G1: G8', 'G2: G9', 'G1: Ann Bo', 'G2: Luc Zed']);
  });

  it('leaves out counts, in whole rows or below a column', () => {
    expect(
      placesOf('G1;G2\nAnn Bo;Luc Zed\nTotal : 2;Nemo\nNemo;Total : 1\n1 personne;2\n1 élève;12 Members\n'),
    ).toEqual(['G1: Ann Bo', 'G2: Luc Zed', 'G1: Nemo']);
  });

  it('keeps what was said of its rows', () => {
    const board = read('G1;G2\nAnn Bo;Luc Zed\nLéa Cam;Max Dee;x\n');
    expect(board.kind === 'board' && brief(board.diagnostics)).toEqual([
      'table.row-long g.csv:3:3 "x"',
      'note group-list.board g.csv:1',
    ]);
  });

  it('is none where nobody is named exactly, or by fewer than half of its cells', () => {
    expect(read('G1;G2\nAnne Bo;Lucas Zed\n')).toEqual({ kind: 'none' });
    expect(read('G1;G2\nAnn Bo;Nemo\nQui;\n')).toEqual({ kind: 'none' });
    expect(read('G1;G2\nAnn Bo;Nemo\n').kind).toBe('board');
    expect(read('')).toEqual({ kind: 'none' });
  });

  it('is a list without a header where that names somebody, in one cell or in two that stand together', () => {
    for (const header of ['x;Ann Bo', 'Bo;Ann', 'x;Bo;Ann', '4;x'])
      expect(read(`${header}\nNemo;Qui\n`).kind).toBe('no-header');
    for (const header of ['Ann;x;Bo', 'Ann;x', 'Bo;x;y;Ann']) expect(read(`${header}\nNemo;Qui\n`).kind).toBe('none');
  });
});

describe('a row below labels', () => {
  const people = 'Ann Bo (ENA);Luc Zed (INET)';
  const expected = ['G1: Ann Bo (ENA)', 'G2: Luc Zed (INET)'];

  it('is of titles where all cells are what themes are called', () => {
    expect(placesOf('G1;G2\nVille;Ville\nAnn Bo;Luc Zed\n')).toEqual(['G1: Ann Bo', 'G2: Luc Zed']);
    expect(placesOf('G1;G2\nVille;\nAnn Bo;Luc Zed\n')).toEqual(['G1: Ann Bo', 'G2: Luc Zed']);
    expect(placesOf('G1;G2\nVille;Nemo\nAnn Bo;Luc Zed\n')).toHaveLength(4);
  });

  it('is of titles only if it is the first', () => {
    expect(placesOf('G1;G2\nAnn Bo;Luc Zed\nVille;Ville\n')).toHaveLength(4);
    expect(placesOf('G1;G2\nAnn Bo;Luc Zed\nTown;City\nLéa Cam (ENA);Max Dee (INET)\n')).toHaveLength(6);
    expect(placesOf('G1;G2\nAnn Bo;Luc Zed\nG3;G4\nVille;Ville\nLéa Cam;Max Dee\n')).toEqual([
      'G1: Ann Bo',
      'G2: Luc Zed',
      'G3: Léa Cam',
      'G4: Max Dee',
    ]);
  });

  it('is of other titles where it lacks the schools that all have below it', () => {
    expect(placesOf(`G1;G2\nTown;City\n${people}\n`)).toEqual(expected);
    expect(placesOf(`G1;G2\nTown;City\n${people.replaceAll(/ \((\w+)\)/g, '  $1')}\n`)).toEqual([
      'G1: Ann Bo  ENA',
      'G2: Luc Zed  INET',
    ]);
  });

  it('is of people where not all have a school below it, or nobody stands there', () => {
    expect(placesOf('G1;G2\nTown;City\nAnn Bo (ENA);Luc Zed\n')).toHaveLength(4);
    expect(placesOf(`G1;G2\n${people}\nG3;G4\nTown;City\n`)).toEqual([...expected, 'G3: Town', 'G4: City']);
  });

  it('is of people where any of its cells names somebody, or has a school itself', () => {
    expect(placesOf(`G1;G2\nLéa Cam;City\n${people}\n`)).toHaveLength(4);
    expect(placesOf(`G1;G2\nNemo (ENA);City\n${people}\n`)).toHaveLength(4);
  });
});

describe('the school of somebody on a board', () => {
  const clueOf = (cell: string) => {
    const { fullName, school } = linesOf(`G1;G2\nAnn Bo;Luc Zed\n${cell};Max Dee\n`)[2].clues;
    return [fullName, school];
  };

  it('stands in brackets, or after two spaces', () => {
    expect(clueOf('Léa Cam (ENA)')).toEqual(['Léa Cam', 'ENA']);
    expect(clueOf('Léa Cam(inet)')).toEqual(['Léa Cam', 'inet']);
    expect(clueOf('Léa (L.) Cam (ENA)')).toEqual(['Léa (L.) Cam', 'ENA']);
    expect(clueOf('Léa Cam   ENA')).toEqual(['Léa Cam', 'ENA']);
  });

  it.each(['Léa Cam (HEC)', 'Léa Cam ENA', 'Léa Cam  HEC', '(ENA)', 'ENA)', 'Léa Cam (ENA', 'ENA'])(
    'is not told by %j',
    (cell) => {
      expect(clueOf(cell)).toEqual([cell, '']);
    },
  );
});
