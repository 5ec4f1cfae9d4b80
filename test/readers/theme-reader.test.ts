import { describe, expect, it } from 'vitest';
import { readThemes } from '../../src/readers/theme-reader.js';
import { brief, file, NO_COLUMNS } from './facts.js';

const read = (text: string) => {
  const { value, diagnostics } = readThemes(file(text, 'themes.csv'), NO_COLUMNS);
  return { themes: value, errors: brief(diagnostics) };
};

describe('readThemes', () => {
  it('reads strands, their groups and sizes; the title may stand on one row only', () => {
    const { themes, errors } = read(
      'Thème;Titre;Volet;Intitulé;Groupes;Min;Max\nVILLE;;A;Emploi;2;9;10\nville;La ville;B;Conseils;;;\nEUROPE;Europe;;;;;\n',
    );
    expect(errors).toEqual([]);
    expect(themes).toEqual([
      {
        id: 'VILLE',
        title: 'La ville',
        strands: [
          { id: 'A', title: 'Emploi', groupCount: 2, minSize: 9, maxSize: 10, source: { file: 'themes.csv', line: 2 } },
          { id: 'B', title: 'Conseils', source: { file: 'themes.csv', line: 3 } },
        ],
      },
      { id: 'EUROPE', title: 'Europe', strands: [{ id: '', title: '', source: { file: 'themes.csv', line: 4 } }] },
    ]);
  });

  it.each([
    ['theme,strand\nV,A\nV,a\n', 'theme.strand-twice themes.csv:3:2 [strand] "a"'],
    ['theme\nV\nv\n', 'theme.strand-twice themes.csv:3:1 [theme] "v"'],
    ['theme,strand\nV,A\nV,\n', 'theme.strand-nameless themes.csv:3'],
    ['theme,title\nV,\n,x\n', 'cell.empty themes.csv:3:1 [theme]'],
    ['theme,groups\nV,0\n', 'cell.not-a-whole-number themes.csv:2:2 [groups] "0"'],
    ['theme,groups\nV,"1,5"\n', 'cell.not-a-whole-number themes.csv:2:2 [groups] "1,5"'],
    ['theme,min,max\nV,10,9\n', 'theme.min-above-max themes.csv:2:2 [min] "10"'],
    ['theme,title\n', 'table.no-rows themes.csv'],
    ['theme,title,strand\nV,x,A\nV,y,B\n', 'warning theme.title-differs themes.csv:3:2 [title] "y"'],
    ['theme,grups\nV,2\n', 'warning column.ignored themes.csv:1:2 [grups] "grups" -> groups'],
  ])('reports %j', (text, expected) => {
    expect(read(text).errors).toEqual([expected]);
  });

  it('says beside what is wrong where the other is', () => {
    const paramsOf = (text: string) =>
      readThemes(file(text, 't.csv'), NO_COLUMNS).diagnostics.map((each) => each.params);
    const other = { theme: 'V', otherFile: 't.csv', otherLine: 2 };
    expect(paramsOf('theme,title,strand\nV,x,A\nv,y,B\n')).toEqual([{ ...other, title: 'x' }]);
    expect(paramsOf('theme,title,strand\nV,,A\nV,x,B\nV,y,C\n')).toEqual([{ ...other, title: 'x', otherLine: 3 }]);
    expect(paramsOf('theme,strand\nV,A\nV,a\n')).toEqual([other]);
    expect(paramsOf('theme,min,max\nV,10,9\n')).toEqual([{ min: 10, max: 9 }]);
    expect(paramsOf('theme,strand\nV,A\nV,\n')).toEqual([{ theme: 'V' }]);
  });

  it('takes one title and one size twice for what they are', () => {
    const { themes, errors } = read('theme,title,strand,min,max\nV,x,A,9,9\nV,x,B,9,\nV,,C,,9\n');
    expect(errors).toEqual([]);
    expect(themes).toMatchObject([{ id: 'V', title: 'x', strands: [{ id: 'A' }, { id: 'B' }, { id: 'C' }] }]);
    const [, , last] = themes[0].strands;
    for (const key of ['groupCount', 'minSize']) expect(last).not.toHaveProperty(key);
  });
});
