import { describe, expect, it } from 'vitest';
import { indexLevels } from '../../src/readers/level-index.js';
import { readRosters } from '../../src/readers/roster-reader.js';

const read = (...texts: readonly string[]) =>
  readRosters(
    texts.map((text, index) => ({ name: `${index}.csv`, school: `S${index}`, bytes: new TextEncoder().encode(text) })),
    new Map(),
  );

describe('words of one meaning in the column of genders', () => {
  it('are one value, the commonest, and a note says so', () => {
    const { value, diagnostics } = read('nom;genre\nAsh;H\nBay;F\nCam;H\n', 'nom,genre\nDee,M.\nEms,Mme\nFox,F\n');
    expect(value.attributes.find(({ key }) => key === 'gender')?.levels).toEqual(['F', 'H']);
    expect(diagnostics).toMatchObject([
      { severity: 'note', code: 'roster.gender-words', params: { level: 'H', levels: ['H', 'M.'] } },
      { severity: 'note', code: 'roster.gender-words', params: { level: 'F', levels: ['F', 'Mme'] } },
    ]);
  });

  it('are found by any of them in rules', () => {
    const { value } = read('nom;genre\nAsh;H\nBay;F\n');
    const { findLevel } = indexLevels(value);
    expect(['H', 'homme', 'M', 'Femme'].map((word) => findLevel('gender', word))).toMatchObject(
      ['H', 'H', 'H', 'F'].map((level) => ({ status: 'found', value: level })),
    );
    expect(findLevel('gender', 'x').status).not.toBe('found');
  });

  it('are none of the codes 0 and 1', () => {
    const { value } = read('nom;genre\nAsh;0\nBay;1\nCam;F\nDee;M\n');
    expect(value.attributes.find(({ key }) => key === 'gender')?.levels).toEqual(['0', '1', 'F', 'M']);
  });

  it('leave other values, and other columns, as they are', () => {
    const { value, diagnostics } = read('nom;genre;langue\nAsh;H;M\nBay;X;H\nCam;nb;M\n');
    expect(value.attributes.map(({ levels }) => levels)).toEqual([['S0'], ['H', 'X', 'nb'], ['H', 'M']]);
    expect(diagnostics).toEqual([]);
  });
});
