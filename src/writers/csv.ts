import { stringify } from '#csv-stringify';
import type { CsvDialect } from '../domain/csv-dialect.js';
import { guardCell } from './cell-safety.js';
import { CSV_SHAPES, type CsvShape } from './csv-dialect.js';
import { encodeUtf8 } from './utf8.js';

/** A text (guarded), a number, a day `YYYY-MM-DD`, or a time in minutes after midnight. */
export type CsvCell = string | number | { readonly date: string } | { readonly time: number };

/** How every line ends, in every dialect. */
export const LINE_END = '\r\n';

/** A table as one text, byte order mark included where the dialect has one, every line ended. All rows have as many cells as the first. */
export function writeCsv(rows: Iterable<readonly CsvCell[]>, dialect: CsvDialect): string {
  const shape = CSV_SHAPES[dialect];
  let text = beginningOf(shape);
  for (const row of rows) text += formatCells(row, shape) + LINE_END;
  return text;
}

/** Letters of a part, at least. */
const PART = 1 << 16;

/** {@link writeCsv} in UTF-8, part by part, each of whole lines, for tables that are never to be one string. */
export function* writeCsvParts(rows: Iterable<readonly CsvCell[]>, dialect: CsvDialect): Generator<Uint8Array, void> {
  const shape = CSV_SHAPES[dialect];
  let text = beginningOf(shape);
  for (const row of rows) {
    text += formatCells(row, shape) + LINE_END;
    if (text.length < PART) continue;
    yield encodeUtf8(text);
    text = '';
  }
  yield encodeUtf8(text);
}

/** What stands before the first line of a file. */
export function beginningOf({ hasByteOrderMark }: CsvShape): string {
  return hasByteOrderMark ? '\uFEFF' : '';
}

/**
 * A text cell that stands as it is in every dialect: nothing to quote, nothing that {@link guardCell} would look at twice. Most
 * are, and setting them down by hand is many times as fast as csv-stringify.
 */
export function isPlain(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const letter = cell.charCodeAt(at);
    if (letter < 0x41 || letter > 0x7a) return PLAIN.test(cell);
  }
  return true;
}

const PLAIN = /^(?:[^'\s=+\-@\uFF1D\uFF0B\uFF0D\uFF20";,][^"\r\n;,]*)?$/;

/** Neighbouring cells of a row as they stand in the file, the delimiter between them. */
export function formatCells(cells: readonly CsvCell[], shape: CsvShape): string {
  if (cells.every((cell): cell is string => typeof cell === 'string' && isPlain(cell))) {
    return cells.join(shape.delimiter);
  }
  const texts = cells.map((cell) => formatCell(cell, shape));
  return stringify([texts], {
    delimiter: shape.delimiter,
    eof: false,
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
