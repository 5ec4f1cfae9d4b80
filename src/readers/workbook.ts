import type { Cell, CellValue, MergeRange, Sheet as FileSheet } from 'hucre/xlsx';
import { refuseCutSheets } from './cut-sheets.js';
import { daysOf, serialOf, showsMoments, writeMoment, writeNumber, type DateSystem } from './cell-format.js';
import { SheetRow, type CellFault, type Sheet } from './sheet.js';

/** A sheet as a workbook lists it: a table, or a chart. */
export interface ListedSheet {
  readonly name: string;
  readonly isVisible: boolean;
}

/** A workbook whose sheets are read when they are asked for, by their position among all. A damaged one throws. */
export interface OpenWorkbook {
  readonly sheets: readonly ListedSheet[];
  /** `undefined` for a chart. @throws SpreadError */
  readonly read: (index: number) => Promise<Sheet | undefined>;
  /** Of some sheets those whose beginning has a text. */
  readonly findFilled: (indexes: readonly number[]) => Promise<readonly number[]>;
}

/** A sheet with a cell so far away that it cannot be laid out. */
export class SpreadError extends Error {
  readonly rows: number;
  readonly columns: number;

  constructor(rows: number, columns: number) {
    super(`a sheet of ${rows} rows and ${columns} columns`);
    this.rows = rows;
    this.columns = columns;
  }
}

/** Where a sheet that is not read is looked at: one with a cell in its last corner is not to be laid out whole. */
const BEGINNING = 'A1:CV1000';
/** What the package says of a sheet that is none of cells. */
const NO_CELLS = /missing worksheet file/;
/** What the package says of a sheet whose cells are too far apart. */
const SPREAD = /spans (\d+) rows x (\d+) columns/;
/** What a spreadsheet shows of a moment before its first or after its last. */
const NOT_SHOWN = '########';
/** How a strict workbook writes moments. */
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?Z?$/;

/** Opens a workbook whose sizes have been looked at; the package is loaded only then. @throws where it is damaged */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const { readXlsx } = await import('hucre/xlsx');
  await refuseCutSheets(bytes);
  const sheets: ListedSheet[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden = false, veryHidden = false }) => {
      sheets.push({ name, isVisible: !hidden && !veryHidden });
      return false;
    },
  });
  const readOne = async (sought: number, range?: string): Promise<Sheet | undefined> => {
    try {
      const options = { sheets: (_: unknown, index: number) => index === sought, readStyles: true };
      const workbook = await readXlsx(bytes, range === undefined ? options : { ...options, range });
      return toSheet(workbook.sheets[0], workbook.dateSystem ?? '1900');
    } catch (error) {
      const said = error instanceof Error ? error.message : '';
      if (NO_CELLS.test(said)) return undefined;
      const [, rows, columns] = SPREAD.exec(said) ?? [];
      throw rows === undefined ? error : new SpreadError(Number(rows), Number(columns));
    }
  };
  return {
    sheets,
    read: async (index) => readOne(index),
    findFilled: async (indexes) => {
      const found = await Promise.all(indexes.map(async (index) => readOne(index, BEGINNING)));
      return indexes.filter((_, at) => (found[at]?.rows.length ?? 0) > 0);
    },
  };
}

/** The rows of a sheet that have a text, all as wide as the widest. @throws where cells are merged twice */
function toSheet(sheet: FileSheet, system: DateSystem): Sheet {
  const { rows, cells = new Map<string, Cell>() } = sheet;
  emptyCovered(rows, sheet.merges ?? [], cells);
  const faults = findFaults(cells);
  const read = rows.map((values, row) => {
    const own = faults.get(row) ?? [];
    const texts = values.map((value, column) => textOf(value, () => cells.get(`${row},${column}`), system));
    for (const { index } of own) {
      const cell = cells.get(`${row},${index}`);
      texts[index] = typeof cell?.value === 'string' ? cell.value : `=${cell?.formula ?? ''}`;
    }
    return { line: row + 1, texts, faults: own };
  });
  const width = read.reduce((most, { texts }) => Math.max(most, texts.findLastIndex(isFilled) + 1), 0);
  return {
    rows: read
      .filter(({ texts }) => texts.some(isFilled))
      .map(({ line, texts, faults: own }) => new SheetRow(line, texts.slice(0, width), own)),
  };
}

/** Merged cells have the value of the first; some programs keep what the others held before, which nobody sees. */
function emptyCovered(rows: CellValue[][], merges: readonly MergeRange[], cells: Map<string, Cell>): void {
  let left = rows.length * (rows[0]?.length ?? 0);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= endRow && row < rows.length; row++) {
      for (let column = startCol; column <= endCol && column < rows[row].length; column++) {
        if (left-- === 0) throw new Error('cells are merged twice');
        if (row === startRow && column === startCol) continue;
        rows[row][column] = null;
        cells.delete(`${row},${column}`);
      }
    }
  }
}

/** Cells without a value that means anything, by their rows. */
function findFaults(cells: ReadonlyMap<string, Cell>): ReadonlyMap<number, readonly CellFault[]> {
  const faults = new Map<number, CellFault[]>();
  for (const [place, { type, value, formula }] of cells) {
    const isUnknown = formula !== undefined && value === null;
    if (!isUnknown && type !== 'error') continue;
    const [row, index] = place.split(',').map(Number);
    const own = faults.get(row) ?? [];
    faults.set(row, own);
    own.push({ index, kind: isUnknown ? 'workbook.formula-without-value' : 'workbook.error-cell' });
  }
  return faults;
}

function textOf(value: CellValue, cellOf: () => Cell | undefined, system: DateSystem): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    const moment = ISO_MOMENT.test(value) ? strictMoment(value, cellOf()?.style?.numFmt, system) : undefined;
    return moment ?? value.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  }
  const format = cellOf()?.style?.numFmt;
  const isMoment = format === undefined ? typeof value !== 'number' : showsMoments(format);
  const number = typeof value === 'number' ? value : daysOf(value.getTime(), system);
  if (!Number.isFinite(number)) return NOT_SHOWN;
  if (!isMoment) return writeNumber(number, format);
  const serial = serialOf(number, system);
  return serial === undefined ? NOT_SHOWN : writeMoment(serial, format);
}

/** A moment of a strict workbook, where its cell is formatted as one: else it is a text that somebody typed. */
function strictMoment(text: string, format: string | undefined, system: DateSystem): string | undefined {
  if (format === undefined || !showsMoments(format)) return undefined;
  const milliseconds = Date.parse(text.endsWith('Z') || !text.includes('T') ? text : `${text}Z`);
  const serial = serialOf(daysOf(milliseconds, system), system);
  return serial === undefined ? undefined : writeMoment(serial, format);
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
