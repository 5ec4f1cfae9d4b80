import { stringify } from 'csv-stringify/sync';
import type { CsvDialect } from '../domain/csv-dialect.js';
import { guardCell } from './cell-safety.js';
import { CSV_SHAPES, type CsvShape } from './csv-dialect.js';

/** A text (guarded), a number, a day `YYYY-MM-DD`, or a time in minutes after midnight. */
export type CsvCell = string | number | { readonly date: string } | { readonly time: number };

/** A table as one text, byte order mark included where the dialect has one, every line ended. All rows have as many cells as the first. */
export function writeCsv(rows: Iterable<readonly CsvCell[]>, dialect: CsvDialect): string {
  const shape = CSV_SHAPES[dialect];
  const records = Array.from(rows, (row) => row.map((cell) => formatCell(cell, shape)));
  return stringify(records, {
    bom: shape.hasByteOrderMark,
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
