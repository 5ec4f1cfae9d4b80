import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Language } from '../domain/settings.js';

/** How a dialect writes what is not plain text. */
export interface CsvShape {
  readonly delimiter: ';' | ',';
  /** Excel takes a file without a byte order mark for Windows-1252. */
  readonly hasByteOrderMark: boolean;
  readonly decimalMark: ',' | '.';
  /** `day-first`: `12/02/2018`; `iso`: `2018-02-12`. */
  readonly dates: 'day-first' | 'iso';
}

/** Lines end with CRLF in all dialects: RFC 4180 section 2 asks for it, and Excel writes it. */
export const CSV_SHAPES: Readonly<Record<CsvDialect, CsvShape>> = {
  'excel-fr': { delimiter: ';', hasByteOrderMark: true, decimalMark: ',', dates: 'day-first' },
  excel: { delimiter: ',', hasByteOrderMark: true, decimalMark: '.', dates: 'iso' },
  rfc4180: { delimiter: ',', hasByteOrderMark: false, decimalMark: '.', dates: 'iso' },
};

/** The dialect when nobody asks for one: a pipe gets the plain one, a file the one that the reader's Excel opens. */
export function defaultDialect(language: Language, { toStdout }: { readonly toStdout: boolean }): CsvDialect {
  if (toStdout) return 'rfc4180';
  return language === 'fr' ? 'excel-fr' : 'excel';
}
