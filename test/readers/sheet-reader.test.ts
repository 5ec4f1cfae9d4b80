import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/readers/delimited-table.js';
import { readGroupList } from '../../src/readers/group-list-reader.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { readSheet } from '../../src/readers/sheet-reader.js';
import { runs } from '../helpers/runs.js';
import { rawParts, rawWorkbook, textRow, workbookOf, zipOf } from '../helpers/workbooks.js';
import { brief, file as textFile, NO_COLUMNS } from './facts.js';

const SHAPE = {
  words: { id: ['id', 'identifiant'], name: ['name', 'nom'], note: ['note', 'remarque'] },
  required: [['id', 'name']],
  columns: NO_COLUMNS,
  keepsOthers: true,
} as const;

/** The rows below the header, each after its line, and everything that is said. */
async function read(bytes: Uint8Array, name = 'in.xlsx', keepsOthers = true) {
  const { value: file, diagnostics } = await readSheet({ name, bytes });
  if (file === undefined) return { rows: undefined, said: brief(diagnostics) };
  const table = readTable(file, { ...SHAPE, required: [['id', 'name']], keepsOthers });
  return {
    name: file.name,
    rows: table.value?.rows.map(({ line, cells }) => [line, ...cells]),
    said: brief([...diagnostics, ...table.diagnostics]),
  };
}

const HEADER = textRow(1, 'id', 'nom', 'note');

/** A table of one row of cells below its header. */
const row = (cells: string): string => `${HEADER}<row r="2">${cells}</row>`;

describe('the cells of a sheet', () => {
  it('are texts as typed, rich ones joined, with the line breaks of Excel', async () => {
    const bytes = rawWorkbook({
      sheets: { A: row('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>') },
      strings: [
        '<t>0012</t>',
        '<r><rPr><b/></rPr><t xml:space="preserve">Le</t></r><r><t xml:space="preserve">fèvre &amp; fils</t></r>',
        '<t>a_x000D_&#10;b</t>',
      ],
    });
    expect(await read(bytes)).toEqual({ name: 'in.xlsx', rows: [[2, '0012', 'Lefèvre & fils', 'a\nb']], said: [] });
  });

  it('are numbers, dates and times as a person types them', async () => {
    const formats = ['0000', 'hh:mm', 'dd/mm/yyyy'];
    const cells = '<c r="A2" s="1"><v>12</v></c><c r="B2" s="2"><v>0.375</v></c><c r="C2" s="3"><v>43143</v></c>';
    expect((await read(rawWorkbook({ sheets: { A: row(cells) }, formats }))).rows).toEqual([
      [2, '0012', '09:00', '2018-02-12'],
    ]);
    const later = cells.replace('43143', String(43_143 - 1462));
    expect((await read(rawWorkbook({ sheets: { A: row(later) }, formats, date1904: true }))).rows).toEqual([
      [2, '0012', '09:00', '2018-02-12'],
    ]);
  });

  it('are times in the French writing too', async () => {
    const cells = '<c r="A2"><v>1</v></c><c r="B2" s="1"><v>0.395833333333333</v></c>';
    expect((await read(rawWorkbook({ sheets: { A: row(cells) }, formats: ['hh"h"mm'] }))).rows).toEqual([
      [2, '1', '09:30', ''],
    ]);
  });

  it('of a strict workbook are moments where they are formatted so, and texts elsewhere', async () => {
    const cells =
      '<c r="A2" t="d" s="1"><v>2018-02-12T00:00:00</v></c><c r="B2" t="d" s="2"><v>2018-02-12T09:30:00Z</v></c>' +
      '<c r="C2" t="inlineStr"><is><t>2018-02-12T00:00:00</t></is></c>';
    const bytes = rawWorkbook({ sheets: { A: row(cells) }, formats: ['dd/mm/yyyy', 'hh:mm'] });
    expect((await read(bytes)).rows).toEqual([[2, '2018-02-12', '09:30', '2018-02-12T00:00:00']]);
  });

  it('are yes and no in words that the readers know', async () => {
    const cells = '<c r="A2"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c>';
    expect((await read(rawWorkbook({ sheets: { A: row(cells) } }))).rows).toEqual([[2, '1', 'TRUE', 'FALSE']]);
  });

  it('are the stored values of formulas; one without is an error, and so is one that fails', async () => {
    const cells =
      '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A1&amp;"x"</f><v>x</v></c><c r="C2" t="str"><f>""</f><v></v></c>';
    expect(await read(rawWorkbook({ sheets: { A: row(cells) } }))).toMatchObject({
      rows: [[2, '2', 'x', '']],
      said: [],
    });
    const bad = `${row('<c r="A2"><v>1</v></c><c r="B2"><f>VLOOKUP(A2,B:C,2)</f></c>')}<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><f>A9</f><v>#N/A</v></c></row>`;
    expect((await read(rawWorkbook({ sheets: { A: bad } }))).said).toEqual([
      'workbook.formula-without-value in.xlsx:2:2 [nom] "=VLOOKUP(A2,B:C,2)"',
      'workbook.error-cell in.xlsx:3:2 [nom] "#N/A"',
    ]);
  });

  it('may fail in columns that nobody reads, and in titles', async () => {
    const rows = `<row r="1"><c r="A1"><f>TODAY()</f></c></row>${textRow(2, 'id', 'nom', 'calcul')}<row r="3"><c r="A3"><v>1</v></c><c r="C3" t="e"><v>#REF!</v></c></row>`;
    const bytes = rawWorkbook({ sheets: { A: rows } });
    expect((await read(bytes, 'in.xlsx', false)).said).toEqual([
      'warning column.ignored in.xlsx:2:3 [calcul] "calcul"',
    ]);
    expect((await read(bytes)).said).toEqual(['workbook.error-cell in.xlsx:3:3 [calcul] "#REF!"']);
  });

  it('that are merged count once, whatever the others held before', async () => {
    const bytes = rawWorkbook({
      sheets: {
        A: `${textRow(1, 'Promotion 2018', 'x', 'y')}${textRow(2, 'id', 'nom', 'note')}${textRow(3, '1', 'Bo', 'u')}${textRow(4, '2', 'Ba', 'v')}`,
      },
      after: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/></mergeCells>',
    });
    expect(await read(bytes)).toMatchObject({
      rows: [
        [3, '1', 'Bo', 'u'],
        [4, '2', 'Ba', ''],
      ],
      said: [],
    });
  });
});

