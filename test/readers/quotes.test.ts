import { describe, expect, it } from 'vitest';
import { hasBlankBesideQuote, mendQuotes } from '../../src/readers/quotes.js';

describe('mended quotes', () => {
  it.each([
    ['a;b\n', ';'],
    ['"a";"b"\n"c";"d"\n', ';'],
    ['"a;b";"c\nd"\n', ';'],
    ['"a""b";"""c"""\n', ';'],
    ['"a"b;c\n', ';'],
    ['a"b;c "d" e\n', ';'],
    ['"a"\t"b"\n', '\t'],
    ['"a"\t\t"b"', '\t'],
    ['"a b";" c "\n', ';'],
    [' a ; b \n', ';'],
    ['""', ';'],
    ['', ';'],
  ])('%j stays as it is', (text, delimiter) => expect(mendQuotes(text, delimiter)).toEqual({ text, open: [] }));

  it.each([
    ['"a" ; "b"\n', '"a";"b"\n'],
    [' "a";\u00A0"b"\t\n\t"c"', '"a";"b"\n"c"'],
    ['x; "a;b" ;y\n "c\nd" \n', 'x;"a;b";y\n"c\nd"\n'],
    ['a; "b"c ;d "e"', 'a; "b"c ;d "e"'],
    [' "a; "b;c" ', ' "a;"b;c"'],
  ])('%j is %j, without the blanks beside a quoted field', (text, mended) =>
    expect(mendQuotes(text, ';')).toEqual({ text: mended, open: [] }),
  );

  it.each([
    ['x;"abc\ny;z\n', 'x;abc\ny;z\n', [{ line: 1, field: 2 }]],
    ['"a\nb";c\nd;e; "f', '"a\nb";c\nd;e; f', [{ line: 3, field: 3 }]],
    ['"a\nb"c;d\n', 'a\nb"c;d\n', [{ line: 1, field: 1 }]],
    ['"a;"b\n"c;d\n', '"a;"b\nc;d\n', [{ line: 2, field: 1 }]],
    [' ";"a\nb', ' ";a\nb', [{ line: 1, field: 2 }]],
    ['"', '', [{ line: 1, field: 1 }]],
  ])('%j is %j, without the quote that is not closed', (text, mended, open) =>
    expect(mendQuotes(text, ';')).toEqual({ text: mended, open }),
  );

  it('take off all that follow the twentieth that is not closed', () => {
    const line = '"a\nb"c\n';
    const { text, open } = mendQuotes(`${line.repeat(20)}${line}x;"y"\n`, ';');
    expect(open).toEqual(Array.from({ length: 20 }, (_, at) => ({ line: 2 * at + 1, field: 1 })));
    expect(text).toBe(`${'a\nb"c\n'.repeat(20)}a\nbc\nx;y\n`);
    expect(mendQuotes(line.repeat(20), ';').text).toBe('a\nb"c\n'.repeat(20));
  });
});

describe('blanks beside quotes', () => {
  it.each(['a; "b"', ' "a"', '"a" ;b', '"a"\t\n', '"a"\u00A0', 'x\n  "a"', '"a"  |b'])('%j has some', (text) =>
    expect(hasBlankBesideQuote(text)).toBe(true),
  );

  it.each(['a ; b', '"a";"b"', '"a b"', 'a "b" c', ''])('%j has none', (text) =>
    expect(hasBlankBesideQuote(text)).toBe(false),
  );
});
