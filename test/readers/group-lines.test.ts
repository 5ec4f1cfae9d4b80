import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { readTable } from '../../src/readers/delimited-table.js';
import { isCountLine, linesOf } from '../../src/readers/group-lines.js';
import { GROUP_LIST_COLUMNS } from '../../src/readers/group-list-columns.js';
import { brief, file, NO_COLUMNS } from './facts.js';

/** The lines of a list, `label/theme/strand: value` each, and what is said of it. */
function read(text: string) {
  const { value: table, diagnostics: found } = readTable(file(text, 'g.csv'), {
    words: GROUP_LIST_COLUMNS,
    required: [],
    columns: NO_COLUMNS,
    keepsOthers: true,
  });
  if (table === undefined) throw new Error('no table');
  const diagnostics: Diagnostic[] = [...found];
  const lines = linesOf(table, diagnostics);
  return {
    lines,
    places: lines.map(({ label, theme, strand, value }) => `${label}/${theme}/${strand}: ${value}`),
    errors: brief(diagnostics),
    diagnostics,
  };
}

describe('a line that counts people', () => {
  it('is left out with a note, whatever blank cells stand before its count', () => {
    const { places, errors } = read('groupe;nom;prénom\nG1;Bo;Ann\n ;Total : 1;\nG1;Zed;Luc\nEffectif;2;\n');
    expect(places).toEqual(['G1//: Bo Ann', 'G1//: Zed Luc']);
    expect(errors).toEqual([
      'note group-list.count-line g.csv:3 "Total : 1"',
      'note group-list.count-line g.csv:5 "Effectif"',
    ]);
  });

  it('is none where it has an id or a given name', () => {
    const { places, errors } = read('nom;prénom;id;groupe\nTotal;Jean;;G1\nTotal;;7;G1\nTotal;;;G1\n');
    expect(places).toEqual(['G1//: Total Jean', 'G1//: 7']);
    expect(errors).toEqual(['note group-list.count-line g.csv:4 "Total"']);
  });

  it('begins with a word for it', () => {
    for (const text of ['Total', 'Sous-total : 3', 'EFFECTIFS', 'Nombre d’élèves', 'count 3'])
      expect(isCountLine(text)).toBe(true);
    for (const text of ['Totalement', 'Le total', 'Comte', '']) expect(isCountLine(text)).toBe(false);
  });
});

describe('labels that stand once each, above their people', () => {
  const list = (...rows: readonly string[]) => read(['groupe;thème;volet;nom', ...rows].join('\n'));

  it('are those of the lines below, with theme and strand unless these have their own', () => {
    const { places, errors, diagnostics } = list('G1;V;A;', ';;;Bo', ';W;;Cy', 'G2;V;;Di', ';;B;Ed', ';;;');
    expect(places).toEqual(['G1/V/A: Bo', 'G1/W/A: Cy', 'G2/V/: Di', 'G2/V/B: Ed']);
    expect(errors).toEqual(['note group-list.filled-down g.csv:2:1 [groupe]']);
    expect(diagnostics[0].params).toEqual({ groups: 2, people: 3 });
  });

  it('are not where the first line has none, or one stands twice', () => {
    for (const rows of [
      [';;;Bo', 'G1;;;Cy', ';;;Di', 'G2;;;Ed', ';;;Fo'],
      ['G1;;;Bo', ';;;Cy', 'g1;;;Di', ';;;Ed'],
    ]) {
      const { lines, errors } = list(...rows);
      expect(lines.map(({ label }) => label)).toEqual(rows.map((row) => row.split(';')[0]));
      expect(errors).toEqual([]);
    }
  });

  it('are not where there is one alone, or fewer lines below than labels', () => {
    expect(list('G1;;;Bo', ';;;Cy').places).toEqual(['G1//: Bo', '//: Cy']);
    expect(list('G1;;;Bo', ';;;Cy', 'G2;;;Di').places).toEqual(['G1//: Bo', '//: Cy', 'G2//: Di']);
    expect(list('G1;;;Bo', ';;;Cy', 'G2;;;Di', ';;;Ed').places[3]).toBe('G2//: Ed');
  });
});

describe('what a line says of somebody', () => {
  it('is the id, else the name, with its place', () => {
    const { lines } = read('groupe;id;nom;prénom;nom complet\nG1;7;Bo;Ann;\nG1;;Bo;Ann;x\nG1;;;;Ann Bo\nG1;;;Ann;\n');
    expect(lines.map(({ value, source }) => [value, source.line, source.column])).toEqual([
      ['7', 2, 'id'],
      ['Bo Ann', 3, 'nom'],
      ['Ann Bo', 4, 'nom complet'],
      ['Ann', 5, 'nom complet'],
    ]);
    expect(lines[1].clues).toEqual({ id: '', familyName: 'Bo', givenName: 'Ann', fullName: 'x', school: '' });
  });
});
