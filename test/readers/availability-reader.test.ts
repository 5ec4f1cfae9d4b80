import { describe, expect, it } from 'vitest';
import type { Witness } from '../../src/domain/witness.js';
import { readAvailability } from '../../src/readers/availability-reader.js';
import { brief, file, NO_COLUMNS, session } from './facts.js';

const witness = (id: string, title: string, familyName: string, givenName: string): Witness => ({
  id,
  title,
  familyName,
  givenName,
  position: '',
  organisation: '',
  role: 'witness',
  themes: [],
  maxGroupsPerHearing: 1,
  email: '',
  source: { file: 'w.csv' },
});
const REFERENCES = {
  witnesses: [witness('T1', 'Mme', 'Roussel', 'Anne'), witness('T2', 'M.', 'Le Goff', 'Yann')],
  groups: [{ label: 'G01', theme: '', strand: '', size: 9 }],
  sessions: [session('S1'), session('S2'), session('S3')],
};
const read = (text: string) => {
  const { value, diagnostics } = readAvailability(file(text, 'a.csv'), NO_COLUMNS, REFERENCES);
  return {
    states: Object.fromEntries([...value].map(([who, states]) => [who, Object.fromEntries(states)])),
    errors: brief(diagnostics),
  };
};

describe('readAvailability', () => {
  it('reads the long shape', () => {
    const { states, errors } = read('who;session;state\nT1;s1;yes\nT1;S2;si_besoin\nT1;S3;\nT2;S1;non\nG01;S1;no\n');
    expect(errors).toEqual([]);
    expect(states).toEqual({ T1: { S1: 'yes', S2: 'if_needed', S3: 'no' }, T2: { S1: 'no' }, G01: { S1: 'no' } });
  });

  it('reads the grid of a poll, people by name in either order, and an empty cell as not available', () => {
    const { states, errors } = read('Sondage;;;\nNom;S1;S3;S2\nMme Anne ROUSSEL;x;?;\nLe Goff;OUI;(x);-\n');
    expect(errors).toEqual([]);
    expect(states).toEqual({
      T1: { S1: 'yes', S3: 'if_needed', S2: 'no' },
      T2: { S1: 'yes', S3: 'if_needed', S2: 'no' },
    });
  });

  it('keeps the line that says so, of each person and session', () => {
    const linesOf = (text: string) =>
      [...readAvailability(file(text, 'a.csv'), NO_COLUMNS, REFERENCES).lines].map(([who, lines]) => [
        who,
        [...lines].map(([id, source]) => `${id} ${source.file}:${source.line}`),
      ]);
    expect(linesOf('who;session;state\nT1;S1;yes\nT2;S1;no\nT1;S2;no\n')).toEqual([
      ['T1', ['S1 a.csv:2', 'S2 a.csv:4']],
      ['T2', ['S1 a.csv:3']],
    ]);
    expect(linesOf('who;S1;S2\nT1;x;\nT2;;x\n')).toEqual([
      ['T1', ['S1 a.csv:2', 'S2 a.csv:2']],
      ['T2', ['S1 a.csv:3', 'S2 a.csv:3']],
    ]);
  });

  it('reads a grid with family and given names in two columns', () => {
    expect(read('Nom,Prénom,S1\nRoussel,Anne,x\nLe Goff,Yann,\n')).toEqual({
      states: { T1: { S1: 'yes' }, T2: { S1: 'no' } },
      errors: [],
    });
  });

  it.each([
    ['who;session;state\nT1;S1;perhaps\nT2;S1;x', 'availability.unknown-state a.csv:2:3 [state] "perhaps"'],
    ['who;session;state\nT1;S4;x\nT1;S1;x\nT2;S1;x', 'reference.unknown a.csv:2:2 [session] "S4"'],
    ['who;session;state\nT1;;x\nT1;S1;x\nT2;S1;x', 'cell.empty a.csv:2:2 [session]'],
    ['who;S1;S2\nT1;x;\nT2;;\nRousel;x;', 'reference.unknown a.csv:4:1 [who] "Rousel" -> Roussel'],
    ['who;S1;S2\nT1;x;\nT2;;\n;x;', 'cell.empty a.csv:4:1 [who]'],
    ['who;S1;SS2\nT1;x;\nT2;;', 'reference.unknown a.csv:1:3 [SS2] "SS2" -> S2'],
    ['who;S1;S2\nT1;x;\nT2;;\nRoussel;;x', 'availability.contradiction a.csv:4:2 [S1]'],
    ['who;S1\nT1;x', 'warning availability.witness-missing a.csv'],
    ['who;session\nT1;S1\nT2;S1', 'column.missing a.csv:1'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors[0]).toBe(expected);
  });

  it.each([
    ['who;session;state\nT9;S1;x\nT1;S9;x\nT2;S2;perhaps\nT2;S1;x', { T2: { S1: 'yes' } }],
    ['who;S1;S2\nT9;x;x\nT1;x;perhaps\n', { T1: { S1: 'yes' } }],
  ])('keeps nothing of a line in error: %j', (text, states) => {
    expect(read(text).states).toEqual(states);
  });

  it('keeps the first of two answers and names it beside the second', () => {
    const { value, lines, diagnostics } = readAvailability(
      file('who;session;state\nT2;S1;x\nT1;S1;yes\nT1;S1;no\n', 'a.csv'),
      NO_COLUMNS,
      REFERENCES,
    );
    expect(value.get('T1')?.get('S1')).toBe('yes');
    expect(lines.get('T1')?.get('S1')?.line).toBe(3);
    expect(diagnostics.map(({ params }) => params)).toEqual([
      { who: 'T1', session: 'S1', otherFile: 'a.csv', otherLine: 3 },
    ]);
  });

  it('finds the header by the sessions of the module', () => {
    expect(read('Nom;Prénom;;\nNom;S1;S2;\nRoussel;x;;\nLe Goff;;x;\n')).toEqual({
      states: { T1: { S1: 'yes', S2: 'no' }, T2: { S1: 'no', S2: 'yes' } },
      errors: [],
    });
    expect(read('a;b;c;d\nNom;S1;S2;\nRoussel;x;;\nLe Goff;;x;\n').errors).toEqual([]);
  });

  it('says which witness and which column is missing', () => {
    const paramsOf = (text: string) =>
      readAvailability(file(text, 'a.csv'), NO_COLUMNS, REFERENCES).diagnostics.map(({ params }) => params);
    expect(paramsOf('who;S1\nT1;x\n')).toEqual([{ witness: 'T2' }]);
    expect(paramsOf('who;session\nT1;S1\n')).toEqual([{ accepted: ['state', 'état'] }]);
    expect(paramsOf('who;S1\nT9;x\n')).toEqual([{ kind: 'witness-or-group', known: ['T1', 'T2'], count: 2 }]);
  });

  it.each([
    ['Rousel', 'Roussel'],
    ['Rousel Anne', 'Roussel Anne'],
    ['G1', 'G01'],
    ['T01', 'T1'],
  ])('suggests for %j the name %j', (typed, suggestion) => {
    expect(read(`Nom;S1\n${typed};x\n`).errors).toEqual([
      `reference.unknown a.csv:2:1 [Nom] "${typed}" -> ${suggestion}`,
    ]);
  });

  it('tells witnesses of one family name by their given names or titles, and an id before a name', () => {
    const witnesses = [
      witness('T1', 'Mme', 'Roussel', 'Anne'),
      witness('T2', 'M.', 'Roussel', 'Luc'),
      witness('Roux', 'Dr', 'Petit', 'Zoé'),
      witness('T4', '', 'Roux', ''),
      witness('T5', 'Pr', '', ''),
    ];
    const whoOf = (text: string) =>
      [...readAvailability(file(text, 'a.csv'), NO_COLUMNS, { ...REFERENCES, witnesses }).value.keys()].join();
    expect(whoOf('Nom;Prénom;S1\nRoussel;Luc;x\n')).toBe('T2');
    expect(whoOf('who;S1\nMme Roussel;x\nM. Roussel;x\nRoux;x\n')).toBe('T1,T2,Roux');
    expect(whoOf('who;S1\nPr;x\nT5;x\n')).toBe('T5');
    expect(
      brief(readAvailability(file('who;S1\nPr;x\n'), NO_COLUMNS, { ...REFERENCES, witnesses }).diagnostics),
    ).toEqual(['reference.unknown in.csv:2:1 [who] "Pr"']);
  });

  it('does not mind an answer given twice alike', () => {
    expect(read('who;session;state\nT1;S1;x\nT1;S1;yes\nT2;S1;x').errors).toEqual([]);
  });
});
