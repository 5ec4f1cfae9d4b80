import { stringify } from 'csv-stringify/sync';
import type { CsvDialect } from '../domain/csv-dialect.js';
import { guardCell } from './cell-safety.js';
import { CSV_SHAPES, type CsvShape } from './csv-dialect.js';

/** A text (guarded), a number, a day `YYYY-MM-DD`, or a time in minutes after midnight. */
export type CsvCell = string | number | { readonly date: string } | { readonly time: number };

/** Neighbouring text cells that many rows have in common: looked at once, not for every row. */
export class SharedCells {
  readonly cells: readonly string[];
  readonly #isPlain: boolean;
  #delimiter: string | undefined;
  #joined = '';

  constructor(cells: readonly string[]) {
    this.cells = cells;
    this.#isPlain = cells.every((cell) => PLAIN.test(cell));
  }

  /** The cells as they stand in a file; `undefined` where one of them is not plain. */
  join(delimiter: string): string | undefined {
    if (!this.#isPlain) return undefined;
    if (this.#delimiter !== delimiter) {
      this.#joined = this.cells.join(delimiter);
      this.#delimiter = delimiter;
    }
    return this.#joined;
  }
}

/** What a row is made of. */
export type CsvRow = readonly (CsvCell | SharedCells)[];

/** Rows that csv-stringify writes together when a cell of one of them needs more than to be set down. */
const BLOCK = 64;
/** Letters of a part, at least. */
const PART = 262_144;

/**
 * A cell that stands as it is in every dialect: nothing to quote, nothing that {@link guardCell} would look at twice. Most are,
 * and setting them down by hand is four times as fast as csv-stringify.
 */
const PLAIN = /^(?:[^'\s=+\-@\uFF1D\uFF0B\uFF0D\uFF20";,][^"\r\n;,]*)?$/;

/** A table as one text, byte order mark included where the dialect has one, every line ended. All rows have as many cells as the first. */
export function writeCsv(rows: Iterable<CsvRow>, dialect: CsvDialect): string {
  return [...writeCsvParts(rows, dialect)].join('');
}

/** {@link writeCsv} part by part, each of whole lines: a large table is never one string. */
export function* writeCsvParts(rows: Iterable<CsvRow>, dialect: CsvDialect): Generator<string, void> {
  const shape = CSV_SHAPES[dialect];
  let part = shape.hasByteOrderMark ? '\uFEFF' : '';
  let block: CsvRow[] = [];
  for (const row of rows) {
    if (block.push(row) < BLOCK) continue;
    part += writeBlock(block, shape);
    block = [];
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part + writeBlock(block, shape);
}

function writeBlock(rows: readonly CsvRow[], shape: CsvShape): string {
  let text = '';
  for (const row of rows) {
    const line = plainLine(row, shape.delimiter);
    if (line === undefined) return writeCarefully(rows, shape);
    text += line;
  }
  return text;
}

/** The line of a row of plain cells; `undefined` where it has another. */
function plainLine(row: CsvRow, delimiter: string): string | undefined {
  let line = '';
  for (let at = 0; at < row.length; at++) {
    const cell = row[at];
    const text = cell instanceof SharedCells ? cell.join(delimiter) : cell;
    if (typeof text !== 'string' || (text === cell && !PLAIN.test(text))) return undefined;
    line += at === 0 ? text : delimiter + text;
  }
  return `${line}\r\n`;
}

function writeCarefully(rows: readonly CsvRow[], shape: CsvShape): string {
  const records = rows.map((row) =>
    row
      .flatMap((cell): readonly CsvCell[] => (cell instanceof SharedCells ? cell.cells : [cell]))
      .map((cell) => formatCell(cell, shape)),
  );
  return stringify(records, {
    delimiter: shape.delimiter,
    record_delimiter: 'windows',
    // Without it a lone CR or LF inside a cell would stay unquoted and end the line.
    quote_record_delimiter: true,
  });
}

function formatCell(cell: CsvCell, shape: CsvShape): string {
  if (typeof cell === 'string') return guardCell(cell);
  if (typeof cell === 'number') return String(cell).replace('.', shape.decimalMark);
  return 'date' in cell ? formatDate(cell.date, shape) : formatTime(cell.time);
}

function formatDate(date: string, shape: CsvShape): string {
  return shape.dates === 'iso' ? date : date.split('-').reverse().join('/');
}

function formatTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
