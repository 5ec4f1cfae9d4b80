import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { cleanText } from '../../src/readers/cells.js';
import type { ColumnWords } from '../../src/readers/columns.js';
import { cellSource, readTable, reporterOf } from '../../src/readers/delimited-table.js';
import type { InputFile } from '../../src/readers/reading.js';
import { SheetRow, type CellFault } from '../../src/readers/sheet.js';
import { runs } from '../helpers/runs.js';
import { brief, file, NO_COLUMNS } from './facts.js';

type Key = 'id' | 'name' | 'note';
const WORDS: ColumnWords<Key> = { id: ['id', 'identifiant'], name: ['name', 'nom'], note: ['note', 'remarque'] };

function read(input: string | InputFile, columns = NO_COLUMNS) {
  const { value, diagnostics } = readTable(typeof input === 'string' ? file(input) : input, {
    words: WORDS,
    required: [['id', 'name']],
    columns,
    keepsOthers: true,
  });
  const rows = value?.rows.map(({ line, cells }) => [line, ...cells]);
  return { table: value, rows, errors: brief(diagnostics) };
}

describe('the delimiter', () => {
  it.each([
    ['semicolon', 'id;nom;note\n1;a,b;x\n2;c,d;y\n'],
    ['comma', 'id,nom,note\n1,"a,b",x\n2,"c,d",y\n'],
    ['tab', 'id\tnom\tnote\n1\ta,b\tx\n2\tc,d\ty\n'],
    ['bar', 'id|nom|note\n1|a,b|x\n2|c,d|y\n'],
    ['the one that sep= names', 'sep=;\nid;nom;note\n1;a,b;x\n2;c,d;y\n'],
  ])('is a %s', (_, text) => {
    const { rows, errors } = read(text);
    expect(errors).toEqual([]);
    expect(rows?.map((row) => row.slice(1))).toEqual([
      ['1', 'a,b', 'x'],
      ['2', 'c,d', 'y'],
    ]);
  });

  it('is found though several values per cell hold more bars than there are columns', () => {
    expect(read('id;nom;note\n1;a;u|v|w|x|y\n2;b;u|v|w|x|y\n').rows).toEqual([
      [2, '1', 'a', 'u|v|w|x|y'],
      [3, '2', 'b', 'u|v|w|x|y'],
    ]);
  });

  it('does not split a table of one column', () => {
    for (const mark of [';', ',', '|', '\t']) {
      expect(read(`nom\nDupont${mark} Jean\nDurand${mark} Zoé\n`).rows).toEqual([
        [2, `Dupont${mark} Jean`],
        [3, `Durand${mark} Zoé`],
      ]);
    }
  });

  it('is found by the headers that the settings name', () => {
    expect(read('N° élève;x,y\n1;2\n', new Map([['neleve', 'id']])).rows).toEqual([[2, '1', '2']]);
  });
});

