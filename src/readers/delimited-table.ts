import { append } from '../domain/append.js';
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
import { decodeFile, findSpoiledWord } from './decode.js';
import { detectDelimiter, headOf, namedDelimiter } from './delimiter.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { CellRecord, type RawRecord } from './record.js';
import { countLineBreaks, findRecords, visitRecords } from './records.js';
import { SheetRow, type CellFault, type Sheet } from './sheet.js';

/** One line of a table (or several, where a quoted cell holds line breaks); at least as many cells as the table has columns. */
export interface Row extends RawRecord {
  /** Too short or too long, and reported as such: what else seems wrong with it is not worth saying. Absent: neither. */
  readonly isDamaged?: true;
}

class DamagedRow extends CellRecord implements Row {
  readonly isDamaged = true;
}

/** A table whose rows have not been read. */
export interface TableHead<Key extends string> {
  readonly file: string;
  /** Line of the header. */
  readonly line: number;
  readonly known: ReadonlyMap<Key, Column>;
  /** Columns of unknown header, in file order. */
  readonly others: readonly Column[];
}

export interface Table<Key extends string> extends TableHead<Key> {
  readonly rows: readonly Row[];
}

/** A table of which no more than one row is held at a time. */
export interface OpenTable<Key extends string> extends TableHead<Key> {
  readonly delimiter: string;
  /** Shows every row. To be called once: only then are the diagnostics of the reading complete. */
  readonly visitRows: (visit: (row: Row) => void) => void;
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
 * Reads a delimited file, or a sheet: encoding, delimiter, title lines, header and rows. The value is `undefined`, with an error, when
 * the file has no text or lacks a required column. Blank rows are left out. Rows too short or too long are reported and
 * kept, so that what refers to them is not called unknown.
 */
export function readTable<Key extends string>(
  file: InputFile,
  shape: TableShape<Key>,
): Reading<Table<Key> | undefined> {
  const { value, diagnostics } = openTable(file, shape);
  const rows: Row[] = [];
  value?.visitRows((row) => void rows.push(row));
  return { value: value && { ...value, rows }, diagnostics };
}

/** {@link readTable} for large files: the rows are split when they are come to. */
export function openTable<Key extends string>(
  file: InputFile,
  shape: TableShape<Key>,
): Reading<OpenTable<Key> | undefined> {
  const decoded = file.sheet === undefined ? decodeFile(file) : undefined;
  const diagnostics: Diagnostic[] = [...(decoded?.diagnostics ?? [])];
  const fail = (code: 'file.too-large' | 'file.empty'): Reading<undefined> => {
    diagnostics.push(diagnose('error', code, {}, { source: { file: file.name } }));
    return { value: undefined, diagnostics };
  };
  if (decoded !== undefined && decoded.value === undefined) return { value: undefined, diagnostics };
  const lookup = createHeaderLookup(shape.words, shape.columns);
  const countKnown = (cells: readonly string[]): number => {
    const found = new Set<string>();
    for (const cell of cells) {
      const key = lookup(cell) ?? (shape.isHeader?.(cleanText(cell)) === true ? `=${cleanText(cell)}` : undefined);
      if (key !== undefined) found.add(key);
    }
    return found.size;
  };
  const records =
    file.sheet === undefined
      ? splitFile(decoded?.value ?? [], countKnown, file.name, diagnostics)
      : sheetRecords(file.sheet, file.name, diagnostics);
  if (records === undefined) return fail('file.too-large');
  const found = findHeader(records, countKnown);
  if (found === undefined) return fail('file.empty');
  const { header } = found;
  const place = { file: file.name, line: header.line };
  const matched = matchColumns(header.cells, lookup, place);
  const missing = missingColumns(matched, shape.words, shape.required, place);
  const used = new Map([...matched.known.values(), ...(shape.keepsOthers === true ? matched.others : [])].map(byIndex));
  append(diagnostics, [...matched.diagnostics, ...headerFaults(header, file.name), ...missing]);
  if (hasError(missing)) return { value: undefined, diagnostics };
  const visitRows: OpenTable<Key>['visitRows'] = (visit) => {
    const count = readRows(found, records, used, place.file, diagnostics, visit);
    if (count === 0 && shape.needsRows !== undefined && !hasError(diagnostics)) {
      diagnostics.push(diagnose('error', 'table.no-rows', { table: shape.needsRows }, { source: { file: file.name } }));
    }
    if (shape.keepsOthers !== true) append(diagnostics, ignoredColumns(matched.others, shape.words, place));
  };
  const { delimiter } = records;
  return { value: { ...place, delimiter, known: matched.known, others: matched.others, visitRows }, diagnostics };
}

/** Receives the diagnostics of one row's cells; those of a damaged row are dropped. */
export function reporterOf(row: Row, diagnostics: Diagnostic[]): (diagnostic: Diagnostic) => void {
  return row.isDamaged === true ? () => undefined : (diagnostic) => void diagnostics.push(diagnostic);
}

/** Where a cell stands; its line counts the line breaks in the cells before it. */
export function cellSource(table: { readonly file: string }, row: Row, column: Column): Source {
  let line = row.line;
  if (row.isOneLine === true) return { file: table.file, line, field: column.index + 1, column: column.header };
  for (let index = 0; index < column.index; index++) line += countLineBreaks(row.cell(index));
  return { file: table.file, line, field: column.index + 1, column: column.header };
}

function byIndex(column: Column): readonly [number, Column] {
  return [column.index, column];
}

/** A file split into records. */
interface SplitFile {
  readonly delimiter: string;
  /** Whether they are rows of a sheet, all as wide as the widest. */
  readonly isSheet?: true;
  /** Shows records as long as the visitor asks for more. */
  readonly visit: (visitor: (record: RawRecord) => boolean) => void;
}

/** The records of a whole file, a first line that names the delimiter left out; `undefined` when it is too large to be mended. */
function splitFile(
  pieces: readonly string[],
  countKnown: (cells: readonly string[]) => number,
  file: string,
  diagnostics: Diagnostic[],
): SplitFile | undefined {
  const head = headOf(pieces);
  if (head === undefined) return undefined;
  const named = namedDelimiter(head);
  const skipped = named === undefined ? 0 : 1;
  const [first = '', ...others] = pieces;
  const body = named === undefined ? pieces : [first.slice(first.indexOf('\n') + 1 || first.length), ...others];
  const delimiter = named ?? detectDelimiter(head, countKnown);
  const records = findRecords(body, delimiter);
  if (records === undefined) return undefined;
  for (const { line, field } of records.open) {
    diagnostics.push(diagnose('error', 'table.open-quote', {}, { source: { file, line: line + skipped, field } }));
  }
  return { delimiter, visit: (visitor) => visitRecords(records, delimiter, 1 + skipped, visitor) };
}

function sheetRecords({ rows }: Sheet, file: string, diagnostics: Diagnostic[]): SplitFile {
  for (const { line, cells } of rows) {
    const value = cells.map(findSpoiledWord).find((word) => word !== undefined);
    if (value === undefined) continue;
    diagnostics.push(diagnose('warning', 'file.spoiled-letters', {}, { source: { file, line }, value }));
    break;
  }
  return { delimiter: '', isSheet: true, visit: (visitor) => void rows.every(visitor) };
}

interface Header {
  readonly header: RawRecord;
  /** Records before it that are not blank. */
  readonly before: number;
}

/** The first of the first records that holds most known header words, else the first that is not blank. */
function findHeader(records: SplitFile, countKnown: (cells: readonly string[]) => number): Header | undefined {
  let best: Header | undefined;
  let bestCount = -1;
  let seen = 0;
  records.visit((record) => {
    if (isBlank(record)) return true;
    const count = countKnown(record.cells);
    if (count > bestCount) {
      best = { header: record, before: seen };
      bestCount = count;
    }
    return ++seen < MOST_TITLE_RECORDS;
  });
  return best;
}

/** Shows the rows after the header; returns how many there are. */
function readRows(
  { header: { cells: headers, line: headerLine }, before }: Header,
  records: SplitFile,
  used: ReadonlyMap<number, Column>,
  file: string,
  diagnostics: Diagnostic[],
  visit: (row: Row) => void,
): number {
  let width = headers.length;
  // A row of a sheet ends where the widest does: what stands beyond the last header is in a column without one.
  while (records.isSheet !== true && width > 0 && cleanText(headers[width - 1]) === '') width--;
  const nameless: readonly number[] = [...headers.keys()].filter(
    (index) => index < width && cleanText(headers[index]) === '',
  );
  const reported = new Set<number>();
  const hasFault = (record: RawRecord): boolean => {
    if (!(record instanceof SheetRow) || record.faults.length === 0) return false;
    const faults = record.faults.filter(({ index }) => used.has(index));
    append(
      diagnostics,
      faults.map((fault) => diagnoseFault(fault, record, file, used.get(fault.index))),
    );
    return faults.length > 0;
  };
  const isGood = (record: RawRecord): boolean => {
    if (hasFault(record)) return false;
    if (record.width === width && nameless.length === 0) return true;
    const { line, cells } = record;
    const extra =
      cells.length > width ? cells.findIndex((cell, position) => position >= width && cleanText(cell) !== '') : -1;
    if (cells.length < width) {
      const source = { file, line };
      diagnostics.push(diagnose('error', 'table.row-short', { cells: cells.length, columns: width }, { source }));
      return false;
    }
    if (extra >= 0) {
      const details = { source: { file, line, field: extra + 1 }, value: cleanText(cells[extra]) };
      diagnostics.push(diagnose('error', 'table.row-long', { cells: cells.length, columns: width }, details));
      return false;
    }
    for (const position of nameless) {
      if (reported.has(position) || cleanText(cells[position]) === '') continue;
      reported.add(position);
      const details = {
        source: { file, line, field: position + 1 },
        value: cleanText(cells[position]),
      };
      diagnostics.push(diagnose('error', 'column.nameless', { header: headerLine }, details));
    }
    return true;
  };
  let count = -1 - before;
  records.visit((record) => {
    if (isBlank(record) || ++count <= 0) return true;
    if (isGood(record)) visit(record);
    else {
      const cells = Array.from({ length: width }, (_, index) => record.cell(index));
      visit(new DamagedRow(record.line, cells));
    }
    return true;
  });
  return Math.max(0, count);
}

function diagnoseFault({ index, kind }: CellFault, record: RawRecord, file: string, column?: Column): Diagnostic {
  const place = { file, line: record.line, field: index + 1 };
  const source = column === undefined ? place : { ...place, column: column.header };
  return diagnose('error', kind, {}, { source, value: record.cell(index) });
}

function headerFaults(header: RawRecord, file: string): readonly Diagnostic[] {
  return header instanceof SheetRow ? header.faults.map((fault) => diagnoseFault(fault, header, file)) : [];
}

function isBlank(record: RawRecord): boolean {
  for (let index = 0; index < record.width; index++) if (record.cell(index).trim() !== '') return false;
  return true;
}
