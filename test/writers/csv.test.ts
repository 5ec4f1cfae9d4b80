import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_DIALECTS } from '../../src/domain/csv-dialect.js';
import { guardCell } from '../../src/writers/cell-safety.js';
import { CSV_SHAPES, defaultDialect } from '../../src/writers/csv-dialect.js';
import { writeCsv, type CsvCell } from '../../src/writers/csv.js';
import { runs } from '../helpers/runs.js';

const rows: CsvCell[][] = [
  ['a;b', 'c,d', 'say "é"'],
  [1.5, { date: '2018-02-12' }, { time: 545 }],
];

describe('a CSV file', () => {
  it('is what a French Excel opens, in excel-fr', () => {
    expect(writeCsv(rows, 'excel-fr')).toBe('\uFEFF"a;b";c,d;"say ""é"""\r\n1,5;12/02/2018;09:05\r\n');
  });

  it('has commas, points and ISO days in excel', () => {
    expect(writeCsv(rows, 'excel')).toBe('\uFEFFa;b,"c,d","say ""é"""\r\n1.5,2018-02-12,09:05\r\n');
  });

  it('has no byte order mark in rfc4180', () => {
    expect(writeCsv(rows, 'rfc4180')).toBe('a;b,"c,d","say ""é"""\r\n1.5,2018-02-12,09:05\r\n');
  });

  it('guards text but neither numbers nor header dates', () => {
    expect(writeCsv([['=1', -1, '@x']], 'rfc4180')).toBe("'=1,-1,'@x\r\n");
  });

  it('quotes every kind of line break inside a cell', () => {
    expect(writeCsv([['a\nb', 'a\rb', 'a\r\nb']], 'rfc4180')).toBe('"a\nb","a\rb","a\r\nb"\r\n');
  });

  it('comes back cell for cell from any parser, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', '\r', ' ', "'", '=', '|', '\t'),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(...CSV_DIALECTS), (cells, dialect) => {
        const { delimiter } = CSV_SHAPES[dialect];
        const parsed = parse(writeCsv(cells, dialect), { bom: true, delimiter, record_delimiter: '\r\n' });
        expect(parsed).toEqual(cells.map((row) => row.map(guardCell)));
      }),
    );
  });
});

describe('a large CSV file', () => {
  it('is byte for byte what csv-stringify writes of guarded cells, whichever rows need quotes', () => {
    const plain = fc.constantFrom('a', 'Île-de-France', '0012', '', 'x y');
    const odd = fc.string({
      unit: fc.constantFrom('a', ';', ',', '"', '\n', '\r', ' ', "'", '=', '-', '\u00A0'),
      maxLength: 4,
    });
    const cell = fc.oneof({ weight: 60, arbitrary: plain }, { weight: 1, arbitrary: odd });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(table, fc.constantFrom(...CSV_DIALECTS), (cells, dialect) => {
        const { delimiter, hasByteOrderMark } = CSV_SHAPES[dialect];
        const options = { delimiter, record_delimiter: 'windows', quote_record_delimiter: true, bom: hasByteOrderMark };
        const expected = stringify(
          cells.map((row) => row.map(guardCell)),
          options,
        );
        expect(writeCsv(cells, dialect)).toBe(expected);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the dialect when none is asked for', () => {
  it('is the plain one for a pipe', () => {
    expect(defaultDialect('fr', { toStdout: true })).toBe('rfc4180');
  });

  it("is that of the reader's Excel for a file", () => {
    expect(defaultDialect('fr', { toStdout: false })).toBe('excel-fr');
    expect(defaultDialect('en', { toStdout: false })).toBe('excel');
  });
});
