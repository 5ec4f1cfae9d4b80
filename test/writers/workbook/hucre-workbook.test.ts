import { cellRef, readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWorkbook } from '../../../src/writers/workbook/hucre-workbook.js';
import { layOutWorkbook } from '../../../src/writers/workbook/plan-workbook.js';
import type { Cell, CellValue, Workbook } from '../../../src/writers/workbook/workbook.js';
import { runs } from '../../helpers/runs.js';
import { documentOf, timetableOf } from './documents.js';

function workbookOf(...values: readonly CellValue[]): Workbook {
  const sheet = {
    name: 'Été à l’heure',
    widths: [20],
    rows: values.map((value) => ({ cells: [{ value, style: 'text' as const }] })),
    frozen: { rows: 0, columns: 0 },
    isFiltered: false,
  };
  return { title: 'T', creator: 'brassage', language: 'en', sheets: [sheet] };
}

const cellsOf = async (...values: readonly CellValue[]) => {
  const { sheets } = await readXlsx(await encodeWorkbook(workbookOf(...values)));
  return values.map((_, row) => sheets[0].rows[row]?.[0] ?? '');
};

describe('a workbook as bytes', () => {
  it('keeps every text as text: formulas, errors, numbers, dates, leading zeros, and what looks like an escape', async () => {
    const texts = [
      '=1+1',
      '=cmd()',
      '+1',
      '-1',
      '@x',
      '#N/A',
      '#REF!',
      '0012',
      '12/02/2018',
      "'a",
      ' b ',
      'TRUE',
      'a&<b>"',
      '_x0041_',
    ];
    const bytes = await encodeWorkbook(workbookOf(...texts));
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    texts.forEach((text, row) => {
      const cell = sheets[0].cells?.get(`${row},0`);
      expect([text, cell?.value ?? sheets[0].rows[row][0]]).toEqual([text, text]);
      expect([text, cell?.formula]).toEqual([text, undefined]);
    });
  });

  it('shows what XML forbids by its code', async () => {
    expect(await cellsOf('a\u0000b', 'a\u001bb', 'a\u202eb', '\uFFFF')).toEqual([
      'a\\u0000b',
      'a\\u001bb',
      'a\\u202eb',
      '\uFFFD',
    ]);
  });

  it('gives back any text that is printed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const shown = texts.filter(
            (text) => !/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text),
          );
          expect(await cellsOf(...shown)).toEqual(shown);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('writes days and times as the numbers that spreadsheets count them by', async () => {
    const { sheets } = await readXlsx(await encodeWorkbook(workbookOf({ date: '2018-02-12' }, { time: 720 }, 3.5)));
    expect(sheets[0].rows.map(([cell]) => cell)).toEqual([43143, 0.5, 3.5]);
  });

  it('freezes, filters and repeats headers, prints A4 landscape as wide as the page, and names title, sheet and pages', async () => {
    const bytes = await encodeWorkbook(layOutWorkbook(documentOf({ timetable: timetableOf() })));
    const { sheets, properties } = await readXlsx(bytes, { readStyles: true });
    const [groups, notices, , byGroup] = sheets;
    expect(groups.freezePane).toEqual({ rows: 1 });
    expect(groups.autoFilter).toEqual({ range: 'A1:H5' });
    expect(byGroup.autoFilter?.range).toBe(`A1:${cellRef(4, 8)}`);
    expect(groups.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      scale: 100,
      printArea: '$A$1:$H$5',
      printTitlesRow: '$1:$1',
    });
    expect(notices.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', scale: 100 });
    expect(sheets.at(-1)?.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
    expect(groups.headerFooter?.oddHeader).toContain('Module && more');
    expect(groups.headerFooter?.oddHeader).toMatch(/Groups$/);
    expect(groups.headerFooter?.oddFooter).toContain('Page &P of &N');
    expect(properties).toMatchObject({ title: 'Module & more', creator: 'brassage' });
    const style = (row: number, column: number) => byGroup.cells?.get(`${row},${column}`)?.style;
    expect(style(1, 1)?.numFmt).toBe('[$-809]ddd d mmm yyyy');
    expect(style(1, 2)?.numFmt).toBe('hh:mm');
    expect([1, 2].map((row) => style(row, 0)?.font?.strikethrough ?? false)).toEqual([false, true]);
  });

  it('makes letters larger where a cell asks for it, those of the parts of a text too', async () => {
    const runs = [
      { text: 'Ann', isMuted: false },
      { text: 'ENA', isMuted: true },
    ];
    const sheet = { name: 'S', widths: [9], frozen: { rows: 0, columns: 0 }, isFiltered: false };
    const cells = ['Ann', { runs }].map((value): Cell => ({ value, style: 'text', scale: 155 }));
    const workbook = { title: '', creator: '', language: 'en', sheets: [{ ...sheet, rows: [{ cells }] }] } as const;
    const { sheets } = await readXlsx(await encodeWorkbook(workbook), { readStyles: true });
    const [plain, parts] = ['0,0', '0,1'].map((place) => sheets[0].cells?.get(place));
    expect(plain?.style?.font?.size).toBe(15.5);
    expect(parts?.richText?.map(({ font }) => font?.size)).toEqual([15.5, 14]);
  });

  it('is the same bytes every time', async () => {
    const document = documentOf({ timetable: timetableOf() });
    const [one, other] = [
      await encodeWorkbook(layOutWorkbook(document)),
      await encodeWorkbook(layOutWorkbook(document)),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});
