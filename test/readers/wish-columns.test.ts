import { describe, expect, it } from 'vitest';
import { readRosters } from '../../src/readers/roster-reader.js';
import { rankOf } from '../../src/readers/wish-columns.js';

const theme = (id: string) => ({ id, title: id, strands: [{ id: '', title: '', source: { file: 't' } }] });

function wishesOf(text: string) {
  const file = { name: 'r.csv', school: '', bytes: new TextEncoder().encode(text) };
  const { value, diagnostics } = readRosters([file], new Map(), { themes: ['A', 'B', 'C'].map(theme) });
  return { wishes: value.participants.map((person) => person.wishes), attributes: value.attributes, diagnostics };
}

describe('wishes in a column each', () => {
  it('are known by a rank in the header', () => {
    const headers = ['Vœu 1', 'voeu n° 2', 'Choix 3', '1er vœu', '2ème choix', 'wish 4', '3rd choice', 'Souhait12'];
    expect(headers.map(rankOf)).toEqual([1, 2, 3, 1, 2, 4, 3, 12]);
    expect(['vœux', 'choix', 'groupe 1', 'wish list 2'].map(rankOf)).toEqual([0, 0, 0, 0]);
  });

  it('are read by rank, wherever they stand, each theme once, and are no attribute', () => {
    const { wishes, attributes, diagnostics } = wishesOf('nom;Vœu 2;Vœu 1\nAsh;A;B\nBay;C;C\nCam;;\n');
    expect(wishes).toEqual([['B', 'A'], ['C'], []]);
    expect(attributes).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it('name the column of a theme that there is not', () => {
    const { diagnostics } = wishesOf('nom;Vœu 1;Vœu 2\nAsh;A;D\n');
    expect(diagnostics).toMatchObject([{ severity: 'error', value: 'D', source: { line: 2, column: 'Vœu 2' } }]);
  });

  it('stay attributes beside a column of all wishes', () => {
    const { wishes, attributes } = wishesOf('nom;vœux;vœu 1\nAsh;A|B;C\n');
    expect(wishes).toEqual([['A', 'B']]);
    expect(attributes.map(({ label }) => label)).toEqual(['vœu 1']);
  });
});
