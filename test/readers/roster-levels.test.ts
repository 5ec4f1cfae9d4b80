import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { brief, file, levelsOf, NO_COLUMNS } from './facts.js';

/** The cohort of a column of that header whose cells people have that many times each. */
function readColumn(header: string, cells: readonly (readonly [cell: string, people: number])[]) {
  const values = cells.flatMap(([cell, people]) => Array.from({ length: people }, () => cell));
  const text = [`id\t${header}`, ...values.map((value, index) => `${index}\t${value}`)].join('\n');
  const { value, diagnostics } = readRosters([{ ...file(text, 'a.csv'), school: '' }], NO_COLUMNS);
  return { cohort: value, diagnostics, errors: brief(diagnostics) };
}

describe('a rare level', () => {
  const near = (usual: string, usualCount: number, rare: string, count: number) =>
    readColumn('langue', [
      [usual, usualCount],
      [rare, count],
    ]).diagnostics.map(({ value, suggestion }) => `${value} -> ${suggestion}`);

  it('is perhaps a slip of one ten times as frequent', () => {
    expect(near('français', 10, 'francias', 1)).toEqual(['francias -> français']);
    expect(near('français', 9, 'francias', 1)).toEqual([]);
    expect(near('français', 20, 'francias', 2)).toEqual(['francias -> français']);
    expect(near('français', 19, 'francias', 2)).toEqual([]);
  });

  it('of five letters or more may have one slip, of eight or more two', () => {
    expect(near('latin', 10, 'latim', 1)).toEqual(['latim -> latin']);
    expect(near('grec', 10, 'grek', 1)).toEqual([]);
    expect(near('italien', 10, 'itbliem', 1)).toEqual([]);
    expect(near('espagnol', 10, 'espbgnok', 1)).toEqual(['espbgnok -> espagnol']);
    expect(near('espagnol', 10, 'esqbgnok', 1)).toEqual([]);
  });

  it('is compared without accents and case, never where it has a digit', () => {
    expect(near('Éléments', 10, 'elemets', 1)).toEqual(['elemets -> Éléments']);
    expect(near('groupe 1', 10, 'groupe 2', 1)).toEqual([]);
  });

  it('resembles the most frequent level that it may be a slip of; of as frequent ones the first by code units', () => {
    const likelyOf = (first: number, second: number) =>
      readColumn('langue', [
        ['latix', first],
        ['latin', second],
        ['latiy', 1],
      ]).diagnostics.map(({ suggestion }) => suggestion);
    expect(likelyOf(20, 10)).toEqual(['latix']);
    expect(likelyOf(10, 20)).toEqual(['latin']);
    expect(likelyOf(10, 10)).toEqual(['latin']);
  });

  it('is told of with its column, its first cell and how many have either; the rarest first, the last by code units before', () => {
    const { diagnostics, errors } = readColumn('Langue', [
      ['chinois', 1],
      ['chinese', 30],
      ['mandarin', 40],
      ['chinesa', 2],
      ['chineso', 1],
      ['mandarim', 1],
    ]);
    expect(errors).toEqual([
      'warning roster.level-near a.csv:76:2 [Langue] "mandarim" -> mandarin',
      'warning roster.level-near a.csv:75:2 [Langue] "chineso" -> chinese',
      'warning roster.level-near a.csv:73:2 [Langue] "chinesa" -> chinese',
    ]);
    expect(diagnostics[2].params).toEqual({ attribute: 'langue', count: 2, usualCount: 30 });
  });

  it('is not looked for among more than 2000', () => {
    const others = (count: number) => Array.from({ length: count }, (_, index) => [`n${index}`, 1] as const);
    const column = (count: number) => [['latin', 10], ['latim', 1], ...others(count - 2)] as const;
    expect(readColumn('tel', column(2000)).errors).toHaveLength(1);
    expect(readColumn('tel', column(2001)).errors).toEqual([]);
  });
});

