import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { TableName } from '../domain/diagnostics/input.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import {
  createHeaderLookup,
  ignoredColumns,
  matchColumns,
  missingColumns,
  type Column,
  type ColumnWords,
} from './columns.js';
import { decodeText } from './decode.js';
import { detectDelimiter, namedDelimiter, splitRecords } from './delimiter.js';
import { hasBlankBesideQuote, mendQuotes } from './quotes.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';

/** One line of a table (or several, where a quoted cell holds line breaks); cells as they stand in the file. */
export interface Row {
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** At least as many as the table has columns. */
  readonly cells: readonly string[];
  /** Too short or too long, and reported as such: what else seems wrong with it is not worth saying. */
  readonly isDamaged: boolean;
}

export interface Table<Key extends string> {
  readonly file: string;
  /** Line of the header. */
  readonly line: number;
  readonly known: ReadonlyMap<Key, Column>;
  /** Columns of unknown header, in file order. */
  readonly others: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a kind of table asks of its file. */
export interface TableShape<Key extends string> {
  readonly words: ColumnWords<Key>;
  /** Of each list, one column at least must be there. */
  readonly required: readonly (readonly NoInfer<Key>[])[];
  readonly columns: ColumnNames;
  /** What the rows are, when a file without any is an error. */
  readonly needsRows?: TableName;
  /** Whether columns of unknown header mean something; otherwise each gets a warning. */
  readonly keepsOthers?: boolean;
  /** Further headers by which the header line is known (session ids of a poll's grid). */
  readonly isHeader?: (header: string) => boolean;
}

/** The header stands in one of the first records: titles, dates and blank lines come before it in files made for people. */
const MOST_TITLE_RECORDS = 30;

/**
 * Reads a delimited file: encoding, delimiter, title lines, header and rows. The value is `undefined`, with an error, when
 * the file has no text or lacks a required column. Blank rows are left out. Rows too short or too long are reported and
 * kept, so that what refers to them is not called unknown.
 */
export function readTable<Key extends string>(
  file: InputFile,
  shape: TableShape<Key>,
): Reading<Table<Key> | undefined> {
  const decoded = decodeText(file);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  const lookup = createHeaderLookup(shape.words, shape.columns);
  const countKnown = (cells: readonly string[]): number => {
    const found = new Set<string>();
    for (const cell of cells) {
      const key = lookup(cell) ?? (shape.isHeader?.(cleanText(cell)) === true ? `=${cleanText(cell)}` : undefined);
      if (key !== undefined) found.add(key);
    }
    return found.size;
  };
  const { records, lines, open } = readRecords(decoded.value, countKnown);
  for (const { line, field } of open) {
    diagnostics.push(diagnose('error', 'table.open-quote', {}, { source: { file: file.name, line, field } }));
  }
  const at = findHeader(records, countKnown);
  if (at === undefined) {
    diagnostics.push(diagnose('error', 'file.empty', {}, { source: { file: file.name } }));
    return { value: undefined, diagnostics };
  }
  const place = { file: file.name, line: lines[at] };
  const matched = matchColumns(records[at], lookup, place);
  const missing = missingColumns(matched, shape.words, shape.required, place);
  diagnostics.push(...matched.diagnostics, ...missing);
  if (hasError(missing)) return { value: undefined, diagnostics };
  const rows = readRows(records, lines, at, file.name, diagnostics);
  if (rows.length === 0 && shape.needsRows !== undefined && !hasError(diagnostics)) {
    diagnostics.push(diagnose('error', 'table.no-rows', { table: shape.needsRows }, { source: { file: file.name } }));
  }
  if (shape.keepsOthers !== true) diagnostics.push(...ignoredColumns(matched.others, shape.words, place));
  return { value: { ...place, known: matched.known, others: matched.others, rows }, diagnostics };
}

/** Receives the diagnostics of one row's cells; those of a damaged row are dropped. */
export function reporterOf(row: Row, diagnostics: Diagnostic[]): (diagnostic: Diagnostic) => void {
  return row.isDamaged ? () => undefined : (diagnostic) => void diagnostics.push(diagnostic);
}

/** Where a cell stands; its line counts the line breaks in the cells before it. */
export function cellSource<Key extends string>(table: Table<Key>, row: Row, column: Column): Source {
  let line = row.line;
  for (let index = 0; index < column.index; index++) line += countLineBreaks(row.cells[index] ?? '');
  return { file: table.file, line, field: column.index + 1, column: column.header };
}

interface Records {
  readonly records: readonly (readonly string[])[];
  /** Line on which each record begins. */
  readonly lines: readonly number[];
  readonly open: readonly { readonly line: number; readonly field: number }[];
}

function readRecords(text: string, countKnown: (cells: readonly string[]) => number): Records {
  const named = namedDelimiter(text);
  const skipped = named === undefined ? 0 : 1;
  const body = named === undefined ? text : text.slice(text.indexOf('\n') < 0 ? text.length : text.indexOf('\n') + 1);
  const delimiter = named ?? detectDelimiter(body, countKnown);
  const tidy = hasBlankBesideQuote(body) ? mendQuotes(body, delimiter) : { text: body, open: [] };
  let records = splitUnlessOpen(tidy.text, delimiter);
  let open = tidy.open;
  if (records === undefined || records.some(swallowsLines)) {
    const mended = mendQuotes(tidy.text, delimiter);
    records = splitUnlessOpen(mended.text, delimiter) ?? mended.text.split('\n').map((line) => line.split(delimiter));
    open = [...open, ...mended.open];
  }
  const lines: number[] = [];
  let line = 1 + skipped;
  for (const record of records) {
    lines.push(line);
    line++;
    for (const cell of record) if (cell.includes('\n')) line += countLineBreaks(cell);
  }
  return {
    records,
    lines,
    open: open.map((quote) => ({ line: quote.line + skipped, field: quote.field })),
  };
}

/** `undefined` when a quote stays open to the end of the text. */
function splitUnlessOpen(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return splitRecords(text, delimiter);
  } catch {
    return undefined;
  }
}