describe('the header', () => {
  it('may stand below a title and blank lines, and have trailing empty columns', () => {
    const { table, rows, errors } = read('Liste des élèves;;;;\n;;;;\n\nIDENTIFIANT;Nom;;;\n1;Bo;;;\n');
    expect(errors).toEqual([]);
    expect(table?.line).toBe(4);
    expect(rows).toEqual([[5, '1', 'Bo', '', '', '']]);
  });

  it('keeps columns it does not know, in order', () => {
    expect(read('id;Taille;nom;Âge\n1;2;3;4').table?.others).toEqual([
      { header: 'Taille', index: 1 },
      { header: 'Âge', index: 3 },
    ]);
  });

  it('is the first line of most known words, of the first thirty that hold something', () => {
    expect(read('id;nom\nname;note\n').table?.line).toBe(1);
    const title = (count: number) => `${'x;y\n\n'.repeat(count)}id;nom\n1;a\n`;
    expect(read(title(29)).table?.line).toBe(59);
    expect(read(title(30)).errors).toEqual(['column.missing in.csv:1']);
  });

  it('is one of words that only this table knows, each counted once', () => {
    const found = (text: string) =>
      readTable(file(text), {
        words: WORDS,
        required: [],
        columns: NO_COLUMNS,
        keepsOthers: true,
        isHeader: (header) => /^S\d$/.test(header),
      }).value;
    expect(found('id;note;x\nS1; S2;S3\n')?.line).toBe(2);
    expect(found('id;note;x\nS1;S1;S1\n')?.line).toBe(1);
  });

  it('ends before columns that are blank', () => {
    expect(read('id;nom;;\n1;a\n2;b;\n').rows).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b', ''],
    ]);
    expect(read('id;nom;;\n1;a;x;\n').errors).toEqual(['table.row-long in.csv:2:3 "x"']);
  });

  it('refuses two columns of one meaning', () => {
    expect(read('id;nom;name\n1;a;b').errors).toEqual(['column.twice in.csv:1:3 [name] "name"']);
    expect(read('id;Âge;age\n1;a;b').errors).toEqual(['column.twice in.csv:1:3 [age] "age"']);
  });

  it('names what is missing and the header that was perhaps meant', () => {
    const { table, errors } = read('identifiantt;remarque\n1;a');
    expect(table).toBeUndefined();
    expect(errors).toEqual(['column.missing in.csv:1 -> identifiantt']);
  });

  it('refuses values in a column without header, once', () => {
    expect(read('id;;nom\n1;;a\n2;x;b\n3;y;c').errors).toEqual(['column.nameless in.csv:3:2 "x"']);
  });

  it('may hold line breaks', () => {
    const { table, rows } = read('id;"no\nm";"re-\nmarque"\n1;a;b\n');
    expect([...(table?.known.keys() ?? [])]).toEqual(['id', 'name', 'note']);
    expect(rows).toEqual([[4, '1', 'a', 'b']]);
  });
});