describe('merged labels of a list', () => {
  it('are filled down, as in CSV', async () => {
    const people = 'id,nom\n1,Ash\n2,Bay\n3,Cam\n4,Dee\n';
    const { value: cohort } = readRosters([{ ...textFile(people), school: 'X' }], NO_COLUMNS);
    const rows = [
      ['Groupe', 'id'],
      ['A', '1'],
      [null, '2'],
      ['B', '3'],
      [null, '4'],
    ];
    const merges = [1, 3].map((row) => ({ startRow: row, startCol: 0, endRow: row + 1, endCol: 0 }));
    const bytes = await workbookOf({ Feuil1: { rows, merges } });
    const { value: file } = await readSheet({ name: 'in.xlsx', bytes });
    if (file === undefined) throw new Error('it is no workbook');
    const { value, diagnostics } = readGroupList(file, NO_COLUMNS, { cohort, groups: [] });
    expect(value.placements.map(({ group }) => group)).toEqual(['A', 'A', 'B', 'B']);
    expect(brief(diagnostics)).toEqual(['note group-list.filled-down in.xlsx:2:1 [Groupe]']);
  });
});

describe('the rows of a sheet', () => {
  it('keep their numbers; hidden ones are read, empty ones and empty columns are not', async () => {
    const bytes = await workbookOf({
      A: {
        rows: [
          ['Liste des élèves', null, null, null],
          [],
          ['id', 'nom', 'note', null],
          ['1', 'Bo\nAnn', null, ' '],
          [null, ' ', null, null],
          ['2', 'Ba', 'x', null],
        ],
        rowDefs: new Map([[5, { hidden: true }]]),
        columns: [{}, { hidden: true }],
      },
    });
    expect(await read(bytes)).toMatchObject({
      rows: [
        [4, '1', 'Bo\nAnn', ''],
        [6, '2', 'Ba', 'x'],
      ],
      said: [],
    });
  });

  it('may not go on beside the last header', async () => {
    const bytes = await workbookOf({
      A: [
        ['id', 'nom'],
        ['1', 'Bo', null, 'note'],
      ],
    });
    expect((await read(bytes)).said).toEqual(['column.nameless in.xlsx:2:4 "note"']);
  });

  it('name a cell by its row though one before it holds line breaks', async () => {
    const bytes = await workbookOf({
      A: [
        ['id', 'nom', 'note'],
        ['a\nb', 'Bo', 'RenÃ©'],
      ],
    });
    expect((await read(bytes)).said).toEqual(['warning file.spoiled-letters in.xlsx:2 "RenÃ©"']);
  });
});

