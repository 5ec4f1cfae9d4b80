import { parse } from 'csv-parse/sync';

/** One line of a table, header word to cell. */
export type Row = Readonly<Record<string, string>>;

/** Any of our three dialects, read by csv-parse alone and not by our own readers. A row of another length is an error. */
export function parseTable(text: string): readonly Row[] {
  const firstLine = text.slice(0, text.search(/\r?\n/));
  const delimiter = firstLine.includes(';') ? ';' : ',';
  return parse(text, { bom: true, delimiter, columns: true });
}

/** The cells of every row, the header's first, as they stand between their delimiters and quotation marks. */
export function parseCells(text: string): readonly (readonly string[])[] {
  const delimiter = text.slice(0, text.search(/\r?\n/)).includes(';') ? ';' : ',';
  return parse(text, { bom: true, delimiter });
}

/** The cells of one column. */
export function column(rows: readonly Row[], name: string): readonly string[] {
  return rows.map((row) => {
    const cell = row[name];
    if (cell === undefined) throw new Error(`no column ${name}`);
    return cell;
  });
}
