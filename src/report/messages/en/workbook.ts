import type { OtherContainer, WorkbookDiagnosticParams } from '../../../domain/diagnostics/workbook.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';

const OTHERS: Readonly<Record<OtherContainer, string>> = {
  xls: 'This is an older Office file (.xls or the like), whatever it is called',
  xlsb: 'This is a binary workbook (.xlsb), whatever it is called',
  ods: 'This is an OpenDocument file (.ods or the like), whatever it is called',
  zip: 'This is a zip file without a workbook in it',
  markup: 'This is a web page or an XML file, whatever it is called, as some programs export tables',
  document: 'This is a document for printing or a text processor (PDF or RTF), and no table',
  picture: 'This is a picture, and no table',
};
const SAVE = 'as .xlsx (in Excel or LibreOffice: File, Save as, Excel workbook) or as CSV UTF-8';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** What is wrong with a workbook, in English. */
export const workbook: Catalogue<WorkbookDiagnosticParams> = {
  'workbook.other-format': ({ container }) =>
    container === 'document' || container === 'picture'
      ? `${OTHERS[container]}. Ask for the table itself, ${SAVE}.`
      : `${OTHERS[container]}. Save it ${SAVE}.`,
  'workbook.encrypted': () =>
    'This workbook opens with a password only. Save it without one (in Excel: File, Info, Protect workbook, Encrypt with password, and empty the field).',
  'workbook.damaged': () =>
    `This workbook is damaged, or no spreadsheet program has written it: it cannot be read. Open it, and save it ${SAVE}.`,
  'workbook.too-large': ({ megabytes, most }) =>
    `This workbook is ${megabytes} MB when it is unpacked, and ${most} MB are read at most. Save its sheet as CSV, which may have any size, or take out what is no part of the table.`,
  'workbook.too-dense': ({ times }) =>
    `Unpacked, this workbook is ${times} times as large, as no table is: it is not read. Save its sheet as CSV.`,
  'workbook.too-spread': ({ rows, columns }) =>
    `A cell far from the table makes this sheet one of ${formatNumber('en', rows, 0)} rows and ${formatNumber('en', columns, 0)} columns: too many to look through. Delete the rows below the table and the columns beside it (Ctrl+End goes to the last cell), and save.`,
  'workbook.no-sheet': ({ sheets }) =>
    sheets.length === 0 ? 'This workbook has no sheet.' : `This workbook has no such sheet. It has: ${quoted(sheets)}.`,
  'workbook.no-visible-sheet': ({ sheets }) =>
    sheets.length === 0
      ? 'This workbook has no sheet.'
      : `This workbook has no sheet of cells that is not hidden. Name one of its sheets after #: ${quoted(sheets)}.`,
  'workbook.sheet-of-text': () =>
    'A sheet is named after #, but this file is no workbook. Leave out what follows .xlsx.',
  'workbook.sheet-taken': ({ sheet, others }) =>
    `The first visible sheet, "${sheet}", is read, and not ${quoted(others)}. Name the one that is meant after #, as in file.xlsx#${others[0] ?? sheet}.`,
  'workbook.formula-without-value': () =>
    'The file does not hold what this formula gives. Open it in Excel or LibreOffice, and save it.',
  'workbook.error-cell': () => 'The formula in this cell fails. Correct it, or type the value.',
};