describe('the sheets of a workbook', () => {
  const people = [
    ['id', 'nom'],
    ['1', 'Bo'],
  ];
  const hidden = { rows: people, hidden: true };

  it('are found by name, case and accents aside', async () => {
    const bytes = await workbookOf({ Notes: [['x']], 'Élèves 2018': people });
    expect(await read(bytes, 'a/in.xlsx#eleves 2018')).toEqual({
      name: 'a/in.xlsx#Élèves 2018',
      rows: [[2, '1', 'Bo']],
      said: [],
    });
    expect((await read(bytes, 'in.xlsx#Eleve 2018')).said).toEqual([
      'workbook.no-sheet in.xlsx "Eleve 2018" -> Élèves 2018',
    ]);
  });

  it('are taken as they are spelt where two are spelt nearly alike', async () => {
    const parts = rawParts({ sheets: { eleves: textRow(1, 'id', 'nom'), élèves: textRow(1, 'id', 'nom') } });
    expect((await read(zipOf(parts), 'in.xlsx#élèves')).name).toBe('in.xlsx#élèves');
    expect((await read(zipOf(parts), 'in.xlsx#eleves')).name).toBe('in.xlsx#eleves');
  });

  it('are read from the first that is visible, with a warning where another has something in it', async () => {
    const two = await workbookOf({ Secret: hidden, ENA: people, Vide: [], INET: people, Old: hidden });
    expect(await read(two)).toMatchObject({ name: 'in.xlsx#ENA', said: ['warning workbook.sheet-taken in.xlsx'] });
    const one = await workbookOf({ Secret: hidden, ENA: people, Vide: [] });
    expect(await read(one)).toMatchObject({ name: 'in.xlsx#ENA', said: [] });
    expect((await read(one, 'in.xlsx#secret')).rows).toEqual([[2, '1', 'Bo']]);
    const none = rawParts({ sheets: { A: HEADER } });
    none['xl/workbook.xml'] = none['xl/workbook.xml'].replace('sheetId', 'state="hidden" sheetId');
    expect((await read(zipOf(none))).said).toEqual(['workbook.no-visible-sheet in.xlsx']);
  });

  it('may be charts, which are passed over', async () => {
    const bytes = rawWorkbook({ sheets: { Graphe: '', Liste: HEADER }, charts: ['Graphe'] });
    expect(await read(bytes)).toMatchObject({ name: 'in.xlsx#Liste', said: [] });
    expect((await read(bytes, 'in.xlsx#graphe')).said).toEqual(['workbook.no-sheet in.xlsx "graphe" -> Graphe']);
  });
});

