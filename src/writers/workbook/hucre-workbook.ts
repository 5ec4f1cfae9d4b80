import { cellRef, writeXlsx, type Cell as XlsxCell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Language } from '../../domain/settings.js';
import { visible } from '../../report/visible-text.js';
import { COLORS, FONT, lookOf, type CellLook } from './cell-style.js';
import type { Cell, Sheet, Workbook } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';
import { repack } from './zip-archive.js';

/** Stands for when it was written: the format wants a day, and the same plan must give the same bytes. */
const NO_DAY = new Date('2000-01-01T00:00:00Z');
/** Of a cell, by the format. */
const MOST_LETTERS = 32_767;
/** Of a header or footer, all of it, by the format: titles are cut well before. */
const MOST_IN_HEADER = 100;
const MINUTES_A_DAY = 24 * 60;
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A workbook as an .xlsx file (ISO/IEC 29500), the same bytes for the same workbook on any machine. */
export async function encodeWorkbook({ title, creator, language, sheets }: Workbook): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => encodeSheet(sheet, title, language)),
    properties: { title: textOf(title), creator, created: NO_DAY, modified: NO_DAY },
    defaultFont: { name: FONT.name, size: FONT.size },
    namedRanges: sheets.flatMap(printedRanges),
  });
  return repack(bytes);
}

function encodeSheet(sheet: Sheet, title: string, language: Language): WriteSheet {
  const { name, widths, rows, frozen, isFiltered, pages, scale = 100, isOnePage = false } = sheet;
  const styleOf = cachedStyles(language);
  const cells = new Map<string, XlsxCell>();
  const heights = new Map<number, { height: number }>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  rows.forEach(({ cells: own, height }, row) => {
    if (height !== undefined) heights.set(row, { height });
    own.forEach((cell, column) => {
      if (cell === undefined) return;
      const encoded = encodeValue(cell, language);
      encoded.style = styleOf(cell);
      cells.set(`${row},${column}`, encoded);
      const endCol = column + (cell.span ?? 1) - 1;
      if (endCol > column) merges.push({ startRow: row, startCol: column, endRow: row, endCol });
    });
  });
  const isFrozen = frozen.rows > 0 || frozen.columns > 0;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [],
    cells,
    rowDefs: heights,
    ...(merges.length === 0 ? {} : { merges }),
    ...(isFrozen ? { freezePane: { rows: frozen.rows, columns: frozen.columns } } : {}),
    ...(isFiltered ? { autoFilter: { range: `A${frozen.rows}:${lastCell(sheet)}` } } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      margins: MARGINS,
      horizontalCentered: pages !== undefined,
      ...(pages === undefined ? { fitToPage: true, fitToWidth: 1, fitToHeight: isOnePage ? 1 : 0 } : { scale }),
    },
    // A break is told by the row before it.
    rowBreaks: (pages ?? []).map((row) => row - 1),
    headerFooter: headerFooter(title, name, language),
    view: { showGridLines: false },
  };
}

/** Ours, not the package's `printArea` and `printTitlesRow`: it does not quote names of sheets with spaces or accents in them. */
function printedRanges(sheet: Sheet): readonly NamedRange[] {
  const { name, frozen } = sheet;
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  const [, column, row] = /^([A-Z]+)(\d+)$/.exec(lastCell(sheet)) ?? [];
  const titles = [
    ...(frozen.columns > 0 ? [`${quoted}$A:$${columnName(frozen.columns - 1)}`] : []),
    ...(frozen.rows > 0 ? [`${quoted}$1:$${frozen.rows}`] : []),
  ];
  return [
    { name: '_xlnm.Print_Area', range: `${quoted}$A$1:$${column}$${row}`, scope: name },
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name }]),
  ];
}

interface NamedRange {
  name: string;
  range: string;
  scope: string;
}

function columnName(column: number): string {
  return cellRef(0, column).replace(/\d+$/, '');
}

function lastCell({ rows, widths }: Sheet): string {
  return cellRef(Math.max(rows.length - 1, 0), widths.length - 1);
}

