import { describe, expect, it } from 'vitest';
import { splitFullName } from '../../src/readers/full-name.js';
import { readRosters } from '../../src/readers/roster-reader.js';

describe('a name in one cell', () => {
  it.each([
    ['DUPONT Marie', 'DUPONT', 'Marie'],
    ['Marie DUPONT', 'DUPONT', 'Marie'],
    ['Jean-Paul LE GOFF', 'LE GOFF', 'Jean-Paul'],
    ['DE LA TOUR Anne Marie', 'DE LA TOUR', 'Anne Marie'],
    ['de LA TOUR Anne', 'de LA TOUR', 'Anne'],
    ["Élodie d' HÉROUVAL", "d' HÉROUVAL", 'Élodie'],
    ["O'NEIL Sean", "O'NEIL", 'Sean'],
    ['Dupont, Marie', 'Dupont', 'Marie'],
    ['Dupont , Marie', 'Dupont', 'Marie'],
    ['DUPONT  Marie', 'DUPONT', 'Marie'],
    ['de la TOUR Anne', 'de la TOUR', 'Anne'],
    ['Anne de la TOUR', 'de la TOUR', 'Anne'],
    ['TOUR d’ Anne', 'TOUR', 'd’ Anne'],
  ])('%s: %s · %s', (text, familyName, givenName) => {
    expect(splitFullName(text)).toEqual({ familyName, givenName });
  });

  it.each([
    'Dupont Marie',
    'DUPONT MARIE',
    'DUPONT',
    'Marie',
    '',
    'Jean DUPONT Marie',
    'DUPONT Marie MARTIN',
    'J. Dupont',
    'de la Tour Anne',
    'Anne de la',
    'Dupont, ',
    ', Marie',
    'Dupont, Marie, Anne',
    '山田 Taro',
  ])('is left whole where nothing tells: %s', (text) => {
    expect(splitFullName(text)).toEqual({ familyName: text, givenName: '' });
  });

  it('of a roster is two names, also for whoever compares rosters', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const { value, diagnostics } = readRosters(
      [
        { name: 'a.csv', school: 'A', bytes: bytes('Nom et prénom\nBERNARD Anaïs\nCoste Paul\n') },
        { name: 'b.csv', school: 'B', bytes: bytes('nom,prénom\nBernard,Anaïs\n') },
      ],
      new Map(),
    );
    expect(value.participants.map(({ familyName, givenName }) => [familyName, givenName])).toEqual([
      ['BERNARD', 'Anaïs'],
      ['Bernard', 'Anaïs'],
      ['Coste Paul', ''],
    ]);
    expect(diagnostics).toMatchObject([{ code: 'roster.same-name', severity: 'warning' }]);
  });
});

describe('a line of a roster that counts people', () => {
  const codes = (text: string) => {
    const { value, diagnostics } = readRosters(
      [{ name: 'r.csv', school: '', bytes: new TextEncoder().encode(text) }],
      new Map(),
    );
    return [value.participants.length, diagnostics.map(({ code, source }) => `${code} ${source?.line}`)];
  };

  it('is left out, and a note says so', () => {
    for (const line of ['Total : 2;;', ';Total;', 'TOTAL;2;', ';;Effectif : 2'])
      expect(codes(`id;nom;stages\n1;Ash;x\n2;Bay;y\n${line}\n`)).toEqual([2, ['roster.count-line 4']]);
  });

  it('earns a warning with both numbers where it counts others than were read', () => {
    const of = (text: string) =>
      readRosters([{ name: 'r.csv', school: '', bytes: new TextEncoder().encode(text) }], new Map());
    const head = 'id;nom;stages\n1;Ash;x\n2;Bay;y\n';
    for (const line of ['Total : 3;;', 'TOTAL;3;', 'Total;;3'])
      expect(of(`${head}${line}\n`).diagnostics).toMatchObject([
        { code: 'roster.total-differs', severity: 'warning', source: { line: 4 }, params: { total: 3, people: 2 } },
      ]);
    const parts = `${head}Sous-total;2;\n3;Cole;z\nSous-total;1;\nTotal;3;\nTotal 2026;;\n`;
    expect(of(parts).diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'roster.count-line'));
  });

  it('is none where somebody has that name', () => {
    expect(codes('id;nom;prénom\n1;Total;Ann\n2;Nombret;\n3;Total;\n')).toEqual([3, []]);
    expect(codes('Nom et prénom\nTotal Energies\nNombre Pierre\n')).toEqual([2, []]);
  });
});
