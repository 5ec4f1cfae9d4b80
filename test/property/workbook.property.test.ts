import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Cell, CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { readModule, type ModuleReading } from '../../src/usecases/read-module.js';
import { runs } from '../helpers/runs.js';
import { workbookOf } from '../helpers/workbooks.js';
import { drawFolder, type Folder } from './random-module.js';

const RUNS = runs(24);

/** The same module with each of its tables as a workbook, under the names of the settings: bytes tell, not names. */
async function asWorkbooks(folder: Folder): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = [...folder].map(async ([name, text]): Promise<[string, Uint8Array]> => {
    if (!name.endsWith('.csv')) return [name, new TextEncoder().encode(text)];
    const table = cellsOf(text) ?? [];
    const cells = new Map<string, Partial<Cell>>();
    const rows = table.map((texts, row) =>
      texts.map((typed, column) => {
        const { value, numFmt } = typedAs(typed, row === 0 ? '' : table[0][column]);
        if (numFmt !== undefined) cells.set(`${row},${column}`, { value, style: { numFmt } });
        return value;
      }),
    );
    return [name, await workbookOf({ Feuil1: { rows, cells } })];
  });
  return new Map(await Promise.all(files));
}

/** What Excel makes of what somebody types in a cell. */
function typedAs(text: string, header: string): { readonly value: CellValue; readonly numFmt?: string } {
  if (text === '') return { value: null };
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text) };
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (header === 'date' && Number(day) < 29)
    return { value: new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))), numFmt: 'dd/mm/yyyy' };
  const [, hours, minutes] = /^(\d\d)[:h](\d\d)$/.exec(text) ?? [];
  if (/^(?:start|end)$/.test(header) && Number(hours) < 24)
    return { value: (Number(hours) * 60 + Number(minutes)) / 1440, numFmt: 'hh:mm' };
  return { value: text };
}

/** The cells of a text; `undefined` for one with lone quotes or ragged rows, which no sheet has. */
function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  try {
    return parse(text, { delimiter, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

/** Cells with line breaks make lines of a text, and none of a sheet. */
function withoutBreaks(folder: Folder): Folder {
  return new Map([...folder].map(([name, text]) => [name, text.replaceAll('a\nb', 'a b')]));
}

function read(files: ReadonlyMap<string, Uint8Array>): Promise<ModuleReading> {
  return readModule(async (name) => files.get(name) ?? 'missing', { settingsFile: 'module.toml', folder: '' });
}

/** What is said, but for values: a date is shown as it is read. */
function said(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code, severity, source }) => ({ code, severity, source }));
}

describe('for any module folder', () => {
  it('tables typed into a spreadsheet say the same as those in CSV', async () => {
    const seen = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const folder = withoutBreaks(drawFolder(draw));
        fc.pre([...folder].every(([name, text]) => !name.endsWith('.csv') || cellsOf(text) !== undefined));
        const texts = new Map([...folder].map(([name, text]) => [name, new TextEncoder().encode(text)]));
        const [ofText, ofSheets] = [await read(texts), await read(await asWorkbooks(folder))];
        expect(said(ofSheets.diagnostics)).toEqual(said(ofText.diagnostics));
        expect(ofSheets.module).toEqual(ofText.module);
        seen[ofText.module === undefined ? 'refused' : 'read']++;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(RUNS / 20);
  });
});
