import { describe, expect, it } from 'vitest';
import { detectDelimiter, headOf, namedDelimiter, splitRecords } from '../../src/readers/delimiter.js';

const KNOWN = new Set(['name', 'school', 'age']);
const detect = (text: string) =>
  detectDelimiter(text, (cells) => new Set(cells.filter((cell) => KNOWN.has(cell.trim()))).size);
const LONG = 65_536;

describe('records', () => {
  it('hold quoted delimiters and line breaks, stray quotes, and as many cells as each line has', () => {
    const text = 'a;"b;c\nd"\n\ne;f "g" h;i\n';
    expect(splitRecords(text, ';')).toEqual([['a', 'b;c\nd'], [''], ['e', 'f "g" h', 'i']]);
    expect(splitRecords(text, ';', 1)).toEqual([['a', 'b;c\nd']]);
    expect(() => splitRecords('a;"b', ';')).toThrow();
  });
});

describe('a named delimiter', () => {
  it.each([
    ['sep=;\nname', ';'],
    ['SEP=,', ','],
    ['"sep=|"\nname', '|'],
    ['sep=\t\n', '\t'],
    ['sep=;;;\n', ';'],
    ['"sep=,",,\nname', ','],
  ])('%j: %j', (text, delimiter) => expect(namedDelimiter(text)).toBe(delimiter));

  it.each(['name\nsep=;', ' sep=;', 'sep=\n', 'sep=;a\n', 'separator=;', ''])('%j: none', (text) =>
    expect(namedDelimiter(text)).toBeUndefined(),
  );
});

describe('a delimiter that is not named', () => {
  it.each([
    ['name;school\na,b;c,d\n', ';'],
    ['name,school\na;b,c;d\n', ','],
    ['name\tschool\na,b\tc,d\n', '\t'],
    ['name|school\n', '|'],
    ['a,b,c,d\nname;school,age\n', ';'],
  ])('%j: that of most known words, %j', (text, delimiter) => expect(detect(text)).toBe(delimiter));

  it.each([
    ['x;y\n1,5;2,5\n2,5;3\n', ';'],
    ['x,y\n1;2,3\n4,5\n', ','],
    ['a;b,c,d\n', ','],
    ['a\tb\nc\td\ne,f\n', '\t'],
    ['a\nb\n', ';'],
    ['', ';'],
  ])('%j: the one under which most lines are as wide as each other, %j', (text, delimiter) =>
    expect(detect(text)).toBe(delimiter),
  );

  it.each([
    ['name;x\nage;y;z\na;b\nschool,p,q,r\n', ';'],
    ['a;b\na;b\nc;d;e\nm,n,o,p\n', ';'],
    ['a,b\n;;;\n ;;; \n', ','],
    ['a;\nb;\nc,d\n', ';'],
    ['a,b\nname;school', ';'],
  ])('%j: that of the first line of most known words, or else of most lines that hold something, %j', (text, mark) =>
    expect(detect(text)).toBe(mark),
  );

  it.each([
    ['name;x,school\na,b\nc,d\n', ','],
    ['name;x,school\na;b\nc;d\n', ';'],
    ['"name,x";"school,x"\n"a,b";"c,d"\n', ';'],
    ['name;"school\na;b', ';'],
    ['\n \n\nname,school\n', ','],
  ])('%j: between equals the one of most lines as wide as the header, outside quotes, %j', (text, delimiter) =>
    expect(detect(text)).toBe(delimiter),
  );

  it.each([
    ['name;x;y,age\na;b;c,d\n', ';'],
    ['name;x,y,age\na;b,c,d\n', ','],
    ['w;x;y,z\na;b;c,d\n', ';'],
    ['w;x,y,z\na;b,c,d\n', ','],
    ['x;y\nx;y\na;b;c;d\na;b;c;d\nm,n,o\nm,n,o\n', ';'],
    ['a;b;c;d\na;b;c;d\nx;y\nx;y\nm,n,o\nm,n,o\n', ';'],
  ])('%j: the one of wider lines where they are as even under both, %j', (text, delimiter) =>
    expect(detect(text)).toBe(delimiter),
  );

  it('is looked for in the first thirty lines that fit in a head, also where the first line alone is longer', () => {
    expect(detect(`${'a,b\n'.repeat(30)}name;school\n`)).toBe(',');
    expect(detect(`${'a,b\n'.repeat(29)}name;school\n`)).toBe(';');
    const wide = 'x'.repeat(LONG);
    expect(detect(`a,b\nc${wide}\nname;school\n`)).toBe(',');
    expect(detect(`${wide};a\nname,school\n`)).toBe(',');
    expect(detect(`age;x;y;z,name,school\n${wide}`)).toBe(',');
  });
});

describe('the head of a text in pieces', () => {
  const line = `${'x'.repeat(999)}\n`;

  it('is all of a short text', () => {
    expect(headOf(['a\n', 'b\n'])).toBe('a\nb\n');
    expect(headOf([])).toBe('');
  });

  it('is the first pieces of a long one, whole', () => {
    const piece = line.repeat(40);
    expect(headOf([piece, piece, piece, piece])).toBe(piece + piece);
    const exact = 'y\n'.repeat(LONG / 2);
    expect(headOf([exact, 'z'])).toBe(`${exact}z`);
    expect(headOf([piece + piece, 'z'])).toBe(piece + piece);
  });

  it('is all of a text whose first line is longer than a head', () => {
    const wide = 'x'.repeat(LONG + 1);
    expect(headOf([wide, 'y', '\nz'])).toBe(`${wide}y\nz`);
  });
});