/** A cell that begins with a quote and spans lines: either text that was quoted rightly, or an open quote read lazily. */
function swallowsLines(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));
}

/** The first of the first records that holds most known header words, else the first that is not blank. */
function findHeader(
  records: readonly (readonly string[])[],
  countKnown: (cells: readonly string[]) => number,
): number | undefined {
  let best: number | undefined;
  let bestCount = -1;
  for (let index = 0, seen = 0; index < records.length && seen < MOST_TITLE_RECORDS; index++) {
    if (isBlank(records[index])) continue;
    seen++;
    const count = countKnown(records[index]);
    if (count > bestCount) {
      best = index;
      bestCount = count;
    }
  }
  return best;
}

function readRows(
  records: Records['records'],
  lines: Records['lines'],
  header: number,
  file: string,
  diagnostics: Diagnostic[],
): readonly Row[] {
  const headers = records[header];
  let width = headers.length;
  while (width > 0 && cleanText(headers[width - 1]) === '') width--;
  const nameless: readonly number[] = [...headers.keys()].filter(
    (index) => index < width && cleanText(headers[index]) === '',
  );
  const reported = new Set<number>();
  const rows: Row[] = [];
  for (let index = header + 1; index < records.length; index++) {
    const cells = records[index];
    if (isBlank(cells)) continue;
    const source = { file, line: lines[index] };
    const extra = cells.findIndex((cell, position) => position >= width && cleanText(cell) !== '');
    if (cells.length < width) {
      diagnostics.push(diagnose('error', 'table.row-short', { cells: cells.length, columns: width }, { source }));
    } else if (extra >= 0) {
      const details = { source: { ...source, field: extra + 1 }, value: cleanText(cells[extra]) };
      diagnostics.push(diagnose('error', 'table.row-long', { cells: cells.length, columns: width }, details));
    }
    if (cells.length < width || extra >= 0) {
      rows.push({
        line: lines[index],
        cells: Array.from({ length: width }, (_, position) => cells[position] ?? ''),
        isDamaged: true,
      });
      continue;
    }
    for (const position of nameless) {
      if (reported.has(position) || cleanText(cells[position]) === '') continue;
      reported.add(position);
      const details = {
        source: { ...source, field: position + 1 },
        value: cleanText(cells[position]),
      };
      diagnostics.push(diagnose('error', 'column.nameless', { header: lines[header] }, details));
    }
    rows.push({ line: lines[index], cells, isDamaged: false });
  }
  return rows;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