describe('what is no workbook that can be read', () => {
  const text = (word: string) => new TextEncoder().encode(word);
  const ole = (...words: readonly string[]) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(600), ...Buffer.from(words.join('\0'), 'utf16le')]);

  it('is text, whatever it is called', async () => {
    expect((await read(text('id;nom\n1;Bo\n'))).rows).toEqual([[2, '1', 'Bo']]);
    expect((await read(text('id;nom\n1;Bo\n'), 'in.xlsx#A')).said).toEqual(['workbook.sheet-of-text in.xlsx "A"']);
  });

  it('is a workbook, whatever it is called', async () => {
    const bytes = await workbookOf({
      A: [
        ['id', 'nom'],
        ['1', 'Bo'],
      ],
    });
    expect(await read(bytes, 'in.csv')).toEqual({ name: 'in.csv', rows: [[2, '1', 'Bo']], said: [] });
  });

  it.each([
    ['an older workbook', ole('Root Entry', 'Workbook'), 'workbook.other-format in.xlsx'],
    ['a workbook with a password', ole('Root Entry', 'EncryptedPackage'), 'workbook.encrypted in.xlsx'],
    ['an OpenDocument file', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), 'workbook.other-format in.xlsx'],
    ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'workbook.other-format in.xlsx'],
    ['another zip file', zipOf({ 'a.txt': 'x' }), 'workbook.other-format in.xlsx'],
    ['a zip file cut short', zipOf({ 'a.txt': 'x' }).slice(0, 40), 'workbook.damaged in.xlsx'],
    ['a workbook without its parts', zipOf({ 'xl/workbook.xml': '<x/>' }), 'workbook.damaged in.xlsx'],
    [
      'a workbook that unpacks to more than it may',
      zipOf({ 'xl/workbook.xml': { text: 'x', unpacked: 200_000_000 } }),
      'workbook.too-large in.xlsx',
    ],
    [
      'a workbook that is packed as no table is',
      zipOf({ 'xl/workbook.xml': { text: 'x', unpacked: 50_000_000 } }),
      'workbook.too-dense in.xlsx',
    ],
    [
      'a workbook that hides its size',
      zipOf({ 'xl/workbook.xml': { text: 'x'.repeat(999), unpacked: 0 } }),
      'workbook.damaged in.xlsx',
    ],
  ])('is %s', async (_, bytes, said) => {
    expect(await read(bytes)).toEqual({ rows: undefined, said: [said] });
  });

  it('is a workbook that the package encrypts', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['id']] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect((await read(bytes)).said).toEqual(['workbook.encrypted in.xlsx']);
  });

  it.each([
    ['an unclosed tag', '<row r="1"><c r="A1'],
    ['a cell beyond the last column', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
  ])('is one with %s', async (_, rows) => {
    expect((await read(rawWorkbook({ sheets: { A: rows } }))).said).toEqual(['workbook.damaged in.xlsx']);
  });

  it('is one with a cell far from the table', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>';
    const { value, diagnostics } = await readSheet({ name: 'in.xlsx', bytes: rawWorkbook({ sheets: { A: rows } }) });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'workbook.too-spread', params: { rows: 1_048_576, columns: 16_384 }, source: { file: 'in.xlsx' } },
    ]);
    const others = rawWorkbook({ sheets: { A: HEADER, B: rows } });
    expect(await read(others)).toMatchObject({ name: 'in.xlsx#A', said: ['warning workbook.sheet-taken in.xlsx'] });
  });

  it('is one whose cells are merged more than once', async () => {
    const after = `<mergeCells>${'<mergeCell ref="A1:C1"/>'.repeat(9)}</mergeCells>`;
    expect((await read(rawWorkbook({ sheets: { A: HEADER }, after }))).said).toEqual(['workbook.damaged in.xlsx']);
  });

  it('never throws, whatever bytes are changed or cut', async () => {
    const good = await workbookOf({
      A: [
        ['id', 'nom'],
        ['1', 'Bo'],
        ['2', new Date(0)],
      ],
      B: [['x']],
    });
    const raw = rawWorkbook({ sheets: { A: row('<c r="A2"><v>1</v></c>') } });
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(good, raw),
        fc.array(change, { maxLength: 5 }),
        fc.nat(),
        async (file, changes, cut) => {
          const bytes = file.slice(0, cut % 3 === 0 ? cut % file.length : file.length);
          for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
          const { said } = await read(bytes);
          expect(said.every((line) => !line.includes('undefined'))).toBe(true);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
