import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt } from '../../src/readers/record.js';
import { findRecords, visitRecords } from '../../src/readers/records.js';
import { runs } from '../helpers/runs.js';

/** Cuts a text after some of its line ends: what a piece may be. */
function cut(text: string, keeps: readonly boolean[]): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  const pieces: string[] = [];
  lines.forEach((line, index) => {
    if (index > 0 && keeps[index % keeps.length]) pieces.push(`${pieces.pop()}${line}`);
    else pieces.push(line);
  });
  return pieces;
}

function recordsOf(pieces: readonly string[], delimiter: string) {
  const records = findRecords(pieces, delimiter);
  if (records === undefined) throw new Error('too large');
  const seen: { line: number; cells: readonly string[] }[] = [];
  visitRecords(records, delimiter, 1, (record) => {
    const { line, cells, kept, at } = record;
    expect(Array.from(cells, (_, index) => record.cell(index))).toEqual(cells);
    expect(record.cell(cells.length)).toBe('');
    const whole = record.span(0, cells.length - 1);
    if (whole !== undefined) expect(whole).toBe(cells.join(delimiter));
    const again = Array.from(cells, (_, index) => cellAt(kept, at, delimiter, index));
    expect([...again, cellAt(kept, at, delimiter, cells.length)]).toEqual([...cells, '']);
    return seen.push({ line, cells }) > 0;
  });
  return { records: seen, open: records.open };
}

/** What csv-parse makes of a text as a whole; `undefined` when a quote stays open. */
function byLibrary(text: string, delimiter: string): readonly { line: number; cells: readonly string[] }[] | undefined {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    });
    let line = 1;
    return records.map((cells) => {
      const record = { line, cells };
      line += 1 + cells.join('').split('\n').length - 1;
      return record;
    });
  } catch {
    return undefined;
  }
}

const words = (units: readonly string[]) =>
  fc.array(fc.constantFrom(...units), { maxLength: 40 }).map((all) => all.join(''));
const keeps = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
const delimiters = fc.constantFrom(';', ',', '\t', '|');

describe('the records of a text', () => {
  it('are those of csv-parse, on the same lines, however a text without quotes is cut', () => {
    const texts = words(['a', 'é', '€', ' ', "'", '\u00A0', ';', ',', '|', '\t', '\n', '\n\n', 'ab;cd\n']);
    fc.assert(
      fc.property(texts, delimiters, keeps, (text, delimiter, kept) => {
        expect(recordsOf(cut(text, kept), delimiter).records).toEqual(byLibrary(text, delimiter));
      }),
      { numRuns: runs(300) },
    );
  });

  it('are those of csv-parse where every cell is quoted or plain, line breaks and quotes within', () => {
    const cell = fc.record({ text: words(['a', 'é', ';', '"', '\n', ' x']), isQuoted: fc.boolean() });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, keeps, (rows, kept) => {
        const write = ({ text, isQuoted }: { text: string; isQuoted: boolean }) =>
          isQuoted || /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = rows.map((row) => `${row.map(write).join(';')}\n`).join('');
        // A quoted text that begins with a quote and spans lines is mended before csv-parse sees it, to the same cells.
        expect(recordsOf(cut(text, kept), ';').records).toEqual(byLibrary(text, ';'));
      }),
      { numRuns: runs(500) },
    );
  });

  it('do not depend on where the text is cut, whatever quotes it has', () => {
    const texts = words(['a', ' ', ';', '"', '""', '";', ';"', '\n', '"\n', 'b;c\n']);
    fc.assert(
      fc.property(texts, keeps, (text, kept) => {
        expect(recordsOf(cut(text, kept), ';')).toEqual(recordsOf([text], ';'));
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([
    [
      'a; "b;c" ;d\ne;f\n',
      [
        [1, 'a', 'b;c', 'd'],
        [2, 'e', 'f'],
      ],
      [],
    ],
    [
      'x;"a\ny;z\n',
      [
        [1, 'x', 'a'],
        [2, 'y', 'z'],
      ],
      [{ line: 1, field: 2 }],
    ],
    [
      ' "a\nb" ;c\nd;"e;f\n',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e', 'f'],
      ],
      [{ line: 3, field: 2 }],
    ],
    [
      ' "a";"""b\nc";d\ne;f',
      [
        [1, 'a', '"b\nc', 'd'],
        [3, 'e', 'f'],
      ],
      [],
    ],
    [
      ' ";"a\nb;c\n',
      [
        [1, ' "', 'a'],
        [2, 'b', 'c'],
      ],
      [{ line: 1, field: 2 }],
    ],
    [
      'a;b\n"c;d";e\nf;"g""h"\n',
      [
        [1, 'a', 'b'],
        [2, 'c;d', 'e'],
        [3, 'f', 'g"h'],
      ],
      [],
    ],
  ])('of %j are %j', (text, expected, open) => {
    const { records, open: found } = recordsOf([text], ';');
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual(expected);
    expect(found).toEqual(open);
  });

  it('are shown as long as more is asked for, from the line that is named', () => {
    for (const text of ['a;b\nc;d\ne;f\n', '"a";b\n"c";d\n"e";f\n']) {
      const records = findRecords([text], ';')!;
      const seen: (number | string)[][] = [];
      visitRecords(records, ';', 7, (record) => {
        seen.push([record.line, ...record.cells]);
        return seen.length < 2;
      });
      expect(seen).toEqual([
        [7, 'a', 'b'],
        [8, 'c', 'd'],
      ]);
    }
  });

  it('give neighbouring cells as they stand in the text', () => {
    const spans: (string | undefined)[] = [];
    visitRecords(findRecords(['a;b;c\nd;e;f\n'], ';')!, ';', 1, (record) => spans.push(record.span(1, 2)) > 0);
    expect(spans).toEqual(['b;c', 'e;f']);
  });

  it('stay text where nothing is quoted, and are split where something is', () => {
    expect(findRecords(['a;b\n', 'c;d\n', '"e";f\ng;h\n'], ';')).toEqual({
      blocks: [
        'a;b\n',
        'c;d\n',
        [
          ['e', 'f'],
          ['g', 'h'],
        ],
      ],
      open: [],
    });
    expect(findRecords(['x;y\n', '"a\n', 'b";c\n', 'd;e\n'], ';')?.blocks).toEqual(['x;y\n', [['a\nb', 'c']], 'd;e\n']);
    expect(findRecords(['x;y\n', '"a\n', 'b";c'], ';')?.blocks).toEqual(['x;y\n', [['a\nb', 'c']]]);
    expect(findRecords([], ';')?.blocks).toEqual([]);
  });

  it('are read where one quoted cell spans a thousand pieces', () => {
    const pieces = ['a;"b\n', ...Array.from({ length: 1000 }, () => 'c\n'), '";d\n', 'e;f\n'];
    const { records } = recordsOf(pieces, ';');
    expect(records.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 3],
      [1003, 2],
    ]);
  });
});