/** Days are counted from 30 December 1899, which makes the numbers of all days since March 1900 right. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = MINUTES_A_DAY * 60_000;

function encodeValue({ value, style, scale }: Cell, language: Language): XlsxCell {
  if (value === '') return { value: null, type: 'empty' };
  if (typeof value === 'string') return encodeText(textOf(value));
  if (typeof value === 'number') return { value, type: 'number' };
  if ('date' in value) return { value: (Date.parse(value.date) - FIRST_DAY) / MILLISECONDS_A_DAY, type: 'number' };
  if ('time' in value) return { value: value.time / MINUTES_A_DAY, type: 'number' };
  const look = lookOf(style, language);
  const font = fontOf(look, scale);
  const muted = fontOf({ ...look, isBold: false, size: FONT.size - 1, color: COLORS.muted }, scale);
  const richText = value.runs.map(({ text, isMuted }) => ({ text: textOf(text), font: isMuted ? muted : font }));
  return { value: richText.map(({ text }) => text).join(''), type: 'richText', richText };
}

/** The package takes `#N/A` and its like for errors, but not in text with parts. */
function encodeText(text: string): XlsxCell {
  return text.startsWith('#')
    ? { value: text, type: 'richText', richText: [{ text }] }
    : { value: text, type: 'string' };
}

/** Most texts. */
const HARMLESS = /^[ -^`-~\u00a0-\u1fff\u2010-\u2027]*$/;

/** A text without what XML forbids, and in which nothing is taken for one of the format's own escapes. */
function textOf(text: string): string {
  if (text.length <= MOST_LETTERS && HARMLESS.test(text)) return text;
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .slice(0, MOST_LETTERS)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Title and name of the sheet above, page and pages below; `&` is their escape, and a number right after a size would belong to it. */
function headerFooter(title: string, name: string, language: Language) {
  const plain = (text: string) => visible(text).slice(0, MOST_IN_HEADER).replaceAll('&', '&&');
  const { page } = workbookWordsOf(language);
  return {
    oddHeader: `&L&"${FONT.name},Bold"&9 ${plain(title)}&R&"${FONT.name},Regular"&9 ${plain(name)}`,
    oddFooter: `&L&"${FONT.name},Regular"&8 brassage&R&"${FONT.name},Regular"&8 ${page('&P', '&N')}`,
  };
}

/** Styles by what they are made of: few, and asked for by every cell. */
function cachedStyles(language: Language): (cell: Cell) => CellStyle {
  const known = new Map<string, CellStyle>();
  return (cell) => {
    const { style, isBanded = false, isStruck = false, rule = '', scale = 100 } = cell;
    const key = `${style} ${isBanded} ${isStruck} ${rule} ${scale}`;
    const found = known.get(key) ?? encodeStyle(cell, lookOf(style, language));
    known.set(key, found);
    return found;
  };
}

function encodeStyle({ isBanded = false, isStruck = false, rule, scale }: Cell, look: CellLook): CellStyle {
  const fill = look.fill ?? (isBanded ? COLORS.band : undefined);
  const line = { style: 'thin', color: { rgb: COLORS.line } } as const;
  const thick = { style: 'medium', color: { rgb: COLORS.strongLine } } as const;
  const border = {
    ...(look.isBoxed === true ? { top: line, right: line, bottom: line, left: line } : {}),
    ...(rule === undefined ? {} : { top: rule === 'thick' ? thick : line }),
  };
  return {
    font: { ...fontOf(look, scale), ...(isStruck ? { strikethrough: true, color: { rgb: COLORS.muted } } : {}) },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(Object.keys(border).length === 0 ? {} : { border }),
    alignment: {
      vertical: look.isMiddle === true ? 'center' : 'top',
      ...(look.align === undefined ? {} : { horizontal: look.align }),
      ...(look.shrinks === true ? { shrinkToFit: true } : {}),
      ...(look.wraps === true ? { wrapText: true } : {}),
      ...(look.indent === undefined ? {} : { horizontal: 'left', indent: look.indent }),
    },
    ...(look.format === undefined ? {} : { numFmt: look.format }),
  };
}

function fontOf({ size = FONT.size, isBold, isItalic, isMonospaced, color }: CellLook, scale = 100) {
  return {
    name: isMonospaced === true ? FONT.monospaced : FONT.name,
    size: Math.round((size * scale) / 50) / 2,
    ...(isBold === true ? { bold: true } : {}),
    ...(isItalic === true ? { italic: true } : {}),
    ...(color === undefined ? {} : { color: { rgb: color } }),
  };
}