describe('rows', () => {
  it('are reported when cut short, and not silently padded', () => {
    const { table, errors } = read('id;nom;note\n1;a;x\n2;b\n3;c;z\n');
    expect(errors).toEqual(['table.row-short in.csv:3']);
    expect(table?.rows.map((row) => row.isDamaged === true)).toEqual([false, true, false]);
  });

  it('that are damaged have a cell for each column, and report nothing else', () => {
    const { value, diagnostics } = readTable(file('id;;nom\n1;a\n2;;b;c\n3;x;d\n'), {
      words: WORDS,
      required: [],
      columns: NO_COLUMNS,
      keepsOthers: true,
    });
    expect(value?.rows.map(({ cells, isDamaged }) => [...cells, isDamaged])).toEqual([
      ['1', 'a', '', true],
      ['2', '', 'b', true],
      ['3', 'x', 'd', undefined],
    ]);
    expect(diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['table.row-short', { cells: 2, columns: 3 }],
      ['table.row-long', { cells: 4, columns: 3 }],
      ['column.nameless', { header: 1 }],
    ]);
    const more: Diagnostic[] = [];
    for (const row of value?.rows ?? []) reporterOf(row, more)(diagnostics[0]);
    expect(more).toHaveLength(1);
  });

  it('that must be there are, unless something worse is wrong', () => {
    const reading = (text: string, needsRows?: 'rooms') =>
      readTable(file(text), {
        words: WORDS,
        required: [],
        columns: NO_COLUMNS,
        ...(needsRows === undefined ? {} : { needsRows }),
      }).diagnostics;
    expect(reading('id;nom\n', 'rooms')).toEqual([
      { severity: 'error', code: 'table.no-rows', params: { table: 'rooms' }, source: { file: 'in.csv' } },
    ]);
    expect(reading('id;nom\n')).toEqual([]);
    expect(brief(reading('id;name;nom\n', 'rooms'))).toEqual(['column.twice in.csv:1:3 [nom] "nom"']);
  });

  it('are reported when they have more cells than columns, unless those are empty', () => {
    expect(read('id;nom\n1;a;;\n2;b;;c\n').errors).toEqual(['table.row-long in.csv:3:4 "c"']);
  });

  it('have the right lines after quoted line breaks, whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['id;nom;note', '1;"a', '', 'b";x', '', '2;"""c', '";y', '3;d;z'].join(end);
      const { rows, errors } = read(text);
      expect(errors).toEqual([]);
      expect(rows).toEqual([
        [2, '1', 'a\n\nb', 'x'],
        [6, '2', '"c\n', 'y'],
        [8, '3', 'd', 'z'],
      ]);
    }
  });

  it('give each cell its own line', () => {
    const { table } = read('id;nom;note\n1;"a\nb";x\n');
    const row = table?.rows[0];
    const column = table?.known.get('note');
    if (table === undefined || row === undefined || column === undefined) throw new Error('no table');
    expect(cellSource(table, row, column)).toEqual({ file: 'in.csv', line: 3, field: 3, column: 'note' });
  });

  it('have their lines counted after a line that names the delimiter', () => {
    expect(read('sep=,\nid,nom\n1,a\n').rows).toEqual([[3, '1', 'a']]);
  });

  it('begin on the line of their first cell, which has no line breaks before it', () => {
    const { table } = read('id;nom;note\n"1\n2";"a\nb";x\n');
    const sourceOf = (key: Key) => cellSource(table!, table!.rows[0], table!.known.get(key)!).line;
    expect([sourceOf('id'), sourceOf('name'), sourceOf('note')]).toEqual([2, 3, 4]);
  });

  it('with letters that another program spoiled earn a warning', () => {
    expect(read('id;nom\n1;RenÃ©\n').errors).toEqual(['warning file.spoiled-letters in.csv:2 "RenÃ©"']);
  });

  it('are none in an empty file', () => {
    expect(read('').errors).toEqual(['file.empty in.csv']);
    expect(read('\n;;\n \n').errors).toEqual(['file.empty in.csv']);
  });
});

describe('quotes', () => {
  it('may have blanks beside them', () => {
    expect(read('id , "nom" ,note\n1, "a, b" ,x\n').rows).toEqual([[2, '1', 'a, b', 'x']]);
  });

  it('within a text are text', () => {
    expect(read('id;nom;note\n1;Le "Grand" Hôtel;x\n2;"Le "Grand" Hôtel";y\n').rows).toEqual([
      [2, '1', 'Le "Grand" Hôtel', 'x'],
      [3, '2', '"Le "Grand" Hôtel"', 'y'],
    ]);
  });

  it('that are never closed are reported where they open, and the lines after them are read', () => {
    const { rows, errors } = read('id;nom;note\n1;a;x\n2;"b;y\n3;c;z\n4;d;"w"\n');
    expect(errors).toEqual(['table.open-quote in.csv:3:2']);
    expect(rows).toEqual([
      [2, '1', 'a', 'x'],
      [3, '2', 'b', 'y'],
      [4, '3', 'c', 'z'],
      [5, '4', 'd', 'w'],
    ]);
  });

  it('that are never closed are reported to the end of the file, each', () => {
    expect(read('sep=;\nid;nom;note\n1;"a;x\n2;b;"y\n').errors).toEqual([
      'table.open-quote in.csv:3:2',
      'table.open-quote in.csv:4:3',
    ]);
  });
});

describe('a sheet', () => {
  const readSheet = (rows: readonly SheetRow[], keepsOthers = true) => {
    const { value, diagnostics } = readTable(
      { name: 'in.xlsx', bytes: new Uint8Array(), sheet: { rows } },
      { words: WORDS, required: [], columns: NO_COLUMNS, keepsOthers },
    );
    return { table: value, rows: value?.rows.map(({ cells }) => cells), errors: brief(diagnostics) };
  };
  const row = (line: number, cells: readonly string[], ...faults: readonly CellFault[]) =>
    new SheetRow(line, cells, faults);
  const error = (index: number): CellFault => ({ index, kind: 'workbook.error-cell' });

  it('is read as it is, whatever its cells hold', () => {
    const { table, rows, errors } = readSheet([row(3, ['id', 'nom', '']), row(5, ['1', 'a;\n"b', ''])]);
    expect(errors).toEqual([]);
    expect(rows).toEqual([['1', 'a;\n"b', '']]);
    expect(table?.line).toBe(3);
  });

  it('has each row on one line, whatever line breaks its cells hold', () => {
    const { table } = readSheet([row(3, ['id', 'nom', 'note']), row(5, ['1', 'a\nb', 'c'])]);
    const source = { file: 'in.xlsx', line: 5, field: 3, column: 'note' };
    expect(cellSource(table!, table!.rows[0], table!.known.get('note')!)).toEqual(source);
  });

  it('is refused where a column without header has values', () => {
    expect(readSheet([row(1, ['id', '', 'nom', '']), row(2, ['1', '', 'a', 'x'])]).errors).toEqual([
      'column.nameless in.xlsx:2:4 "x"',
    ]);
  });

  it('earns one warning of the first letters that another program spoiled', () => {
    const rows = [row(1, ['id', 'nom']), row(4, ['1', 'RenÃ©']), row(5, ['2', 'ZoÃ©'])];
    expect(readSheet(rows).errors).toEqual(['warning file.spoiled-letters in.xlsx:4 "RenÃ©"']);
  });

  it('is refused for cells without a value, in columns that are used', () => {
    const rows = [
      row(1, ['id', 'Âge']),
      row(2, ['#N/A', '3'], error(0)),
      row(3, ['2', '#N/A'], error(1)),
      row(4, ['3', '']),
    ];
    const first = 'workbook.error-cell in.xlsx:2:1 [id] "#N/A"';
    const used = readSheet(rows);
    expect(used.errors).toEqual([first, 'workbook.error-cell in.xlsx:3:2 [Âge] "#N/A"']);
    expect(used.table?.rows.map(({ isDamaged }) => isDamaged === true)).toEqual([true, true, false]);
    const unused = readSheet(rows, false);
    expect(unused.errors).toEqual([first, 'warning column.ignored in.xlsx:1:2 [Âge] "Âge"']);
    expect(unused.table?.rows.map(({ isDamaged }) => isDamaged === true)).toEqual([true, false, false]);
  });

  it('is refused for headers without a value', () => {
    expect(readSheet([row(1, ['id', '#REF!'], error(1)), row(2, ['1', 'a'])]).errors).toEqual([
      'workbook.error-cell in.xlsx:1:2 "#REF!"',
    ]);
  });
});

describe('a file full of open quotes', () => {
  it('gets twenty errors and is read on line by line', () => {
    const { rows, errors } = read(['id;nom', ...Array.from({ length: 50 }, (_, index) => `${index};"a`)].join('\n'));
    expect(errors).toHaveLength(20);
    expect(rows).toHaveLength(50);
  });
});

describe('any table', () => {
  const letters = [
    'a',
    'é',
    'œ',
    '€',
    '’',
    '"',
    '""',
    ';',
    ',',
    '|',
    '\t',
    '\n',
    ' ',
    '\u00A0',
    "'",
    '=',
    '-',
    '0',
    'sep=',
  ];
  const cell = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((parts) => parts.join(''));

  it('quoted by hand in any dialect, encoding and line end reads back cell for cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('utf8', 'utf8-bom', 'utf16le', 'utf16be', 'windows-1252'),
        fc.boolean(),
        (cells, delimiter, end, encoding, quotesAll) => {
          const quote = (text: string): string => {
            const isPlain = !quotesAll && !/[";,|\t\n]/.test(text) && text.trim() === text;
            return isPlain ? text : `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`;
          };
          const records = [['id', 'nom', 'note'], ...cells.map(([a, b, c]) => [`k${a}`, b, c])];
          const text = records.map((record) => record.map(quote).join(delimiter)).join(end);
          const bytes = encode(text, encoding);
          // `é€’` in Windows-1252 is also one letter of UTF-8: no reader can tell.
          fc.pre(encoding !== 'windows-1252' || !/[^\0-\x7f]/.test(text) || !isUtf8(bytes));
          const { rows, errors } = read({ name: 'in.csv', bytes });
          expect(errors).toEqual([]);
          let line = 2;
          const expected = cells.map(([a, b, c]) => {
            const start = line;
            line += 1 + [a, b, c].join('').split('\n').length - 1;
            return [start, ...[`k${a}`, b, c].map(cleanText)];
          });
          expect(rows?.map(([start, ...found]) => [start, ...found.map((value) => cleanText(String(value)))])).toEqual(
            expected,
          );
        },
      ),
      { numRuns: runs(400) },
    );
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf8-bom') return Uint8Array.from(Buffer.from(`\uFEFF${text}`));
  if (encoding === 'utf16le') return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  if (encoding === 'utf16be') return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
  return Uint8Array.from(encoding === 'windows-1252' ? iconv.encode(text, encoding) : Buffer.from(text));
}
