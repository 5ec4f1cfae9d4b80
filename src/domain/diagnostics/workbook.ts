/** What a file that is no table may be, other than a workbook that can be read: `markup` is a web page or XML, as many programs export under the name .xls. */
export type OtherContainer = 'xls' | 'xlsb' | 'ods' | 'zip' | 'markup' | 'document' | 'picture';

/** What can be wrong with a workbook. Facts only, as of every diagnostic about a file. */
export interface WorkbookDiagnosticParams {
  /** A workbook of another format, a zip file that is none, or another file altogether. */
  'workbook.other-format': { readonly container: OtherContainer };
  /** It opens with a password alone. */
  'workbook.encrypted': object;
  /** The zip file, or a part of it that is needed, cannot be read. */
  'workbook.damaged': object;
  /** Unpacked it is so large; both in megabytes, the second what is read at most. */
  'workbook.too-large': { readonly megabytes: number; readonly most: number };
  /** Unpacked it is so many times as large as it is packed, as no table is. */
  'workbook.too-dense': { readonly times: number };
  /** A cell somewhere far from the table: from the first cell of the sheet to its last there are so many rows and columns. */
  'workbook.too-spread': { readonly rows: number; readonly columns: number };
  /** The value names a sheet that is not there; `sheets` are those that are. */
  'workbook.no-sheet': { readonly sheets: readonly string[] };
  /** Every sheet is hidden, or a chart. */
  'workbook.no-visible-sheet': { readonly sheets: readonly string[] };
  /** The value names a sheet of a file that is no workbook. */
  'workbook.sheet-of-text': object;
  /** Warning: this sheet is read, and others have something in them. */
  'workbook.sheet-taken': { readonly sheet: string; readonly others: readonly string[] };
  /** The value is the formula. */
  'workbook.formula-without-value': object;
  /** The value is what the cell shows: `#N/A`, `#REF!`… */
  'workbook.error-cell': object;
}