describe('cells that were perhaps to be parted', () => {
  const unsplit = (...cells: readonly (readonly [string, number])[]) =>
    readColumn('stages', cells).diagnostics.map(({ code, value, params }) => [code, value, params]);

  it('are those whose parts are all levels themselves, of two people or more', () => {
    const params = { attribute: 'stages', people: 2, separator: '/' };
    expect(unsplit(['a/b', 2], ['a', 1], ['b', 1])).toEqual([['roster.values-unsplit', 'a/b', params]]);
    expect(unsplit(['a/b', 1], ['b/a', 1], ['A', 1], ['B', 1])).toEqual([['roster.values-unsplit', 'a/b', params]]);
    expect(unsplit(['a/b', 1], ['a', 1], ['b', 1])).toEqual([]);
    expect(unsplit(['a/b', 5], ['a', 5])).toEqual([]);
    expect(unsplit(['a/', 5], ['a', 5])).toEqual([]);
  });

  it('are shown by the one that most people have, at its first cell', () => {
    const { diagnostics, errors } = readColumn('stages', [
      ['a', 1],
      ['b', 1],
      ['a,b', 1],
      ['b, a', 2],
    ]);
    expect(errors).toEqual(['warning roster.values-unsplit a.csv:5:2 [stages] "b, a"']);
    expect(diagnostics[0].params).toEqual({ attribute: 'stages', people: 3, separator: ',' });
  });

  it('are told of before slips, and not among more than 2000 levels', () => {
    const cells = [
      ['latin', 10],
      ['grec', 10],
      ['latin+grec', 2],
      ['latim', 1],
    ] as const;
    expect(readColumn('langues', cells).diagnostics.map(({ code }) => code)).toEqual([
      'roster.values-unsplit',
      'roster.level-near',
    ]);
    const others = (count: number) => Array.from({ length: count }, (_, index) => [`n${index}`, 1] as const);
    expect(readColumn('langues', [...cells, ...others(1997)]).errors).toEqual([]);
  });
});

describe('words for genders', () => {
  it('of one meaning become the most frequent one, and a note lists them', () => {
    const { cohort, diagnostics } = readColumn('Genre', [
      ['femme', 2],
      ['F', 3],
      ['Mme', 1],
      ['H', 2],
      ['h', 1],
    ]);
    expect(cohort.attributes).toEqual([{ key: 'gender', label: 'Genre', levels: ['F', 'H'], isMultiple: false }]);
    expect(diagnostics).toMatchObject([
      {
        severity: 'note',
        code: 'roster.gender-words',
        params: { attribute: 'Genre', levels: ['F', 'Mme', 'femme'], level: 'F' },
      },
    ]);
  });

  it('are kept apart in any other column', () => {
    expect(
      readColumn('titre', [
        ['femme', 1],
        ['F', 1],
      ]).cohort.attributes[0].levels,
    ).toEqual(['F', 'femme']);
  });
});

describe('the levels of a person', () => {
  const read = (...texts: readonly string[]) =>
    readRosters(
      texts.map((text, index) => ({ ...file(text, `${index}.csv`), school: '' })),
      NO_COLUMNS,
    ).value;

  it('are in order, each once, however often and in whatever letters a cell has them', () => {
    const { participants, attributes } = read('id;stages\n1;b|a|B|b\n2;b\n');
    expect(participants.map(levelsOf)).toEqual([{ internships: ['a', 'b'] }, { internships: ['b'] }]);
    expect(attributes[0].isMultiple).toBe(true);
    expect(read('id;stages\n1;a\n2;b|B\n').attributes[0].isMultiple).toBe(false);
  });

  it('have spellings that are counted by people, over all rosters', () => {
    const { participants } = read('id;ville\n1;paris\n2;paris\n3;PARIS\n', 'id;ville\n4;Paris\n5;Paris\n6;Paris\n');
    expect(new Set(participants.map((person) => levelsOf(person)['ville'][0]))).toEqual(new Set(['Paris']));
  });

  it('hold a school as a whole, and none for blank cells', () => {
    const { participants, attributes } = read('id;école;ville\n1;A|B;x\n2; ; \n3; C ;|\n');
    expect(participants.map(levelsOf)).toEqual([{ school: ['A|B'], ville: ['x'] }, {}, { school: ['C'] }]);
    expect(attributes.map(({ key, levels }) => [key, levels])).toEqual([
      ['school', ['A|B', 'C']],
      ['ville', ['x']],
    ]);
  });

  it('have the label that is first by code units of all headers of the attribute', () => {
    for (const headers of [
      ['Ville', 'VILLE', 'ville'],
      ['ville', 'Ville', 'VILLE'],
    ]) {
      const texts = headers.map((header, index) => `id;${header}\n${index};x\n`);
      expect(read(...texts).attributes.map(({ label }) => label)).toEqual(['VILLE']);
    }
  });
});
